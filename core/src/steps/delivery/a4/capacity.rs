//! Whether each lead is there in time, and has a free slot for everybody who counts on them.

use std::borrow::Cow;

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{Assignments, PriorityList, StaffingCapacity};
use crate::derive::Run;
use crate::derive::delivery::{Lead, Leads};
use crate::table::{Row, Table};

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

/// A row that takes one of a lead's slots.
struct Taken<'t> {
    lead: usize,
    /// The list's rank; somebody without one comes last.
    rank: u64,
    id: Cow<'t, str>,
    row: Row,
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let (Some(table), Some(staffing), Some(leads)) = (run.table(Assignments), run.table(StaffingCapacity), run.leads())
    else {
        return;
    };
    let mut taken = taken(run, table, leads, findings);
    taken.sort_unstable_by(|a, b| (a.lead, a.rank, &a.id).cmp(&(b.lead, b.rank, &b.id)));
    for of_one in taken.chunk_by(|a, b| a.lead == b.lead) {
        for (before, one) in (0_u64..).zip(of_one) {
            let lead = &leads.all()[one.lead];
            let message = if let Some(why) = is_away(run, table, one.row, lead) {
                why
            } else if run.listed().is_some() && lead.slots.is_some_and(|slots| before >= slots) {
                beyond(lead, before)
            } else {
                continue;
            };
            let draft = findings.at(table, one.row).field("assigned_lead").stated(lead.id.clone());
            draft.other(Some(staffing.place(lead.row))).says(message);
        }
    }
}

/// The rows that name a lead on the staffing list; the others are told.
fn taken<'t>(run: &Run<'_>, table: &'t Table, leads: &Leads<'_>, findings: &mut Findings<'_>) -> Vec<Taken<'t>> {
    let list = run.table(PriorityList).zip(run.listed());
    let (named, id, mut taken) = (table.column("assigned_lead"), table.column("participant_id"), Vec::new());
    table.for_each_row(|row| {
        let stated = named.id(row);
        if stated.is_empty() {
            return;
        }
        let Some(lead) = leads.position(&stated) else {
            let message = format!("{stated} is not on the staffing list.");
            return findings.at(table, row).field("assigned_lead").stated(stated).says(message);
        };
        let ranked = list.and_then(|(list, rows)| list.column("rank").count(rows.get(table.person(row))?));
        taken.push(Taken { lead, rank: ranked.unwrap_or(u64::MAX), id: id.id(row), row });
    });
    taken
}

/// Why the lead cannot be there from the release to the due day; nothing where no due date is stated.
fn is_away(run: &Run<'_>, table: &Table, row: Row, lead: &Lead<'_>) -> Option<String> {
    let due = run.clock().day(table.column("due_date").instant(row, run.clock())?);
    let release_day = run.release_day();
    (!lead.is_there(release_day, due)).then(|| {
        format!(
            "{} is there {}, and on no day from {release_day}, the release, to {due}, the due day.",
            lead.id,
            lead.days()
        )
    })
}

#[cold]
fn beyond(lead: &Lead<'_>, before: u64) -> String {
    format!(
        "{} has {} open slots, and {before} assignments of a higher rank take them.",
        lead.id,
        lead.slots.unwrap_or_default()
    )
}
