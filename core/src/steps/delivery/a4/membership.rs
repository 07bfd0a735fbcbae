//! Whether all assignments are for people on the list.

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{Assignments, Confirmations, PriorityList};
use crate::derive::Run;

control! {
    /// Each assignment is for somebody on the list, and all are filed under the contract.
    ///
    /// ## Why
    /// Whoever is served without being on the list takes a slot that risk gave to somebody else.
    /// ## Remedy
    /// Take the assignment off, or have the list corrected; then file the assignments and record the link.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at contract_version | A4-L1 2026-03-05T10:00 2026.3
    /// priority_list: participant_id | P1
    /// assignments: participant_id | P1
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at contract_version | A4-L1 2026-03-05T10:00 2026.3
    /// priority_list: participant_id | P1
    /// assignments: participant_id | P1 | P2 <-
    /// ```
    LISTED = "A4-L1" Link Block,
    needs [Need::Table(Assignments), Need::Table(PriorityList), Need::Table(Confirmations)],
    Decide::ConfirmedAnd(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let (Some(table), Some(listed)) = (run.table(Assignments), run.listed()) else { return };
    table.for_each_row(|row| {
        if listed.get(table.person(row)).is_none() {
            let id = table.column("participant_id").text(row);
            let message = format!("{id} has an assignment and is not on the priority list.");
            findings.at(table, row).field("participant_id").stated(id).says(message);
        }
    });
}
