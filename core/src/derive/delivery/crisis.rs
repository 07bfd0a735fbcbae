//! How grave each event is, by the participant's risk profile at the release of its response; never by a later one.

use super::Score;
use crate::contract::{Contract, Derived, Field};
use crate::dataset::Dataset;
use crate::derive::entry::Events;
use crate::derive::{Entry, Log, Run};
use crate::table::Table;
use crate::value::Instant;

/// Everything that the contract's factors look at, found once for all events.
#[derive(Clone, Copy)]
pub(crate) struct Crisis<'s> {
    contract: &'s Contract,
    events: &'s Events,
    tracker: &'s Table,
    profiles: &'s Log,
}

impl<'s> Crisis<'s> {
    /// The events of a run; none without referrals, or without a risk tracker.
    pub(crate) fn of(run: &'s Run<'_>) -> Option<Self> {
        Some(Self {
            contract: run.contract,
            events: run.events()?,
            tracker: run.table(Dataset::RiskTracker)?,
            profiles: run.profiles()?,
        })
    }

    /// The participant's risk profile that was current at an instant.
    pub(crate) fn profile(&self, event: u32, release: Instant) -> Option<Entry> {
        self.profiles.current(self.events.get(event)?.person, release)
    }

    /// What an event scores at an instant, and why; none without a risk profile.
    pub(crate) fn score(&self, event: u32, release: Instant) -> Option<Score<'s>> {
        let (known, profile) = (self.events.get(event)?, self.profile(event, release)?);
        Score::of(self.contract, |field| match field {
            Field::Column { dataset: Dataset::RiskTracker, column, .. } => {
                self.tracker.column(column).count(profile.row)
            }
            Field::Derived(Derived::Events30d) => known.events_30d.map(u64::from),
            Field::Column { .. } | Field::Derived(_) => None,
        })
    }
}
