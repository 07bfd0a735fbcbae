//! Where each active participant stands on the release day, by the contract's score; never by where a list puts them.

use super::{Encounters, Score};
use crate::contract::{Contract, Derived, Field, Tier};
use crate::derive::Run;

/// Everything that the contract's factors look at, found once for all participants.
#[derive(Clone, Copy)]
pub(crate) struct Standing<'s> {
    contract: &'s Contract,
    encounters: Option<&'s [Encounters]>,
    incident_points: Option<&'s [u64]>,
    open_variances: Option<&'s [u32]>,
}

impl<'s> Standing<'s> {
    /// The standing of a run's participants; none without a score, or without a table that it reads.
    pub(crate) fn of(run: &'s Run<'_>) -> Option<Self> {
        let sources = run.contract.scoring.as_ref()?.factors.iter().map(|factor| factor.field.source());
        let is_known = sources.into_iter().all(|source| run.table(source).is_some());
        is_known.then(|| Self {
            contract: run.contract,
            encounters: run.encounters(),
            incident_points: run.incident_points(),
            open_variances: run.open_variances(),
        })
    }

    /// What somebody scores.
    pub(crate) fn total(&self, person: u32) -> u64 {
        Score::total(self.contract, |field| self.value(person, field))
    }

    /// The tier that somebody is in.
    pub(crate) fn tier(&self, person: u32) -> Option<&'s Tier> {
        self.contract.tier_of(self.total(person))
    }

    /// What somebody scores, and why.
    pub(crate) fn score(&self, person: u32) -> Option<Score<'s>> {
        Score::of(self.contract, |field| self.value(person, field))
    }

    fn value(&self, person: u32, field: Field) -> Option<u64> {
        let encounters = || self.encounters?.get(person as usize);
        match field {
            Field::Derived(Derived::EdCount) => encounters().map(|known| known.ed.into()),
            Field::Derived(Derived::InpatientCount) => encounters().map(|known| known.inpatient.into()),
            Field::Derived(Derived::IncidentPoints) => self.incident_points?.get(person as usize).copied(),
            Field::Derived(Derived::UnresolvedVariances) => {
                self.open_variances?.get(person as usize).map(|&open| open.into())
            }
            Field::Column { .. } | Field::Derived(_) => None,
        }
    }
}
