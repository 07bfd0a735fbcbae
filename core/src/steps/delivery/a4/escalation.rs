//! Whether every case that nobody leads was escalated before the huddle closed.

use super::super::time::released;
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{Assignments, PriorityList};
use crate::derive::Run;
use crate::table::{Row, Table};
use crate::value::Instant;

control! {
    /// Each case without a lead was escalated with a barrier by the huddle's close.
    ///
    /// ## Why
    /// The huddle is where operations, clinicians and finance can still move people. What it does not hear of waits a week.
    /// ## Remedy
    /// Escalate the case with one of the contract's barrier codes, and bring it to the next huddle.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at | A3-L1 2026-03-04T10:00
    /// priority_list: participant_id | P1 | P2
    /// assignments: participant_id assigned_lead escalation_status barrier_code validation_timestamp | P1 - escalated B-CAPACITY 2026-03-05T15:30 | P2 L1 none - 2026-03-05T16:00
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at | A3-L1 2026-03-04T10:00
    /// priority_list: participant_id | P1 | P2
    /// assignments: participant_id assigned_lead escalation_status barrier_code validation_timestamp | P1 - escalated B-CAPACITY 2026-03-05T15:31 <- | P2 L1 none - 2026-03-05T16:00
    /// ```
    ESCALATED = "A4-V3" Validation Block, needs [Need::Table(PriorityList), Need::Table(Assignments)],
    Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    if run.contract.calendar.huddle.is_none() {
        findings.not_applicable = Some("The contract names no huddle.".to_owned());
        return;
    }
    let Some(released) = released(run, findings) else { return };
    let Some(close) = run.contract.calendar.huddle_close_after(released, run.clock()) else { return };
    let (Some(list), Some(table), Some(assigned)) = (run.table(PriorityList), run.table(Assignments), run.assigned())
    else {
        return;
    };
    if run.as_of.instant() <= close {
        return;
    }
    list.for_each_row(|row| match assigned.get(list.person(row)) {
        None => {
            let id = list.column("participant_id").text(row);
            let message = format!("{id} had neither a lead nor an escalation by {}.", run.clock().written(close));
            findings.at(list, row).field("participant_id").stated(id).missing_from(Assignments).says(message);
        }
        Some(known) => is_escalated(run, table, known, close, findings),
    });
}

/// Tells the first thing that the escalation of a case without a lead lacks.
fn is_escalated(run: &Run<'_>, table: &Table, row: Row, close: Instant, findings: &mut Findings<'_>) {
    let text = |name: &str| table.column(name).text(row);
    if !text("assigned_lead").is_empty() {
        return;
    }
    let (id, close_written) = (text("participant_id"), run.clock().written(close));
    let mut tell = |field: &'static str, message: String| {
        let draft = findings.at(table, row).field(field).stated(table.column(field).text(row));
        draft.says(message);
    };
    let barrier = text("barrier_code");
    let validated = table.column("validation_timestamp").instant(row, run.clock());
    if text("escalation_status") != "escalated" {
        tell("escalation_status", format!("{id} has no lead, and was not escalated by {close_written}."));
    } else if barrier.is_empty() {
        tell("barrier_code", format!("{id} was escalated without a barrier code."));
    } else if !run.contract.barrier_codes.iter().any(|known| known.code == barrier) {
        tell("barrier_code", format!("{barrier} is not one of the contract's barrier codes."));
    } else if validated.is_some_and(|validated| validated > close) {
        tell("validation_timestamp", format!("{id} was escalated after the huddle closed, at {close_written}."));
    }
}
