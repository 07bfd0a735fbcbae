//! What the records should say. Both `build` and `check` read it, so that what is expected is what would be made.

mod authorization;
mod confirmation;
mod folded;
mod population;
mod qualification;

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use crate::as_of::AsOf;
use crate::contract::Contract;
use crate::dataset::Dataset;
use crate::intake::Received;
use crate::misuse::Misuse;
use crate::pairing::ByPerson;
use crate::table::Table;
use crate::value::{Clock, Day, Step};

pub(crate) use authorization::{Authorization, Status};
pub(crate) use confirmation::{Confirmation, Confirmations};
pub(crate) use folded::Folded;
pub(crate) use population::Population;
pub(crate) use qualification::{Ruling, Rulings, source_of};

/// The category of somebody who has no case, or none in it.
pub(crate) const NO_CATEGORY: &str = "none";

/// One run's recomputation: each part is made when it is first asked for, from the tables alone.
pub(crate) struct Run<'r> {
    pub(crate) contract: &'r Contract,
    pub(crate) as_of: AsOf,
    pub(crate) received: &'r Received,
    confirmations: OnceCell<Confirmations>,
    population: OnceCell<Option<Population>>,
    authorizations: OnceCell<Option<Vec<Authorization>>>,
    rulings: OnceCell<Option<Rulings<'r>>>,
    cases: OnceCell<Option<ByPerson>>,
    folded: RefCell<Vec<(Dataset, &'static str, Rc<Folded<'r>>)>>,
    nominations: OnceCell<Option<ByPerson>>,
    roster: OnceCell<Option<ByPerson>>,
}

impl<'r> Run<'r> {
    pub(crate) const fn new(contract: &'r Contract, as_of: AsOf, received: &'r Received) -> Self {
        Self {
            contract,
            as_of,
            received,
            confirmations: OnceCell::new(),
            population: OnceCell::new(),
            authorizations: OnceCell::new(),
            rulings: OnceCell::new(),
            cases: OnceCell::new(),
            folded: RefCell::new(Vec::new()),
            nominations: OnceCell::new(),
            roster: OnceCell::new(),
        }
    }

    pub(crate) fn table(&self, dataset: Dataset) -> Option<&'r Table> {
        self.received.table(dataset)
    }

    /// A table without which a record cannot be built.
    pub(crate) fn source(&self, dataset: Dataset) -> Result<&'r Table, Misuse> {
        let state = if self.received.is_refused(dataset) { "could not be read" } else { "was not given" };
        self.table(dataset).ok_or_else(|| {
            Misuse::new(format!(
                "The record cannot be built: {dataset} {state}. Give the file, or mend what is wrong with it."
            ))
        })
    }

    pub(crate) const fn clock(&self) -> Clock {
        self.contract.clock()
    }

    pub(crate) fn confirmations(&self) -> &Confirmations {
        self.confirmations.get_or_init(|| Confirmations::current(self))
    }

    /// The day for which a step's record is recomputed: that of its link confirmation, or the as-of day.
    pub(crate) fn record_day(&self, step: Step) -> Day {
        let link = match step {
            Step::A1 | Step::A2 => "A1-L1",
            Step::A3 | Step::A4 => "A3-L1",
            Step::A5 | Step::A6 => "A5-L1",
            Step::D5 | Step::D6 => "D5-L1",
            Step::D1 | Step::D2 | Step::D3 | Step::D4 => return self.as_of.day(),
        };
        self.confirmations().of(link).map_or(self.as_of.day(), |link| link.day)
    }

    /// The population on the roster day.
    pub(crate) fn population(&self) -> Option<&Population> {
        let made = || {
            self.table(Dataset::PayerAttribution)
                .map(|payer| Population::on(self.record_day(Step::A1), payer, self.people()))
        };
        self.population.get_or_init(made).as_ref()
    }

    /// Each person's authorization on the roster day.
    pub(crate) fn authorizations(&self) -> Option<&[Authorization]> {
        let made = || {
            let register = self.table(Dataset::AuthorizationRegister)?;
            Some(authorization::fold(register, self.record_day(Step::A1), self.people()))
        };
        self.authorizations.get_or_init(made).as_deref()
    }

    /// What the rules give each person of the population on the roster day.
    pub(crate) fn rulings(&self) -> Option<&Rulings<'r>> {
        let made = || self.population().map(|population| Rulings::of(self, population, self.people()));
        self.rulings.get_or_init(made).as_ref()
    }

    /// Each person's row of the case management system.
    pub(crate) fn cases(&self) -> Option<&ByPerson> {
        self.by_person(&self.cases, Dataset::CaseManagement)
    }

    /// Whom local teams put forward.
    pub(crate) fn nominations(&self) -> Option<&ByPerson> {
        self.by_person(&self.nominations, Dataset::LocalNominations)
    }

    /// Each person's row of the roster that was submitted.
    pub(crate) fn roster(&self) -> Option<&ByPerson> {
        self.by_person(&self.roster, Dataset::Roster)
    }

    /// What a column says of each person, read once for all who ask.
    pub(crate) fn folded(&self, dataset: Dataset, column: &'static str) -> Option<Rc<Folded<'r>>> {
        let known = self
            .folded
            .borrow()
            .iter()
            .find(|(d, c, _)| (*d, *c) == (dataset, column))
            .map(|(_, _, folded)| folded.clone());
        known.or_else(|| {
            let folded = Rc::new(Folded::of(self.table(dataset)?, column, self.people()));
            self.folded.borrow_mut().push((dataset, column, folded.clone()));
            Some(folded)
        })
    }

    fn by_person<'s>(&self, cell: &'s OnceCell<Option<ByPerson>>, dataset: Dataset) -> Option<&'s ByPerson> {
        cell.get_or_init(|| self.table(dataset).map(|table| ByPerson::of(table, self.people()))).as_ref()
    }

    fn people(&self) -> usize {
        self.received.people()
    }
}
