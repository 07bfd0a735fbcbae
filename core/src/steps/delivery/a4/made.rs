//! Whether assignments were made in time after the release of the list.

use super::super::time::{Timed, released};
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::Assignments;
use crate::derive::Run;

control! {
    /// Assignments are made within their limit after the release.
    ///
    /// ## Remedy
    /// Note what held the assignment up, and agree on who assigns within the limit from now on.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at | A3-L1 2026-03-04T10:00
    /// assignments: participant_id validation_timestamp | P1 2026-03-06T10:00
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at | A3-L1 2026-03-04T10:00
    /// assignments: participant_id validation_timestamp | P1 2026-03-06T10:01 <-
    /// ```
    IN_TIME = "A4-T1" Deadline Warn, needs [Need::Table(Assignments)], Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(limit) = run.contract.deadlines.assign else {
        findings.not_applicable = Some("The contract sets no limit for assigning.".to_owned());
        return;
    };
    let Some(table) = run.table(Assignments) else { return };
    let released = released(run, findings);
    let timed = Timed { table, column: "validation_timestamp", limit, since: "the release of the list" };
    table.for_each_row(|row| timed.check(run, row, released, findings));
}
