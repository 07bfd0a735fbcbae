//! The reference tables: what a file can be, which columns it has, and what makes a row one thing.
//!
//! These definitions are the only place where a table or a column is named; intake, controls,
//! templates and types all read them.

mod column;
pub(crate) mod name;
mod tables;

pub use column::{Column, Kind};
pub use tables::Dataset;

use crate::value::{Pilot, Step};

/// What a record says in the place of a category of somebody who has no case, or none in it.
pub(crate) const NO_CATEGORY: &str = "none";

/// What a table's rows are, and what they are checked for on arrival.
#[derive(Debug)]
pub struct Definition {
    /// The canonical name, which is also the stem of a file that needs no recognition.
    pub name: &'static str,
    /// What the table tells, in one sentence.
    pub about: &'static str,
    /// The pilot that reads it; `None` when both do.
    pub pilot: Option<Pilot>,
    /// Where its rows come from.
    pub role: Role,
    /// The step that this table is the record or the decision log of.
    pub step: Option<Step>,
    /// The columns that together name a row, once.
    pub key: &'static [&'static str],
    /// Every column that Tieout reads; a file may have others.
    pub columns: &'static [Column],
}

impl Definition {
    /// The position of a column in this definition.
    #[must_use]
    pub fn position(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == column)
    }
}

/// Where a table's rows come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A system of record; Tieout takes its word.
    Source,
    /// What a step makes; Tieout rebuilds it and holds the submitted one against that.
    Record,
    /// What people decide or do; one subject may have several rows.
    Log,
}
