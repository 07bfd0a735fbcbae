//! What was decided on each participant or event, and what the executive register shows of it: two logs, never one.

use crate::contract::{Class, Contract};
use crate::dataset::Dataset;
use crate::derive::{Entry, Log, Run};
use crate::table::{Row, Subject};
use crate::value::{Instant, Pilot};

/// A log whose every row comes to a class.
#[derive(Debug)]
pub(crate) struct Decisions {
    log: Log,
    /// The class of each row of the table, where its code is known.
    classes: Vec<Option<Class>>,
}

/// A row of such a log.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Decided {
    pub(crate) row: Row,
    pub(crate) at: Instant,
    /// What it comes to; none where nobody knows its code.
    pub(crate) class: Option<Class>,
}

impl Decided {
    /// Whether it lets the participant or the event in.
    pub(crate) fn admits(&self) -> bool {
        self.class.is_some_and(Class::admits)
    }

    /// What people call what it comes to.
    pub(crate) fn class_name(&self) -> &'static str {
        self.class.map_or("unknown", Class::name)
    }
}

impl Decisions {
    /// The decisions of the pilot's people or events.
    pub(super) fn of_pilot(run: &Run<'_>) -> Option<Self> {
        let (dataset, code) = table_of(run.contract.pilot);
        let table = run.table(dataset)?;
        let code = table.column(code);
        let class = |row: Row| run.contract.decision_codes.get(code.text(row).as_ref()).copied();
        Self::of(run, dataset, "review_date", class)
    }

    /// What the executive register shows: the class itself, or the site's code for it.
    pub(super) fn of_register(run: &Run<'_>) -> Option<Self> {
        let decision = run.table(Dataset::ExecutiveRegister)?.column("decision");
        let class = |row: Row| class_shown(run.contract, &decision.text(row));
        Self::of(run, Dataset::ExecutiveRegister, "recorded_at", class)
    }

    fn of(run: &Run<'_>, dataset: Dataset, dated: &str, class: impl Fn(Row) -> Option<Class>) -> Option<Self> {
        let (table, subject) = (run.table(dataset)?, Subject::of(run.contract.pilot));
        let log = Log::of(table, dated, subject, run.received.count(subject), run.clock());
        Some(Self { log, classes: table.all_rows().map(class).collect() })
    }

    /// The subject's decisions at or before an instant, from the first to the newest.
    pub(crate) fn until(&self, subject: u32, instant: Instant) -> impl DoubleEndedIterator<Item = Decided> + '_ {
        self.log.until(subject, instant).iter().map(|&entry| self.decided(entry))
    }

    /// The decision that stands at an instant.
    pub(crate) fn current(&self, subject: u32, instant: Instant) -> Option<Decided> {
        self.log.current(subject, instant).map(|entry| self.decided(entry))
    }

    /// Every subject on whom a decision stands at an instant, with it.
    pub(crate) fn all_current(&self, instant: Instant) -> impl Iterator<Item = (u32, Decided)> + '_ {
        self.log.all_current(instant).map(|(subject, entry)| (subject, self.decided(entry)))
    }

    /// What a row comes to.
    pub(crate) fn class(&self, row: Row) -> Option<Class> {
        self.classes.get(row.0 as usize).copied().flatten()
    }

    fn decided(&self, entry: Entry) -> Decided {
        Decided { row: entry.row, at: entry.at, class: self.class(entry.row) }
    }
}

/// The table of a pilot's decisions, and the column that has their code.
pub(crate) const fn table_of(pilot: Pilot) -> (Dataset, &'static str) {
    match pilot {
        Pilot::Attribution => (Dataset::CohortDecisions, "cohort_decision_code"),
        Pilot::Diversion => (Dataset::EventDecisions, "event_decision_code"),
    }
}

/// The table of what a pilot decides on: each row of it awaits a decision.
pub(crate) const fn record_of(pilot: Pilot) -> Dataset {
    match pilot {
        Pilot::Attribution => Dataset::Roster,
        Pilot::Diversion => Dataset::EventRecords,
    }
}

fn class_shown(contract: &Contract, text: &str) -> Option<Class> {
    let known = contract.decision_codes.get(text).copied();
    known.or_else(|| Class::named(text).filter(|class| Class::of(contract.pilot).contains(class)))
}
