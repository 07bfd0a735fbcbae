//! How a file's text is written, where somebody says so because looking at it told wrong; never what it says.

use crate::notation::words::words;

/// What somebody says about how a text is written; what is left out is told by looking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Form {
    /// Which bytes are which characters.
    pub encoding: Option<Encoding>,
    /// What stands between two cells.
    pub delimiter: Option<Delimiter>,
    /// The line of the header row, as a spreadsheet numbers it.
    pub header_line: Option<u32>,
}

impl Form {
    /// Nothing is said.
    pub const AS_IT_LOOKS: Self = Self { encoding: None, delimiter: None, header_line: None };
}

words! {
    /// Which bytes are which characters.
    pub enum Encoding {
        /// UTF-8, with or without its mark.
        Utf8 = "utf-8",
        /// UTF-16, the low byte first.
        Utf16Le = "utf-16le",
        /// UTF-16, the high byte first.
        Utf16Be = "utf-16be",
        /// What Windows has long written in the West.
        Windows1252 = "windows-1252",
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
