//! Whether each responder is there on the day of the release, and has a slot for each response that is still open.

use super::super::slots::{Named, Taker};
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{Completions, ResponseBundles, StaffingCapacity};
use crate::derive::Run;
use crate::table::Subject;
use crate::value::Instant;

control! {
    /// Each responder is there on the day, and has a slot for each response that is open.
    ///
    /// ## Why
    /// Somebody in a crisis who is promised a responder with no time is worse off than one who is told to wait.
    /// ## Remedy
    /// Give the response to somebody who is there and has a free slot, or record the completions that free one. Slots go
    /// by release, so that the rows named here are those released last.
    /// ## Example
    /// ```clean
    /// staffing_capacity: staff_id open_slots | R1 1
    /// response_bundles: event_id assigned_responder released_at | E1 R1 2026-03-08T09:00 | E2 R1 2026-03-09T09:00
    /// completions: event_id review_date | E1 2026-03-09T08:00
    /// ```
    /// ```fault
    /// staffing_capacity: staff_id open_slots | R1 1
    /// response_bundles: event_id assigned_responder released_at | E1 R1 2026-03-08T09:00 | E2 R1 2026-03-09T09:00 <-
    /// completions: event_id review_date | E1 2026-03-10T08:00
    /// ```
    CAPACITY = "D3-G1" Gate Block,
    needs [Need::Table(ResponseBundles), Need::Table(StaffingCapacity), Need::Table(Completions)],
    Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(table) = run.table(ResponseBundles) else { return };
    let Some(named) = Named::of(run, table, "assigned_responder") else { return };
    let (id, released, mut takers) = (table.column("event_id"), table.column("released_at"), Vec::new());
    table.for_each_row(|row| {
        let Some(lead) = named.lead_of(row, findings) else { return };
        // Without the completions nobody knows which responses are still open.
        if run.is_complete(table.number(Subject::Event, row)) == Some(false) {
            let released = released.instant(row, run.clock());
            let day = released.map(|released| run.clock().day(released));
            let order = released.unwrap_or(Instant::MAX_UTC);
            takers.push(Taker { lead, order, id: id.id(row), row, days: day.map(|day| (day, day)) });
        }
    });
    named.settle(takers, true, findings);
}
