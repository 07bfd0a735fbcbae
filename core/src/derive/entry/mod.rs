//! Who enters: the population, what the rules make of each of it, and what was decided.

mod authorization;
mod decisions;
mod folded;
mod population;
mod qualification;

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use super::Run;
use crate::dataset::Dataset;
use crate::pairing::OneEach;
use crate::table::Subject;
use crate::value::Step;

pub(crate) use authorization::{Authorization, Status};
pub(crate) use decisions::{Decided, Decisions, table_of};
pub(crate) use folded::Folded;
pub(crate) use population::Population;
pub(crate) use qualification::{Ruling, Rulings, source_of};

/// The category of somebody who has no case, or none in it.
pub(crate) const NO_CATEGORY: &str = "none";

/// What is recomputed of this room, each part when it is first asked for.
#[derive(Default)]
pub(super) struct Parts<'r> {
    population: OnceCell<Option<Population>>,
    authorizations: OnceCell<Option<Vec<Authorization>>>,
    rulings: OnceCell<Option<Rulings<'r>>>,
    cases: OnceCell<Option<OneEach>>,
    folded: RefCell<Vec<(Dataset, &'static str, Rc<Folded<'r>>)>>,
    nominations: OnceCell<Option<OneEach>>,
    roster: OnceCell<Option<OneEach>>,
    decisions: OnceCell<Option<Decisions>>,
    register: OnceCell<Option<Decisions>>,
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
            Some(authorization::fold(register, self.record_day(Step::A1), self.people()))
        };
        self.entry.authorizations.get_or_init(made).as_deref()
    }

    /// What the rules give each person of the population on the roster day.
    pub(crate) fn rulings(&self) -> Option<&Rulings<'r>> {
        let made = || self.population().map(|population| Rulings::of(self, population, self.people()));
        self.entry.rulings.get_or_init(made).as_ref()
    }

    /// Each person's row of the case management system.
    pub(crate) fn cases(&self) -> Option<&OneEach> {
        self.by_person(&self.entry.cases, Dataset::CaseManagement)
    }

    /// Whom local teams put forward.
    pub(crate) fn nominations(&self) -> Option<&OneEach> {
        self.by_person(&self.entry.nominations, Dataset::LocalNominations)
    }

    /// Each person's row of the roster that was submitted.
    pub(crate) fn roster(&self) -> Option<&OneEach> {
        self.by_person(&self.entry.roster, Dataset::Roster)
    }

    /// What was decided on the pilot's people or events.
    pub(crate) fn decisions(&self) -> Option<&Decisions> {
        self.entry.decisions.get_or_init(|| Decisions::of_pilot(self)).as_ref()
    }

    /// What the executive register shows of those decisions.
    pub(crate) fn register(&self) -> Option<&Decisions> {
        self.entry.register.get_or_init(|| Decisions::of_register(self)).as_ref()
    }

    /// What a column says of each person, read once for all who ask.
    pub(crate) fn folded(&self, dataset: Dataset, column: &'static str) -> Option<Rc<Folded<'r>>> {
        let folded = &self.entry.folded;
        let known =
            folded.borrow().iter().find(|(d, c, _)| (*d, *c) == (dataset, column)).map(|(_, _, folded)| folded.clone());
        known.or_else(|| {
            let made = Rc::new(Folded::of(self.table(dataset)?, column, self.people()));
            folded.borrow_mut().push((dataset, column, made.clone()));
            Some(made)
        })
    }

    fn by_person<'s>(&self, cell: &'s OnceCell<Option<OneEach>>, dataset: Dataset) -> Option<&'s OneEach> {
        let made = || self.table(dataset).map(|table| OneEach::of(table, Subject::Person, self.people()));
        cell.get_or_init(made).as_ref()
    }

    fn people(&self) -> usize {
        self.received.count(Subject::Person)
    }
}
