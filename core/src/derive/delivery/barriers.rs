//! What stands in the way of an event on a day: opened by then, and not resolved by then.

use crate::dataset::Dataset;
use crate::derive::Run;
use crate::pairing::ManyEach;
use crate::table::{Column, Row, Table};
use crate::value::Day;

/// What sort of barrier it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Something that others must do first.
    Dependency,
    /// Something that somebody higher up must settle.
    Escalation,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::Dependency => "dependency",
            Self::Escalation => "escalation",
        }
    }
}

/// The barrier tracker, to be asked about any event on any day.
#[derive(Clone, Copy)]
pub(crate) struct Barriers<'s> {
    pub(crate) table: &'s Table,
    rows_of: &'s ManyEach,
    kind: Column<'s>,
    opened: Column<'s>,
    resolved: Column<'s>,
}

impl<'s> Barriers<'s> {
    pub(crate) fn of(run: &'s Run<'_>) -> Option<Self> {
        let table = run.table(Dataset::BarrierTracker)?;
        Some(Self {
            table,
            rows_of: run.barriers()?,
            kind: table.column("kind"),
            opened: table.column("opened_on"),
            resolved: table.column("resolved_on"),
        })
    }

    /// The barriers of one kind that are open for an event on a day.
    pub(crate) fn open(&self, event: u32, kind: Kind, day: Day) -> impl Iterator<Item = Row> {
        self.rows_of.get(event).iter().copied().filter(move |&row| {
            let is_open = self.opened.day(row).is_some_and(|opened| opened <= day);
            is_open
                && self.resolved.day(row).is_none_or(|resolved| resolved > day)
                && self.kind.text(row) == kind.name()
        })
    }
}
