//! Notes on how a payer's file was read: each is one sentence about the whole file, however many lines it is about.

use crate::note::{Note, NoteKind};

/// How the file was understood.
pub(super) fn read(message: impl Into<String>) -> Note {
    Note { kind: NoteKind::Read, field: None, cells: 0, line: None, message: message.into() }
}

/// What looks wrong and may be right; about so many lines, the first of which is this.
pub(super) fn doubted(count: usize, line: Option<u32>, message: impl Into<String>) -> Note {
    let cells = u32::try_from(count).unwrap_or(u32::MAX);
    Note { kind: NoteKind::Doubted, field: None, cells, line, message: message.into() }
}

/// Which of several files counts.
pub(super) fn governed(message: impl Into<String>) -> Note {
    Note { kind: NoteKind::Governed, field: None, cells: 0, line: None, message: message.into() }
}

/// A number with the noun that it counts.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// The first few of many, as words; what a broken file makes of one may be long, and is cut.
pub(super) fn listed(names: &[String]) -> String {
    const FEW: usize = 8;
    const LONG: usize = 120;
    let first = names.iter().take(FEW).map(|name| name.chars().take(LONG).collect::<String>());
    let first = first.collect::<Vec<_>>().join(", ");
    if names.len() > FEW { format!("{first} and {} more", names.len() - FEW) } else { first }
}
