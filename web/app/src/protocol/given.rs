//! What is known of the user's files before a run: what each was taken for, what was said about it, and what is open.
//! Of their cells only the few that are shown.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// One of the user's files, to be looked at.
#[derive(Debug, Serialize, Deserialize)]
pub struct Given {
    /// The page's number for it.
    pub id: u32,
    /// The file, or a part of one under the whole file's name; its handle travels, its bytes do not.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub file: web_sys::File,
    /// The sheet or member that it is.
    pub part: Option<Part>,
    /// The table that it was set to by hand.
    pub dataset: Option<String>,
    /// What somebody says about it and has not confirmed.
    pub draft: Option<Said>,
}

/// What a part of a file brings with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The sheet's name, or the member's path.
    pub name: String,
    /// SHA-256 of the whole file.
    pub digest: [u8; 32],
    /// How it was taken out of the file.
    pub notes: Vec<NoteView>,
}

/// What is said about a file; what is left out is told by looking.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The table that it is.
    pub dataset: Option<String>,
    /// Further headers by which it is known.
    pub headers: Vec<String>,
    /// The sheet or member by which it is known.
    pub sheet: Option<String>,
    /// How its text is read.
    pub form: FormView,
    /// What is said about its columns.
    pub columns: Vec<SaidColumn>,
}

/// How a text is read, in the mapping file's words; in what is said, none where looking tells.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the mapping file's own words")]
pub struct FormView {
    pub encoding: Option<String>,
    pub delimiter: Option<String>,
    pub quote: Option<String>,
    pub header_line: Option<u32>,
}

/// What is said about a column of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidColumn {
    /// The table's name for it.
    pub field: String,
    /// The file's name for it: nothing where it has none; none where nobody says.
    pub header: Option<String>,
    /// What its words mean, as written and as agreed; nothing for a word that stands for an empty cell.
    pub values: Vec<(String, String)>,
    /// The form of its dates.
    pub dates: Option<String>,
    /// Whether it was said on this page, and not by a mapping.
    pub by_you: bool,
}

/// What was seen of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sighting {
    /// It is delimited text: one table.
    Table(Box<Seen>),
    /// It is in a payer's own format: a run tells the tables that it fills.
    Delivered(Delivered),
    /// It is a workbook or an archive, with this SHA-256.
    Packed([u8; 32]),
    /// It cannot be read.
    Unseen(Unseen),
}

/// What was seen of a file in a payer's own format.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivered {
    /// What the format is called.
    pub format: String,
    /// The columns in which the payer's own words stand, where some of them want a meaning.
    pub words: Option<Box<Seen>>,
}

/// What a file was taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// The table that it is, or is proposed to be.
    pub dataset: Option<String>,
    /// How that is known.
    pub known_by: Telltale,
    /// The tables that it could be, the likeliest first, with the required columns that each would lack.
    pub candidates: Vec<(String, Vec<String>)>,
    /// How it is read.
    pub form: FormView,
    /// Its rows below the header; none where only its beginning was looked at.
    pub rows: Option<u32>,
    /// How many rows the counts below are of.
    pub rows_seen: u32,
    /// Its first rows, with their numbers as a spreadsheet shows them.
    pub top: Vec<(u32, Vec<String>)>,
    /// Its headers.
    pub headers: Vec<String>,
    /// The table's columns: required ones without a header first.
    pub columns: Vec<SeenColumn>,
    /// The headers that no column is read from.
    pub ignored: Vec<String>,
    /// How it was read.
    pub notes: Vec<NoteView>,
    /// What is said about it already, on this page or by a mapping.
    pub said: Said,
    /// Whether a mapping says something about it.
    pub is_mapped: bool,
}

/// Why a file is not seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unseen {
    /// The reason, with what to do.
    pub why: String,
    /// The table that its name says it is: a run then tells the same of it as a finding.
    pub dataset: Option<String>,
    /// Whether its bytes cannot be had at all, so that a run without it is all that there can be.
    pub is_gone: bool,
}

/// How a file showed which table it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Telltale {
    /// By its name.
    Name,
    /// By its headers.
    Headers,
    /// By what it holds and how its columns are called: to be confirmed.
    Likeness,
    /// The user, or a mapping, says it.
    Said,
    /// By nothing.
    Nothing,
}

/// A column of a table, and what of the file it is read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenColumn {
    /// The table's name for it.
    pub field: String,
    /// Whether the table is of no use without it.
    pub required: bool,
    /// What a cell of it looks like.
    pub form: String,
    /// The file's header for it.
    pub header: Option<String>,
    /// How that header came to be its own.
    pub match_by: Match,
    /// The reason in a sentence.
    pub why: String,
    /// The headers that could be it as well.
    pub others: Vec<String>,
    /// The first values below the header.
    pub samples: Vec<String>,
    /// The values that are agreed, where there is a list of them.
    pub agreed: Vec<String>,
    /// Whether the list is closed. Where it is not, another word may stay as it is.
    pub is_closed: bool,
    /// The words that are none of them, the most frequent first.
    pub words: Vec<SeenWord>,
    /// The forms in which its dates can be written, where they are not in the table's own.
    pub dates: Option<SeenDates>,
}

/// How a header came to be a column's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Match {
    /// It is the column's own name.
    SameName,
    /// It is a name that the field has for it: to be confirmed.
    KnownName,
    /// Only what it holds speaks for it: to be confirmed.
    Content,
    /// The user says so.
    You,
    /// A mapping says so.
    Mapping,
    /// There is none.
    Nothing,
}

/// A word that nobody agreed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenWord {
    /// As it is written.
    pub written: String,
    /// In how many of the rows that were seen.
    pub rows: u32,
    /// What it means; none where nobody says and nothing is proposed.
    pub meaning: Option<String>,
    /// Whether somebody says so.
    pub is_said: bool,
    /// Whether nothing is likely, and leaving it as it is may be wrong.
    pub is_open: bool,
}

/// The dates of a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenDates {
    /// The forms that all of them can be in.
    pub possible: Vec<String>,
    /// The form that they are read in.
    pub chosen: Option<String>,
    /// Whether somebody says so.
    pub is_said: bool,
    /// Some of them as written, and the days that the form makes of them.
    pub preview: Vec<(String, String)>,
}

/// One thing to know about how a file is read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the report's own words")]
pub struct NoteView {
    pub kind: NoteKindView,
    pub field: Option<String>,
    pub cells: u32,
    pub line: Option<u32>,
    pub message: String,
}

/// What sort of thing a note tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the report's own words")]
pub enum NoteKindView {
    Doubted,
    Repaired,
    Governed,
    Mapped,
    Read,
}

impl SeenColumn {
    /// Whether somebody should look at it: something is proposed that nobody confirmed, or something required is missing.
    #[must_use]
    pub fn is_open(&self) -> bool {
        let is_proposed = matches!(self.match_by, Match::KnownName | Match::Content);
        is_proposed || self.is_lacking() || self.has_open_cells()
    }

    /// Whether it is required, and nobody has found it or said that the file does not have it.
    #[must_use]
    pub fn is_lacking(&self) -> bool {
        self.required && self.header.is_none() && self.match_by == Match::Nothing
    }

    /// Whether its dates or words wait for a confirmation.
    #[must_use]
    pub fn has_open_cells(&self) -> bool {
        let is_dated = self.dates.as_ref().is_some_and(|dates| !dates.is_said);
        let is_question = |word: &SeenWord| word.meaning.is_some() || (word.is_open && !self.is_closed);
        is_dated || self.words.iter().any(|word| !word.is_said && is_question(word))
    }
}

impl Sighting {
    /// What a mapping can say something about.
    #[must_use]
    pub fn into_seen(self) -> Option<Box<Seen>> {
        match self {
            Self::Table(seen) | Self::Delivered(Delivered { words: Some(seen), .. }) => Some(seen),
            Self::Delivered(_) | Self::Packed(_) | Self::Unseen(_) => None,
        }
    }
}

impl Seen {
    /// How many columns somebody should look at.
    #[must_use]
    pub fn open_columns(&self) -> usize {
        self.columns.iter().filter(|column| column.is_open()).count()
    }

    /// What somebody who looks at it is asked: the columns that are open, and the words of each that nobody speaks for.
    #[must_use]
    pub fn questions(&self) -> BTreeSet<(&str, &str)> {
        let open = self.columns.iter().filter(|column| column.is_open()).map(|column| (column.field.as_str(), ""));
        let words = self.columns.iter().flat_map(|column| {
            let unsaid = column.words.iter().filter(|word| !word.is_said);
            unsaid.map(|word| (column.field.as_str(), word.written.as_str()))
        });
        open.chain(words).collect()
    }

    /// How many required columns nobody has found.
    #[must_use]
    pub fn lacking_columns(&self) -> usize {
        self.columns.iter().filter(|column| column.is_lacking()).count()
    }

    /// Whether a run would leave out what the file most likely has.
    #[must_use]
    pub fn must_ask(&self) -> bool {
        let is_proposed = |column: &SeenColumn| matches!(column.match_by, Match::KnownName | Match::Content);
        let is_dated = |column: &SeenColumn| column.dates.as_ref().is_some_and(|dates| !dates.is_said);
        // Of a closed list a few odd words are findings, and only where most of a column is in other words these want a
        // meaning. Elsewhere an odd word is no finding, and would be taken for what it is not.
        let is_worded = |column: &SeenColumn| {
            let odd = column.words.iter().filter(|word| !word.is_said);
            let most = || odd.map(|word| word.rows).sum::<u32>() * 2 > self.rows_seen;
            column.has_open_cells() && (!column.is_closed || (column.required && most()))
        };
        let is_needed =
            |column: &SeenColumn| is_worded(column) || (column.required && (is_proposed(column) || is_dated(column)));
        let lacks = self.columns.iter().any(SeenColumn::is_lacking);
        let is_likely = self.dataset.is_some() && self.known_by == Telltale::Likeness;
        let could_be = self.dataset.is_none() && !self.candidates.is_empty() && self.rows_seen > 0;
        could_be
            || is_likely
            || self.columns.iter().any(is_needed)
            || (lacks && !self.ignored.is_empty() && self.rows_seen > 0)
    }
}
