//! What the records should say. Both `build` and `check` read it, so that what is expected is what would be made.

mod confirmation;
mod log;
mod staff;
pub(crate) mod entry;
pub(crate) mod delivery;
pub(crate) mod payment;

use std::sync::OnceLock;

use crate::as_of::AsOf;
use crate::contract::Contract;
use crate::dataset::Dataset;
use crate::intake::Received;
use crate::misuse::Misuse;
use crate::table::Table;
use crate::value::{Clock, Day, Step};

pub(crate) use confirmation::{Confirmation, Confirmations};
pub(crate) use log::{Entry, Log};
pub(crate) use staff::Staff;

/// One run's recomputation: each part is made when it is first asked for, from the tables alone.
pub(crate) struct Run<'r> {
    pub(crate) contract: &'r Contract,
    pub(crate) as_of: AsOf,
    pub(crate) received: &'r Received,
    confirmations: OnceLock<Confirmations>,
    staff: OnceLock<Option<Staff<'r>>>,
    entry: entry::Parts<'r>,
    delivery: delivery::Parts<'r>,
    payment: payment::Parts<'r>,
}

impl<'r> Run<'r> {
    pub(crate) fn new(contract: &'r Contract, as_of: AsOf, received: &'r Received) -> Self {
        Self {
            contract,
            as_of,
            received,
            confirmations: OnceLock::new(),
            staff: OnceLock::new(),
            entry: entry::Parts::default(),
            delivery: delivery::Parts::default(),
            payment: payment::Parts::default(),
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
        self.confirmations.get_or_init(|| Confirmations::until_now(self))
    }

    /// Who holds which roles, where the staff list was given.
    pub(crate) fn staff(&self) -> Option<&Staff<'r>> {
        self.staff.get_or_init(|| Staff::of(self)).as_ref()
    }

    /// The link that dates a step's record: the roster, the list and the file each bear that of their own filing.
    pub(crate) fn dated_by(&self, step: Step) -> Option<&Confirmation> {
        let link = match step {
            Step::A1 | Step::A2 => "A1-L1",
            Step::A3 | Step::A4 => "A3-L1",
            Step::A5 | Step::A6 => "A5-L1",
            Step::D5 | Step::D6 => "D5-L1",
            Step::D1 | Step::D2 | Step::D3 | Step::D4 => return None,
        };
        self.confirmations().of(link)
    }

    /// The day for which a step's record is recomputed: that of its link confirmation, or the as-of day.
    pub(crate) fn record_day(&self, step: Step) -> Day {
        self.dated_by(step).map_or(self.as_of.day(), |link| link.day)
    }
}
