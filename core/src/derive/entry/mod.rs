//! Who enters: the population or the events, what the rules make of each, and what was decided.

mod authorization;
mod decisions;
mod eligibility;
mod events;
mod folded;
mod population;
mod qualification;
mod rules;

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::Run;
use crate::dataset::Dataset;
use crate::finding::Place;
use crate::pairing::{ManyEach, OneEach};
use crate::table::Subject;
use crate::value::{Pilot, Step};

use authorization::{Claims, Register};
use population::{Attributions, Spans};
use rules::Rules;

pub(crate) use authorization::{Authorization, Status};
pub(crate) use decisions::{Decided, Decisions, record_of, table_of};
pub(crate) use eligibility::{Coverage, Eligibility};
pub(crate) use events::{Event, Events};
pub(crate) use folded::Folded;
pub(crate) use population::Population;
pub(crate) use qualification::{AnyDay, Ruling, Rulings};

/// What is recomputed of this room, each part when it is first asked for.
#[derive(Default)]
pub(super) struct Parts<'r> {
    population: OnceLock<Option<Population>>,
    authorizations: OnceLock<Option<Vec<Authorization>>>,
    payer_rows: OnceLock<Option<ManyEach>>,
    authorization_rows: OnceLock<Option<ManyEach>>,
    events: OnceLock<Option<Events>>,
    eligibilities: OnceLock<Option<Vec<Option<Eligibility>>>>,
    rulings: OnceLock<Option<Rulings<'r>>>,
    cases: OnceLock<Option<OneEach>>,
    folded: Mutex<Vec<(Dataset, &'static str, Arc<Folded<'r>>)>>,
    nominations: OnceLock<Option<OneEach>>,
    records: OnceLock<Option<OneEach>>,
    triage: OnceLock<Option<OneEach>>,
    decisions: OnceLock<Option<Decisions>>,
    register: OnceLock<Option<Decisions>>,
}

impl<'r> Run<'r> {
    /// The population on the roster day.
    pub(crate) fn population(&self) -> Option<&Population> {
        let made = || {
            self.table(Dataset::PayerAttribution)
                .map(|payer| Population::on(self.record_day(Step::A1), payer, self.people()))
        };
        self.entry.population.get_or_init(made).as_ref()
    }

    /// Each person's authorization on the roster day.
    pub(crate) fn authorizations(&self) -> Option<&[Authorization]> {
        let made = || {
            let register = self.table(Dataset::AuthorizationRegister)?;
            Some(authorization::of_everybody(register, self.record_day(Step::A1), self.people()))
        };
        self.entry.authorizations.get_or_init(made).as_deref()
    }

    /// The events that the referrals bring: their time, day and participant, and the participant's earlier events.
    pub(crate) fn events(&self) -> Option<&Events> {
        let made = || Some(Events::of(self.table(Dataset::Referrals)?, self.count(Subject::Event), self.clock()));
        self.entry.events.get_or_init(made).as_ref()
    }

    /// Each event's eligibility on its day, by the event's number.
    pub(crate) fn eligibilities(&self) -> Option<&[Option<Eligibility>]> {
        let made = || {
            let (events, payer) = (self.events()?, self.table(Dataset::PayerEligibility)?);
            let spans = ManyEach::of(payer, Subject::Person, self.people());
            Some(eligibility::of_events(events, payer, &spans, self.count(Subject::Event)))
        };
        self.entry.eligibilities.get_or_init(made).as_deref()
    }

    /// What the rules give each person of the population on the roster day or, in a crisis-diversion pilot, each event.
    pub(crate) fn rulings(&self) -> Option<&Rulings<'r>> {
        let made = || match self.contract.pilot {
            Pilot::Attribution => Some(Rulings::on_people(self, self.population()?, self.people())),
            Pilot::Diversion => Some(Rulings::on_events(self, self.events()?, self.count(Subject::Event))),
        };
        self.entry.rulings.get_or_init(made).as_ref()
    }

    /// What the rules give one person on one day, whichever it is.
    pub(crate) fn on_any_day(&self) -> Option<AnyDay<'_>> {
        let payer = self.table(Dataset::PayerAttribution)?;
        let rows_of = self.many_by_person(&self.entry.payer_rows, Dataset::PayerAttribution)?;
        Some(AnyDay {
            criteria: &self.contract.criteria,
            attributions: Attributions { spans: Spans::of(payer), rows_of },
            rules: Rules::on_any_day(self),
        })
    }

    /// The row by which a person or an event is in at all: the payer's on the roster day, or the referral.
    pub(crate) fn admitted_by(&self, number: u32) -> Option<Place> {
        let (dataset, row) = match self.contract.pilot {
            Pilot::Attribution => (Dataset::PayerAttribution, self.population()?.get(number)?),
            Pilot::Diversion => (Dataset::Referrals, self.events()?.get(number)?.row),
        };
        Some(self.table(dataset)?.place(row))
    }

    /// Each person's row of the case management system.
    pub(crate) fn cases(&self) -> Option<&OneEach> {
        self.one_each(&self.entry.cases, Dataset::CaseManagement, Subject::Person)
    }

    /// Whom local teams put forward.
    pub(crate) fn nominations(&self) -> Option<&OneEach> {
        self.one_each(&self.entry.nominations, Dataset::LocalNominations, Subject::Person)
    }

    /// What was submitted for decision: each person's row of the roster or, in a crisis-diversion pilot, each event's record.
    pub(crate) fn records(&self) -> Option<&OneEach> {
        let pilot = self.contract.pilot;
        self.one_each(&self.entry.records, record_of(pilot), Subject::of(pilot))
    }

    /// Each event's row of triage.
    pub(crate) fn triage(&self) -> Option<&OneEach> {
        self.one_each(&self.entry.triage, Dataset::Triage, Subject::Event)
    }

    /// What was decided on the pilot's people or events.
    pub(crate) fn decisions(&self) -> Option<&Decisions> {
        self.entry.decisions.get_or_init(|| Decisions::of_pilot(self)).as_ref()
    }

    /// What the executive register shows of those decisions.
    pub(crate) fn register(&self) -> Option<&Decisions> {
        self.entry.register.get_or_init(|| Decisions::of_register(self)).as_ref()
    }

    /// What a column says of each of the pilot's people or events, read once for all who ask.
    pub(crate) fn folded(&self, dataset: Dataset, column: &'static str) -> Option<Arc<Folded<'r>>> {
        // Whoever asks meanwhile waits: it is read once.
        let mut all = self.entry.folded.lock().unwrap_or_else(PoisonError::into_inner);
        let known = all.iter().find(|(d, c, _)| (*d, *c) == (dataset, column)).map(|(_, _, folded)| folded.clone());
        known.or_else(|| {
            let subject = Subject::of(self.contract.pilot);
            let made = Arc::new(Folded::of(self.table(dataset)?, column, subject, self.count(subject)));
            all.push((dataset, column, made.clone()));
            Some(made)
        })
    }

    /// The authorization register, to be asked about any day.
    fn authorization_register(&self) -> Option<Register<'_>> {
        let register = self.table(Dataset::AuthorizationRegister)?;
        let rows_of = self.many_by_person(&self.entry.authorization_rows, Dataset::AuthorizationRegister)?;
        Some(Register { claims: Claims::of(register), rows_of })
    }

    fn many_by_person<'s>(&self, cell: &'s OnceLock<Option<ManyEach>>, dataset: Dataset) -> Option<&'s ManyEach> {
        let made = || self.table(dataset).map(|table| ManyEach::of(table, Subject::Person, self.people()));
        cell.get_or_init(made).as_ref()
    }

    fn one_each<'s>(
        &self,
        cell: &'s OnceLock<Option<OneEach>>,
        dataset: Dataset,
        subject: Subject,
    ) -> Option<&'s OneEach> {
        cell.get_or_init(|| Some(OneEach::of(self.table(dataset)?, subject, self.count(subject)))).as_ref()
    }

    fn people(&self) -> usize {
        self.count(Subject::Person)
    }

    fn count(&self, subject: Subject) -> usize {
        self.received.count(subject)
    }
}
