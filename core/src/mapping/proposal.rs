//! What a file's headers and words probably mean, with the reasons: questions to somebody, never an answer that
//! is used before it was confirmed.

use serde::Serialize;

use super::{ColumnMapping, DateForm, FileMapping};
use crate::dataset::Dataset;

/// The first rows of a file, or all of them, from which a proposal is made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sample {
    /// The file's name, with or without a path.
    pub file: String,
    /// The sheet or member of it.
    pub part: Option<String>,
    /// The table that somebody says it is.
    pub dataset: Option<Dataset>,
    /// The payer's own format that it is in: its headers are then the table's own, and only its words can be said to mean anything.
    pub format: Option<&'static str>,
    /// Its header row, as written.
    pub headers: Vec<String>,
    /// Rows below it, cells as written.
    pub rows: Vec<Vec<String>>,
}

/// What is known and what is open about one file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Proposal {
    /// The file's name, with or without a path.
    pub file: String,
    /// The sheet or member of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub part: Option<String>,
    /// The table that it is, or is proposed to be; null where somebody must say.
    pub dataset: Option<Dataset>,
    /// How that is known.
    pub known_by: KnownBy,
    /// The tables that it could be, the likeliest first, where nothing but its headers and content tells.
    pub candidates: Vec<Candidate>,
    /// The columns of that table: required ones without a header first, then the table's order.
    pub columns: Vec<ColumnProposal>,
    /// The headers that no column is read from, in the file's order.
    pub ignored: Vec<String>,
    /// What a mapping says about the file already.
    #[serde(skip)]
    pub said: Option<FileMapping>,
}

/// How it is known which table a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum KnownBy {
    /// Somebody said so, here or in a mapping file.
    Said,
    /// It is in a payer's own format, which fills the table.
    Format,
    /// The file bears the table's name.
    Name,
    /// It has the table's own headers.
    Headers,
    /// Its headers and content are likelier that table's than any other's: to be confirmed.
    Likeness,
    /// It is not known.
    Nothing,
}

/// A table that a file could be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Candidate {
    /// The table.
    pub dataset: Dataset,
    /// How well it fits, from 0 to 100.
    pub score: u32,
    /// The required columns for which no header was found.
    pub lacks: Vec<&'static str>,
    /// How many of the file's headers it reads.
    #[serde(skip)]
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub reads: usize,
}

/// What is known and what is open about one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ColumnProposal {
    /// The table's name for it.
    pub field: &'static str,
    /// Whether the table is of no use without it.
    pub required: bool,
    /// What a cell of it looks like, for people.
    pub form: &'static str,
    /// The header that it is, or is proposed to be; null where none is found, or several could be it.
    pub header: Option<String>,
    /// How sure that is.
    pub confidence: Confidence,
    /// The reason, in a sentence.
    pub why: String,
    /// The headers that could be it as well, in the file's order.
    pub others: Vec<String>,
    /// The first three different values below the header.
    pub samples: Vec<String>,
    /// The values that are agreed, where the column has a list of them.
    pub agreed: Vec<String>,
    /// Whether the list is closed. Where it is not, another word may stay as it is.
    pub is_closed: bool,
    /// The words below the header that are none of the agreed values.
    pub words: Vec<WordProposal>,
    /// The forms in which all of its dates could be written, where none is in the table's own; one is a proposal,
    /// several are a question.
    pub dates: Vec<DateForm>,
}

/// How sure it is that a header is a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// It is used without asking.
    Certain,
    /// It is a name that the field has for the column: to be confirmed.
    Likely,
    /// Only its content speaks for it: to be confirmed.
    Possible,
    /// No header is proposed.
    Open,
}

/// What a word that nobody agreed on probably means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WordProposal {
    /// As it is written.
    pub written: String,
    /// In how many of the rows that were seen.
    pub rows: u32,
    /// The agreed value; null where none is likely.
    pub agreed: Option<String>,
    /// Whether somebody must say what it means, because nothing is likely and leaving it as it is may be wrong.
    pub is_open: bool,
}

impl Proposal {
    /// Whether it can be used as it is: nothing has to be confirmed, and nothing that is required is open.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        let is_settled = |column: &ColumnProposal| {
            let is_named = column.confidence == Confidence::Certain || (column.header.is_none() && !column.required);
            let is_plain = |word: &WordProposal| word.agreed.is_none() && !word.is_open;
            is_named && column.words.iter().all(is_plain) && column.dates.is_empty()
        };
        self.dataset.is_some() && self.known_by != KnownBy::Likeness && self.columns.iter().all(is_settled)
    }

    /// Whether somebody must say something before it can be used as proposed: which of several tables it is, a column, a word
    /// or a form of dates. What is like no table needs no word: it is left out.
    #[must_use]
    pub fn is_open(&self) -> bool {
        let is_open = |column: &ColumnProposal| {
            let has_open_words = column.words.iter().any(|word| word.is_open);
            (column.header.is_none() && column.required) || has_open_words || column.dates.len() > 1
        };
        let could_be = self.dataset.is_none() && !self.candidates.is_empty();
        could_be || self.columns.iter().any(is_open)
    }

    /// What a mapping says once all that is proposed here is confirmed; what is open stays unsaid.
    #[must_use]
    pub fn confirmed(&self) -> Option<FileMapping> {
        let mut file = match &self.said {
            Some(said) => FileMapping { columns: Vec::new(), ..said.clone() },
            None => FileMapping { sheet: self.part.clone(), ..FileMapping::new(self.dataset?) },
        };
        let said = |field: &str| self.said.as_ref().and_then(|said| said.column(field));
        file.columns = self.columns.iter().filter_map(|column| column.confirmed(said(column.field))).collect();
        if self.known_by == KnownBy::Format {
            file.be_of_payers();
        }
        file.put_in_order();
        Some(file)
    }
}

impl ColumnProposal {
    fn confirmed(&self, said: Option<&ColumnMapping>) -> Option<ColumnMapping> {
        if let Some(said) = said.filter(|said| said.is_absent()) {
            return Some(said.clone());
        }
        // That a word stays as it is is said too: so one that is new is noticed the next time.
        let meant = |word: &WordProposal| word.agreed.clone().or_else(|| (!word.is_open).then(|| word.written.clone()));
        let words = self.words.iter().filter_map(|word| Some((word.written.clone(), meant(word)?)));
        let dates = match self.dates[..] {
            [only] => Some(only),
            _ => None,
        };
        let mut values = said.map(|said| said.values.clone()).unwrap_or_default();
        values.extend(words);
        let dates = said.and_then(|said| said.dates).or(dates);
        Some(ColumnMapping { field: self.field, header: Some(self.header.clone()?), values, dates })
    }
}
