//! Opens a file that holds several tables, a workbook or an archive, into one text a table; and makes workbooks.
//!
//! It never judges what a table says, and it knows no table by name. A sheet becomes comma-delimited text whose n-th
//! record is the sheet's n-th row, so that a line of the text is a row of the spreadsheet. What stands in a packed file
//! is bounded before it is unpacked: see [`Limits`].

mod archive;
mod directory;
mod limits;
mod note;
mod pace;
mod refusal;
mod workbook;
mod write;

pub use limits::Limits;
pub use note::{Note, NoteKind};
pub use pace::Progress;
pub use refusal::Refusal;
pub use write::{Book, Column, Form};

/// One table of a packed file, as far as can be told without looking at what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// The sheet's name, or the member's path in the archive.
    pub name: String,
    /// A sheet as comma-delimited UTF-8; a member of an archive as it is.
    pub bytes: Vec<u8>,
    /// How it was read, where that took more than reading it.
    pub notes: Vec<Note>,
}

/// Whether a file that begins so is a workbook or an archive, whatever its name says.
#[must_use]
pub fn is_packed(head: &[u8]) -> bool {
    directory::is_zip(head) || workbook::is_compound(head)
}

/// Everything that a workbook or an archive holds, in its own order; of an archive, also what its workbooks and archives hold.
///
/// # Errors
/// A file that is damaged, encrypted, or larger than the limits once it is unpacked, is refused as a whole.
pub fn open(name: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<Member>, Refusal> {
    open_with(name, bytes, limits, &mut |_| {})
}

/// The same, telling now and then how far it is.
///
/// # Errors
/// As [`open`].
pub fn open_with(
    name: &str,
    bytes: &[u8],
    limits: &Limits,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Vec<Member>, Refusal> {
    archive::open(name, bytes, 0, &mut limits.budget(bytes.len(), progress))
}
