//! Whether each escalated case has a next checkpoint, set before the huddle closed.

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::Completions;
use crate::derive::Run;
use crate::table::{Row, Table};

control! {
    /// Each escalated case has a next checkpoint, validated by the huddle's close.
    ///
    /// ## Why
    /// An escalation without a date on which somebody looks again is a case that is given up.
    /// ## Remedy
    /// Set the checkpoint in the huddle that follows the review, and validate the completion there.
    /// ## Example
    /// ```clean
    /// completions: event_id escalation_status review_date validation_timestamp next_checkpoint_date | E1 escalated 2026-03-04T09:00 2026-03-05T15:30 2026-03-12
    /// ```
    /// ```fault
    /// completions: event_id escalation_status review_date validation_timestamp next_checkpoint_date | E1 escalated 2026-03-04T09:00 2026-03-05T15:31 2026-03-12 <-
    /// ```
    SET = "D4-V3" Validation Block, needs [Need::Table(Completions)], Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(table) = run.table(Completions) else { return };
    let (status, escalation) = (table.column("completion_status"), table.column("escalation_status"));
    let checkpoint = table.column("next_checkpoint_date");
    table.for_each_row(|row| {
        let is_escalated = status.text(row) == "escalated_out" || escalation.text(row) == "escalated";
        if is_escalated && checkpoint.is_empty(row) {
            let message = "The case is escalated and has no next checkpoint.";
            return findings.at(table, row).field("next_checkpoint_date").says(message);
        }
        if let Some(message) = untimely(run, table, row, is_escalated) {
            let stated = table.column("validation_timestamp").text(row);
            findings.at(table, row).field("validation_timestamp").stated(stated).says(message);
        }
    });
}

/// Why the validation cannot stand: it lies ahead or, of an escalated case, outside the review and the huddle's close.
fn untimely(run: &Run<'_>, table: &Table, row: Row, is_escalated: bool) -> Option<String> {
    let (clock, now) = (run.clock(), run.as_of.instant());
    let validated = table.column("validation_timestamp").instant(row, clock)?;
    if validated > now {
        return Some(format!("It was validated later than {}, the instant of this check.", clock.written(now)));
    }
    let review = table.column("review_date").instant(row, clock).filter(|_| is_escalated)?;
    if validated < review {
        return Some(format!("It was validated before its review, {}.", clock.written(review)));
    }
    let close = run.contract.calendar.huddle_close_after(review, clock).filter(|&close| validated > close)?;
    let close = clock.written(close);
    Some(format!("The case is escalated and was validated after the huddle that follows its review closed, {close}."))
}
