//! Whether each lead is there in time, and has a free slot for everybody who counts on them.

use super::super::slots::{Named, Taker};
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{Assignments, PriorityList, StaffingCapacity};
use crate::derive::Run;

control! {
    /// Each lead is there before the due date, and has a slot for each assignment.
    ///
    /// ## Why
    /// An assignment beyond somebody's capacity is a refusal that nobody has spoken yet.
    /// ## Remedy
    /// Give the case to a lead who has a free slot in that time, or escalate it. Slots go by rank, so that the rows
    /// named here are those of the lowest rank.
    /// ## Example
    /// ```clean
    /// staffing_capacity: staff_id open_slots available_from | L1 1 2026-03-09
    /// priority_list: participant_id rank | P1 2 | P2 1
    /// assignments: participant_id assigned_lead due_date | P1 - 2026-03-10T12:00 | P2 L1 2026-03-10T12:00
    /// ```
    /// ```fault
    /// staffing_capacity: staff_id open_slots available_from | L1 1 2026-03-09
    /// priority_list: participant_id rank | P1 2 | P2 1
    /// assignments: participant_id assigned_lead due_date | P1 L1 2026-03-10T12:00 <- | P2 L1 2026-03-10T12:00
    /// ```
    CAPACITY = "A4-G1" Gate Block,
    needs [Need::Table(Assignments), Need::Table(StaffingCapacity), Need::Table(PriorityList)],
    Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(table) = run.table(Assignments) else { return };
    let Some(named) = Named::of(run, table, "assigned_lead") else { return };
    let list = run.table(PriorityList).map(|list| list.column("rank")).zip(run.listed());
    let (id, due, mut takers) = (table.column("participant_id"), table.column("due_date"), Vec::new());
    table.for_each_row(|row| {
        let Some(lead) = named.lead_of(row, findings) else { return };
        let ranked = list.and_then(|(rank, listed)| rank.count(listed.get(table.person(row))?));
        let due = due.instant(row, run.clock()).map(|due| run.clock().day(due));
        takers.push(Taker {
            lead,
            order: ranked.unwrap_or(u64::MAX),
            id: id.id(row),
            row,
            days: due.map(|due| (run.release_day(), due)),
        });
    });
    named.settle(takers, list.is_some(), findings);
}
