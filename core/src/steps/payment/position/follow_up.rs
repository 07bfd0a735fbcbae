//! Whether somebody follows up on each restriction.

use super::standing;
use crate::control::Findings;
use crate::derive::Run;
use crate::derive::payment::Position;

/// Each month that stands as restricted has somebody who follows it up.
pub(crate) fn restricted_have_owner(run: &Run<'_>, findings: &mut Findings<'_>) {
    const FIELD: &str = "follow_up_owner";
    for (log, month, decision) in standing(run) {
        let position = Position::named(&log.column(run.papers().position).text(decision.row));
        if position == Some(Position::Restricted) && log.column(FIELD).is_empty(decision.row) {
            let message = format!("{month} is restricted, and nobody is named who follows it up.");
            findings.at(log, decision.row).field(FIELD).says(message);
        }
    }
}
