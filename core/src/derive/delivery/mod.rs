//! Where effort goes: what is known of risk, what it scores, and who can take the work.

mod assignment;
mod barriers;
mod crisis;
mod evidence;
mod leads;
mod score;
mod standing;
mod utilization;
mod why;

use std::sync::OnceLock;

use super::{Log, Run};
use crate::contract::{Deadline, Tier};
use crate::dataset::Dataset;
use crate::pairing::{ManyEach, OneEach};
use crate::table::{Row, Subject};
use crate::value::{Day, Instant, Step};

pub(crate) use assignment::Offer;
pub(crate) use barriers::{Barriers, Kind as BarrierKind};
pub(crate) use crisis::Crisis;
pub(crate) use evidence::Evidence;
pub(crate) use leads::{Lead, Leads};
pub(crate) use score::Score;
pub(crate) use standing::Standing;
pub(crate) use utilization::Encounters;

/// The status of somebody whom the case management system gives none.
pub(crate) const NO_STATUS: &str = "none";

/// What is recomputed of this room, each part when it is first asked for.
#[derive(Default)]
pub(super) struct Parts<'r> {
    active: OnceLock<Option<OneEach>>,
    encounters: OnceLock<Option<Vec<Encounters>>>,
    incident_points: OnceLock<Option<Vec<u64>>>,
    open_variances: OnceLock<Option<Vec<u32>>>,
    listed: OnceLock<Option<OneEach>>,
    assigned: OnceLock<Option<OneEach>>,
    leads: OnceLock<Option<Leads<'r>>>,
    profiles: OnceLock<Option<Log>>,
    triaged: OnceLock<Option<OneEach>>,
    bundles: OnceLock<Option<OneEach>>,
    actions: OnceLock<Option<ManyEach>>,
    deliveries: OnceLock<Option<ManyEach>>,
    completions: OnceLock<Option<OneEach>>,
    barriers: OnceLock<Option<ManyEach>>,
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
        self.row_each(&self.delivery.listed, Dataset::PriorityList)
    }

    /// Each person's row of the assignments that were submitted.
    pub(crate) fn assigned(&self) -> Option<&OneEach> {
        self.row_each(&self.delivery.assigned, Dataset::Assignments)
    }

    /// Who can take work.
    pub(crate) fn leads(&self) -> Option<&Leads<'r>> {
        self.delivery.leads.get_or_init(|| self.table(Dataset::StaffingCapacity).map(Leads::of)).as_ref()
    }

    /// Each participant's risk over time.
    pub(crate) fn profiles(&self) -> Option<&Log> {
        let made = || {
            let (tracker, people) = (self.table(Dataset::RiskTracker)?, self.received.count(Subject::Person));
            Some(Log::of(tracker, "assessed_at", Subject::Person, people, self.clock()))
        };
        self.delivery.profiles.get_or_init(made).as_ref()
    }

    /// What triage found of each event.
    pub(crate) fn triaged(&self) -> Option<&OneEach> {
        self.row_each(&self.delivery.triaged, Dataset::Triage)
    }

    /// Each event's response that was submitted.
    pub(crate) fn bundles(&self) -> Option<&OneEach> {
        self.row_each(&self.delivery.bundles, Dataset::ResponseBundles)
    }

    /// The actions that each event's response names.
    pub(crate) fn actions(&self) -> Option<&ManyEach> {
        self.rows_each(&self.delivery.actions, Dataset::BundleActions)
    }

    /// What was delivered for each event.
    pub(crate) fn deliveries(&self) -> Option<&ManyEach> {
        self.rows_each(&self.delivery.deliveries, Dataset::DeliveryLog)
    }

    /// Each event's completion that was submitted.
    pub(crate) fn completions(&self) -> Option<&OneEach> {
        self.row_each(&self.delivery.completions, Dataset::Completions)
    }

    /// Whether an event's response was reviewed by the as-of instant; nobody knows without the completions.
    pub(crate) fn is_complete(&self, event: u32) -> Option<bool> {
        let (table, completions) = (self.table(Dataset::Completions)?, self.completions()?);
        let reviewed = |row| table.column("review_date").instant(row, self.clock());
        let review = completions.get(event).and_then(reviewed);
        Some(review.is_some_and(|review| review <= self.as_of.instant()))
    }

    /// What stood in the way of each event.
    pub(crate) fn barriers(&self) -> Option<&ManyEach> {
        self.rows_each(&self.delivery.barriers, Dataset::BarrierTracker)
    }

    /// The actions that a bundle's own tier calls for; none where no such tier is agreed.
    pub(crate) fn components(&self, bundle: Row) -> Option<&'r [String]> {
        let tier = self.table(Dataset::ResponseBundles)?.column("response_tier").text(bundle);
        Some(&self.contract.tier(&tier)?.response.as_ref()?.components)
    }

    /// Each of the pilot's people or events with its row of a table.
    fn row_each<'s>(&self, cell: &'s OnceLock<Option<OneEach>>, dataset: Dataset) -> Option<&'s OneEach> {
        let subject = Subject::of(self.contract.pilot);
        let made = || Some(OneEach::of(self.table(dataset)?, subject, self.received.count(subject)));
        cell.get_or_init(made).as_ref()
    }

    /// Each of the pilot's people or events with its rows of a table.
    fn rows_each<'s>(&self, cell: &'s OnceLock<Option<ManyEach>>, dataset: Dataset) -> Option<&'s ManyEach> {
        let subject = Subject::of(self.contract.pilot);
        let made = || Some(ManyEach::of(self.table(dataset)?, subject, self.received.count(subject)));
        cell.get_or_init(made).as_ref()
    }
}
