//! Until when a first decision is in time: so long after the roster day, or after the event was recorded.

use super::Docket;
use crate::contract::{Calendar, Deadline};
use crate::control::Findings;
use crate::dataset::Dataset::EventRecords;
use crate::derive::Run;
use crate::derive::entry::Decided;
use crate::pairing::OneEach;
use crate::table::Column;
use crate::value::{Clock, Instant, Limit, Pilot, Step};

/// The time that a contract gives for a first decision.
#[derive(Clone, Copy)]
pub(crate) struct Terms<'r> {
    ends: Ends<'r>,
    clock: Clock,
    now: Instant,
}

/// When that time is over.
#[derive(Clone, Copy)]
enum Ends<'r> {
    /// For everybody of a roster together, so long after its day.
    Together(Deadline),
    /// For each event so long after it was recorded, where that is known.
    Each(Limit, &'r Calendar, Option<(&'r OneEach, Column<'r>)>),
}

impl<'r> Terms<'r> {
    /// None where the contract sets no limit.
    pub(crate) fn of(run: &'r Run<'_>) -> Option<Self> {
        let (deadlines, calendar, clock) = (&run.contract.deadlines, &run.contract.calendar, run.clock());
        let ends = match run.contract.pilot {
            Pilot::Attribution => {
                Ends::Together(deadlines.approve_cohort?.after_day(run.record_day(Step::A2), calendar, clock))
            }
            Pilot::Diversion => {
                let recorded = run.table(EventRecords).map(|records| records.column("recorded_at"));
                Ends::Each(deadlines.approve_event?, calendar, run.records().zip(recorded))
            }
        };
        Some(Self { ends, clock, now: run.as_of.instant() })
    }

    /// When an event was recorded, before which nobody can have decided on it; a participant may have been decided on
    /// long before this week's roster.
    fn earliest(self, number: u32) -> Option<Instant> {
        match self.ends {
            Ends::Together(_) | Ends::Each(.., None) => None,
            Ends::Each(.., Some((records, recorded))) => recorded.instant(records.get(number)?, self.clock),
        }
    }

    fn due(self, number: u32) -> Option<Deadline> {
        match self.ends {
            Ends::Together(due) => Some(due),
            Ends::Each(limit, calendar, _) => Some(limit.after_instant(self.earliest(number)?, calendar, self.clock)),
        }
    }

    /// When it was over, of what is still open and should not be.
    pub(crate) fn passed(self, number: u32) -> Option<Deadline> {
        self.due(number).filter(|due| !due.allows(self.now, self.clock))
    }

    /// When it was over, of what was decided too late.
    pub(crate) fn missed(self, number: u32, first: Decided) -> Option<Deadline> {
        self.due(number).filter(|due| !due.allows(first.at, self.clock))
    }
}

/// Each first decision is in time, and none on an event comes before its record.
pub(crate) fn in_time(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(terms) = Terms::of(run) else {
        findings.not_applicable = Some("The contract sets no limit for the first decision.".to_owned());
        return;
    };
    let Some(docket) = Docket::of(run) else { return };
    let (reviewed, clock) = (docket.table.column("review_date"), run.clock());
    for (number, _) in docket.standing() {
        let Some(first) = docket.first(number) else { continue };
        let early = terms.earliest(number).filter(|&start| first.at < start);
        let late = terms.missed(number, first).map(|due| due.written(clock));
        let (id, stated) = (docket.id(first.row), reviewed.text(first.row));
        let (message, expected) = match (early.map(|start| clock.written(start)), late) {
            (Some(start), _) => (
                format!("{id} was decided on at {stated}, before it was recorded at {start}."),
                format!("{start} or later"),
            ),
            (None, Some(due)) => {
                (format!("{id} was first decided on at {stated}; it was due by {due}."), format!("{due} or earlier"))
            }
            (None, None) => continue,
        };
        let draft = findings.at(docket.table, first.row).field("review_date").stated(stated);
        draft.expected(expected).says(message);
    }
}
