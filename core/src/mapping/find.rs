//! Which part of a mapping is meant for a file: told by the headers that the file has, never by its order or its age.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::alike::{Likeness, canonical, core, place_of};
use super::{FileMapping, Mapping};
use crate::dataset::Dataset;
use crate::value::gathered;

/// Where a column stands in a file, and why it is taken to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fit {
    /// The place among the headers, from zero.
    pub place: usize,
    /// Why.
    pub why: Why,
}

/// Why a header is surely a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Somebody said so.
    Said,
    /// It is the column's own name.
    Same,
    /// It is the column's own name but for blanks, case and signs.
    Alike,
}

/// Two parts of a mapping are meant for a file, neither more than the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// Their places in the mapping file, from one.
    pub entries: [usize; 2],
    /// The table, if both are of one.
    pub dataset: Option<Dataset>,
}

impl fmt::Display for Tie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, second] = self.entries;
        write!(
            f,
            "The mapping's [[file]] {first} and {second} fit this file alike, so that neither is used. Name in headers what only one of them has."
        )
    }
}

/// Where each column of a table surely stands in a file of these headers; none where that takes a question.
#[must_use]
pub fn places(dataset: Dataset, headers: &[String], said: Option<&FileMapping>) -> Vec<Option<Fit>> {
    let columns = dataset.definition().columns.iter();
    let fit = |name: &str| {
        let header = said.and_then(|said| said.column(name)).and_then(|column| column.header.as_deref());
        if header == Some("") {
            return None;
        }
        let (place, likeness) = place_of(header.unwrap_or(name), headers)?;
        let why = match likeness {
            Likeness::Same if canonical(&headers[place]) == name => Why::Same,
            _ if header.is_some() => Why::Said,
            Likeness::Same => Why::Same,
            Likeness::Alike => Why::Alike,
        };
        Some(Fit { place, why })
    };
    columns.map(|column| fit(column.name)).collect()
}

/// Of several parts of a mapping that fit, the one that names the most headers.
///
/// # Errors
/// Where two name equally many, it is neither.
pub fn best<'m>(mapping: &'m Mapping, fits: &[(usize, usize)]) -> Result<Option<&'m FileMapping>, Tie> {
    let most = fits.iter().map(|&(_, headers)| headers).max();
    let mut most = fits.iter().filter(|&&(_, headers)| Some(headers) == most).map(|&(entry, _)| entry);
    let (Some(first), second) = (most.next(), most.next()) else { return Ok(None) };
    let Some(second) = second else { return Ok(mapping.files().get(first)) };
    let dataset = |entry: usize| mapping.files().get(entry).map(|file| file.dataset);
    Err(Tie { entries: [first + 1, second + 1], dataset: dataset(first).filter(|_| dataset(first) == dataset(second)) })
}

impl FileMapping {
    /// How many headers of a file it names, if the file has them all. `told` is the table that the file says it is.
    #[must_use]
    pub fn fits(&self, headers: &[String], part: Option<&str>, told: Option<Dataset>) -> Option<usize> {
        let is_instead = told.is_some() && told == self.instead_of;
        let is_told = is_instead || told.is_none_or(|told| told == self.dataset);
        let is_part = self.sheet.as_deref().is_none_or(|sheet| part.is_some_and(|part| part.trim() == sheet));
        if !is_told || !is_part {
            return None;
        }
        let names = self.names();
        let has_all = names.iter().all(|name| place_of(name, headers).is_some());
        has_all.then_some(names.len() + usize::from(self.sheet.is_some()) + usize::from(is_instead))
    }

    /// Whether a file can be known by it.
    pub(super) fn names_something(&self) -> bool {
        !self.names().is_empty()
    }

    /// The headers that it names, each once.
    fn names(&self) -> Vec<&str> {
        let present = self.columns.iter().filter(|column| !column.is_absent());
        let columns = present.map(|column| column.header.as_deref().unwrap_or(column.field));
        let mut seen = BTreeSet::new();
        columns.chain(self.headers.iter().map(String::as_str)).filter(|name| seen.insert(core(name))).collect()
    }

    /// By which two are told apart: equal shapes fit the same files.
    pub(super) fn shape(&self) -> (Dataset, Option<String>, BTreeSet<String>) {
        (self.dataset, self.sheet.clone(), gathered(self.names().into_iter().map(core)))
    }
}
