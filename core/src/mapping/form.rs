//! How a file's text is written, where somebody says so because looking at it told wrong; never what it says.

use std::fmt;

use crate::notation::words::words;

/// What somebody says about how a text is written; what is left out is told by looking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Form {
    /// How its characters are written as bytes.
    pub encoding: Option<Encoding>,
    /// What stands between two cells.
    pub delimiter: Option<Delimiter>,
    /// How its cells are quoted.
    pub quote: Option<Quote>,
    /// The line of the header row, as a spreadsheet numbers it.
    pub header_line: Option<u32>,
}

impl Form {
    /// Nothing is said.
    pub const AS_IT_LOOKS: Self = Self { encoding: None, delimiter: None, quote: None, header_line: None };
}

words! {
    /// How a file's characters are written as bytes.
    pub enum Encoding {
        /// UTF-8, with or without a byte order mark.
        Utf8 = "utf-8",
        /// UTF-16, the low byte first: what Excel calls *Unicode text*.
        Utf16Le = "utf-16le",
        /// UTF-16, the high byte first.
        Utf16Be = "utf-16be",
        /// The code page of western Windows, what Excel writes as *CSV*; ISO 8859-1 is read as it too.
        Windows1252 = "windows-1252",
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 (little-endian)",
            Self::Utf16Be => "UTF-16 (big-endian)",
            Self::Windows1252 => "Windows-1252",
        })
    }
}

words! {
    /// What stands between two cells.
    pub enum Delimiter {
        /// A comma.
        Comma = ",",
        /// A semicolon.
        Semicolon = ";",
        /// A tab.
        Tab = "\t",
        /// A bar.
        Bar = "|",
    }
}

impl Delimiter {
    /// The byte that it is.
    #[must_use]
    pub fn byte(self) -> u8 {
        self.name().as_bytes()[0]
    }
}

words! {
    /// How a cell that holds a delimiter, a line break or a quote is written.
    pub enum Quote {
        /// Between double quotes, of which one inside stands twice: `"a ""b"" c"`.
        Doubled = "doubled",
        /// Between double quotes, of which one inside has a backslash before it: `"a \"b\" c"`.
        Backslash = "backslash",
        /// Between single quotes, of which one inside stands twice: `'it''s'`.
        Single = "single",
    }
}

impl fmt::Display for Quote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Doubled => "double quotes, doubled inside",
            Self::Backslash => "double quotes, with a backslash before one inside",
            Self::Single => "single quotes",
        })
    }
}
