//! Where effort goes: what is known of risk, what it scores, and who can take the work.

mod assignment;
mod leads;
mod score;
mod standing;
mod utilization;

use std::cell::OnceCell;

use super::Run;
use crate::contract::{Deadline, Tier};
use crate::dataset::Dataset;
use crate::pairing::OneEach;
use crate::table::Subject;
use crate::value::{Day, Instant, Step};

pub(crate) use assignment::Offer;
pub(crate) use leads::{Lead, Leads};
pub(crate) use score::{Score, factor_source};
pub(crate) use standing::Standing;
pub(crate) use utilization::Encounters;

/// The status of somebody whom the case management system gives none.
pub(crate) const NO_STATUS: &str = "none";

/// What is recomputed of this room, each part when it is first asked for.
#[derive(Default)]
pub(super) struct Parts<'r> {
    active: OnceCell<Option<OneEach>>,
    encounters: OnceCell<Option<Vec<Encounters>>>,
    incident_points: OnceCell<Option<Vec<u64>>>,
    open_variances: OnceCell<Option<Vec<u32>>>,
    listed: OnceCell<Option<OneEach>>,
    assigned: OnceCell<Option<OneEach>>,
    leads: OnceCell<Option<Leads<'r>>>,
}

impl<'r> Run<'r> {
    /// When the priority list was released, where that is confirmed.
    pub(crate) fn released(&self) -> Option<Instant> {
        self.dated_by(Step::A3).map(|link| link.at)
    }

    /// The instant for which the list is recomputed: its release, or the as-of instant.
    pub(crate) fn release(&self) -> Instant {
        self.released().unwrap_or(self.as_of.instant())
    }

    /// The day of that instant.
    pub(crate) fn release_day(&self) -> Day {
        self.record_day(Step::A3)
    }

    /// Whoever was active at the release, with the decision that says so.
    pub(crate) fn active(&self) -> Option<&OneEach> {
        let made = || {
            let mut active = OneEach::none(self.received.count(Subject::Person));
            let admitted = self.decisions()?.all_current(self.release()).filter(|(_, decided)| decided.admits());
            admitted.for_each(|(person, decided)| active.set(person, decided.row));
            Some(active)
        };
        self.delivery.active.get_or_init(made).as_ref()
    }

    /// Until when help must begin for somebody of a tier.
    pub(crate) fn due(&self, tier: &Tier) -> Option<Deadline> {
        let limit = tier.service.as_ref()?.due_within;
        Some(limit.after_instant(self.release(), &self.contract.calendar, self.clock()))
    }

    /// Each person's encounters in the window.
    pub(crate) fn encounters(&self) -> Option<&[Encounters]> {
        self.delivery.encounters.get_or_init(|| utilization::encounters(self)).as_deref()
    }

    /// Each person's points for incidents in the window.
    pub(crate) fn incident_points(&self) -> Option<&[u64]> {
        self.delivery.incident_points.get_or_init(|| utilization::incident_points(self)).as_deref()
    }

    /// How many variances of each person are open on the release day.
    pub(crate) fn open_variances(&self) -> Option<&[u32]> {
        self.delivery.open_variances.get_or_init(|| utilization::open_variances(self)).as_deref()
    }

    /// Each person's row of the priority list that was submitted.
    pub(crate) fn listed(&self) -> Option<&OneEach> {
        self.by_subject(&self.delivery.listed, Dataset::PriorityList, Subject::Person)
    }

    /// Each person's row of the assignments that were submitted.
    pub(crate) fn assigned(&self) -> Option<&OneEach> {
        self.by_subject(&self.delivery.assigned, Dataset::Assignments, Subject::Person)
    }

    /// Who can take work.
    pub(crate) fn leads(&self) -> Option<&Leads<'r>> {
        self.delivery.leads.get_or_init(|| self.table(Dataset::StaffingCapacity).map(Leads::of)).as_ref()
    }

    fn by_subject<'s>(
        &self,
        cell: &'s OnceCell<Option<OneEach>>,
        dataset: Dataset,
        subject: Subject,
    ) -> Option<&'s OneEach> {
        let made = || self.table(dataset).map(|table| OneEach::of(table, subject, self.received.count(subject)));
        cell.get_or_init(made).as_ref()
    }
}
