//! What was done so that a file could be read, and what is odd about it; never a difference, which is a finding.
//!
//! A note speaks of a whole column, or of the whole file: however many cells it is about, it is one.

use serde::{Deserialize, Serialize};

use crate::dataset::name;

/// A column's own name. Under a name of its own, the reading of a note may outlive what it is read from.
pub type ColumnName = &'static str;

/// One thing to know about how a file was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Note {
    /// What sort of thing it is.
    pub kind: NoteKind,
    /// The column, by the table's name for it; null when it is about the whole file.
    #[serde(deserialize_with = "name::column")]
    pub field: Option<ColumnName>,
    /// How many cells, or rows where it is about the whole file, it is about; 0 where counting says nothing.
    pub cells: u32,
    /// The first of them, as a spreadsheet numbers rows; null where there is none.
    pub line: Option<u32>,
    /// The note in a sentence.
    pub message: String,
}

/// What sort of thing a note tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// In what form the file was read: its encoding, its sheet, its payer's format.
    Read,
    /// A column or its values were read under other names.
    Mapped,
    /// What was certain was put right: the cells say now what they were meant to say.
    Repaired,
    /// Something looks wrong and may be right: nothing was changed.
    Doubted,
    /// Several files are of one table: they were joined, or one of them governs.
    Governed,
}
