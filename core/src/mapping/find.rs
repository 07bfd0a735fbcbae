//! Which part of a mapping is meant for a file: told by the headers that the file has, never by its order or its age.

use std::collections::BTreeSet;

use super::alike::{Likeness, core, place_of};
use super::{FileMapping, Mapping};
use crate::dataset::Dataset;

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

/// Several parts of a mapping are meant for a file, none of them more than another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// Their places in the mapping file, from one.
    pub entries: Vec<usize>,
    /// The table, if all are of one.
    pub dataset: Option<Dataset>,
}

/// Where each column of a table surely stands in a file of these headers; none where that takes a question.
#[must_use]
pub fn places(dataset: Dataset, headers: &[String], said: Option<&FileMapping>) -> Vec<Option<Fit>> {
    let columns = dataset.definition().columns.iter();
    let fit = |name: &str| {
        let header = said.and_then(|said| said.column(name)).and_then(|column| column.header.as_deref());
        let (place, likeness) = place_of(header.unwrap_or(name), headers)?;
        let why = match likeness {
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
    let Some(most) = fits.iter().map(|&(_, headers)| headers).max() else { return Ok(None) };
    let entries: Vec<_> = fits.iter().filter(|&&(_, headers)| headers == most).map(|&(entry, _)| entry).collect();
    if let [only] = entries[..] {
        return Ok(mapping.files().get(only));
    }
    let datasets: Vec<_> =
        entries.iter().filter_map(|&entry| mapping.files().get(entry)).map(|file| file.dataset).collect();
    let dataset = datasets.first().copied().filter(|first| datasets.iter().all(|dataset| dataset == first));
    Err(Tie { entries: entries.into_iter().map(|entry| entry + 1).collect(), dataset })
}

impl FileMapping {
    /// How many headers of a file it names, if the file has them all. `told` is the table that the file is known to be.
    #[must_use]
    pub fn fits(&self, headers: &[String], part: Option<&str>, told: Option<Dataset>) -> Option<usize> {
        let is_told = told.is_none_or(|told| told == self.dataset);
        let is_part = self.sheet.as_deref().is_none_or(|sheet| part.is_some_and(|part| part.trim() == sheet));
        if !is_told || !is_part {
            return None;
        }
        let names = self.names();
        let has_all = names.iter().all(|name| place_of(name, headers).is_some());
        has_all.then_some(names.len() + usize::from(self.sheet.is_some()))
    }

    /// The headers that it names, each once.
    fn names(&self) -> Vec<&str> {
        let columns = self.columns.iter().map(|column| column.header.as_deref().unwrap_or(column.field));
        let mut seen = BTreeSet::new();
        columns.chain(self.headers.iter().map(String::as_str)).filter(|name| seen.insert(core(name))).collect()
    }

    /// By which two are told apart: equal shapes fit the same files.
    pub(super) fn shape(&self) -> (Dataset, Option<String>, BTreeSet<String>) {
        (self.dataset, self.sheet.clone(), self.names().into_iter().map(core).collect())
    }
}
