//! Why a file is no table, in words that say what to do next.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::mapping::Tie;

/// A file that cannot be read as a table at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Refusal {
    /// Nobody said which table it is, and neither its name nor its headers tell.
    Unknown,
    /// A mapping says two things about it.
    Tie(Tie),
    Empty,
    Zip,
    Binary,
    NotUtf8 {
        line: usize,
    },
    NoRows,
    /// Somebody said where the header is, and nothing is there.
    NoHeader {
        line: u32,
    },
    TooWide,
    TooLarge,
    OpenQuote {
        line: u32,
    },
}

impl Refusal {
    /// What the first bytes give away, before any decoding.
    pub(super) fn of_start(bytes: &[u8]) -> Option<Self> {
        match bytes {
            _ if u32::try_from(bytes.len()).is_err() => Some(Self::TooLarge),
            [b'%', b'P', b'D', b'F', ..] => Some(Self::Binary),
            [b'P', b'K', 3 | 5, 4 | 6, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(Self::Zip),
            _ => None,
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => f.write_str("Neither the file's name nor its headers are those of a table. Say which table it is."),
            Self::Tie(tie) => tie.fmt(f),
            Self::Empty => f.write_str("The file is empty. A list that is kept and has nothing in it is a file with its header row only."),
            Self::Zip => f.write_str("The file is a ZIP archive or an Excel workbook, whatever its name says. Open it and save the sheet as CSV (UTF-8)."),
            Self::Binary => f.write_str("The file is not text. Export the table again, as CSV."),
            Self::NotUtf8 { line } => write!(f, "The file is UTF-8 but for some bytes, the first on line {line}: it was damaged, or joined from two. Export it again as CSV (UTF-8)."),
            Self::NoRows => f.write_str("The first line goes on for more than a million characters: this is no table with a header row. Export it again, one row a line."),
            Self::NoHeader { line } => write!(f, "The header row was said to be on line {line}, and nothing stands there. Say which line it is on."),
            Self::TooWide => f.write_str("The header row has more columns than any spreadsheet can hold. Export the table again, with its own columns only."),
            Self::TooLarge => f.write_str("The file is larger than 4 GB. Split it by period and check the parts."),
            Self::OpenQuote { line } => write!(f, "The row on line {line} opens a quote that never closes, so that everything after it would be lost. Close the quote, or export the table again."),
        }
    }
}
