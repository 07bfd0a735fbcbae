//! What a person should know about how a sheet was read; never a difference, and never about one cell alone.

/// One thing to know about how a sheet was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What sort of thing it is.
    pub kind: NoteKind,
    /// How many rows or cells it is about; 0 where counting says nothing.
    pub cells: u32,
    /// The first row that it is about, as a spreadsheet numbers rows.
    pub line: Option<u32>,
    /// The note in a sentence.
    pub message: String,
}

/// What sort of thing a note tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteKind {
    /// In what form the sheet was read.
    Read,
    /// Something looks wrong and may be right: nothing was changed.
    Doubted,
}

impl Note {
    pub(crate) fn read(cells: u32, line: Option<u32>, message: impl Into<String>) -> Self {
        Self { kind: NoteKind::Read, cells, line, message: message.into() }
    }

    pub(crate) fn doubted(cells: u32, line: u32, message: impl Into<String>) -> Self {
        Self { kind: NoteKind::Doubted, cells, line: Some(line), message: message.into() }
    }
}
