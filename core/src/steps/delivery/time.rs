//! When the list was released, and whether what followed came in time.

use crate::control::Findings;
use crate::derive::Run;
use crate::table::{Row, Table};
use crate::value::{Instant, Limit};

/// When the list was released; where that is not confirmed, the rest of the control is not checked.
pub(super) fn released(run: &Run<'_>, findings: &mut Findings<'_>) -> Option<Instant> {
    let released = run.released();
    if released.is_none() {
        let why = "A3-L1 is not confirmed, so that nobody knows when the list was released.";
        findings.not_checked = Some(why.to_owned());
    }
    released
}

/// A limit of time on what one column of a record states.
pub(super) struct Timed<'r> {
    pub(super) table: &'r Table,
    pub(super) column: &'static str,
    pub(super) limit: Limit,
    /// What the limit counts from, as part of a sentence.
    pub(super) since: &'static str,
}

impl Timed<'_> {
    /// Tells a row whose time lies after the as-of instant, before the start, or beyond the limit.
    pub(super) fn check(&self, run: &Run<'_>, row: Row, start: Option<Instant>, findings: &mut Findings<'_>) {
        let (column, clock) = (self.table.column(self.column), run.clock());
        let Some(at) = column.instant(row, clock) else { return };
        let now = run.as_of.instant();
        let last = start.map(|start| self.limit.after_instant(start, &run.contract.calendar, clock));
        let (expected, why) = if at > now {
            let now = clock.written(now);
            (format!("{now} or earlier"), format!("later than {now}, the instant of this check"))
        } else if let Some(start) = start.filter(|&start| at < start) {
            let start = clock.written(start);
            (format!("{start} or later"), format!("before {}, {start}", self.since))
        } else if let Some(last) = last.filter(|last| !last.allows(at, clock)) {
            let last = last.written(clock);
            (format!("{last} or earlier"), format!("later than {} after {}, {last}", self.limit, self.since))
        } else {
            return;
        };
        let message = format!("{} is {}, {why}.", self.column, clock.written(at));
        let draft = findings.at(self.table, row).field(self.column).stated(column.text(row));
        draft.expected(expected).says(message);
    }
}
