//! The decisions that stand at the as-of instant; a later row of the log has yet to be made.

use std::borrow::Cow;

use crate::contract::Class;
use crate::dataset::Dataset;
use crate::derive::Run;
use crate::derive::entry::{Decided, Decisions, table_of};
use crate::table::{Column, Row, Subject, Table};
use crate::value::Instant;

/// A pilot's decisions, with the table that holds them.
#[derive(Clone, Copy)]
pub(crate) struct Docket<'r> {
    pub(crate) table: &'r Table,
    /// The column of the decision's code.
    pub(crate) code: &'static str,
    decisions: &'r Decisions,
    id: Column<'r>,
    now: Instant,
}

impl<'r> Docket<'r> {
    pub(crate) fn of(run: &'r Run<'_>) -> Option<Self> {
        let (dataset, code) = table_of(run.contract.pilot);
        let table = run.table(dataset)?;
        let id = table.column(Subject::of(run.contract.pilot).column());
        Some(Self { table, code, decisions: run.decisions()?, id, now: run.as_of.instant() })
    }

    /// Every decision that stands, with the number of whom or what it is on.
    pub(crate) fn standing(self) -> impl Iterator<Item = (u32, Decided)> + 'r {
        self.decisions.all_current(self.now)
    }

    /// Those that stand and come to a class.
    pub(crate) fn of_class(self, class: fn(Class) -> bool) -> impl Iterator<Item = (u32, Decided)> + 'r {
        self.standing().filter(move |(_, decided)| decided.class.is_some_and(class))
    }

    /// The first decision on one of them.
    pub(crate) fn first(self, number: u32) -> Option<Decided> {
        self.decisions.until(number, self.now).next()
    }

    /// The decision that stands on one of them.
    pub(crate) fn current(self, number: u32) -> Option<Decided> {
        self.decisions.current(number, self.now)
    }

    /// The decision that stood on one of them at an instant; none stands yet that is later than now.
    pub(crate) fn at(self, number: u32, instant: Instant) -> Option<Decided> {
        self.decisions.current(number, instant.min(self.now))
    }

    /// Whom or what a row decides on.
    pub(crate) fn id(self, row: Row) -> Cow<'r, str> {
        self.id.text(row)
    }

    pub(crate) const fn dataset(self) -> Dataset {
        self.table.dataset()
    }
}
