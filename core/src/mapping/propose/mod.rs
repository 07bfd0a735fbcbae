//! Proposals for files that nobody mapped yet: from names, from what the field calls things, and from content.

mod agreed;
mod columns;
mod content;
mod meant;
mod page;
mod table;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use super::proposal::{Confidence, KnownBy, Proposal, Sample};
use super::{FileMapping, Mapping, best, places, recognize};
use crate::contract::Contract;
use crate::dataset::{Dataset, Kind};
use crate::value::sort_by_key;

pub use page::draft;

/// What each file's headers and words probably mean. What a mapping says already is taken as it is; files that
/// are given together help one another, since their ids are the same people's.
#[must_use]
pub fn propose(samples: &[Sample], contract: &Contract, mapping: Option<&Mapping>) -> Vec<Proposal> {
    let said: Vec<_> = samples.iter().map(|sample| mapping.and_then(|mapping| said(sample, mapping))).collect();
    propose_as(samples, &said, contract)
}

/// The same, where it is known what is said about each file.
#[must_use]
pub fn propose_as(samples: &[Sample], said: &[Option<&FileMapping>], contract: &Contract) -> Vec<Proposal> {
    let ids = Ids::of(samples, said);
    samples.iter().zip(said).map(|(sample, said)| propose_one(sample, *said, &ids, contract)).collect()
}

/// The part of a mapping that is meant for a file.
fn said<'m>(sample: &Sample, mapping: &'m Mapping) -> Option<&'m FileMapping> {
    let told = told(sample).map(|(dataset, _)| dataset);
    let fits = mapping.files().iter().enumerate().filter_map(|(nth, file)| {
        let is_told = sample.dataset.is_none_or(|told| told == file.dataset);
        let headers = file.fits(&sample.headers, sample.part.as_deref(), told).filter(|_| is_told)?;
        Some((nth, headers))
    });
    best(mapping, &fits.collect::<Vec<_>>()).ok().flatten()
}

/// The table that a file surely is.
fn told(sample: &Sample) -> Option<(Dataset, KnownBy)> {
    let known_by = if sample.format.is_some() { KnownBy::Format } else { KnownBy::Said };
    let said = sample.dataset.map(|dataset| (dataset, known_by));
    said.or_else(|| Some((recognize::by_name(&sample.file)?, KnownBy::Name)))
        .or_else(|| Some((recognize::by_headers(&sample.headers)?, KnownBy::Headers)))
}

fn propose_one(sample: &Sample, said: Option<&FileMapping>, ids: &Ids, contract: &Contract) -> Proposal {
    let of_mapping = said.filter(|_| sample.format.is_none()).map(|said| (said.dataset, KnownBy::Said));
    let known = of_mapping.or_else(|| told(sample));
    let candidates = if known.is_none() { table::candidates(sample, ids, contract) } else { Vec::new() };
    let (dataset, known_by) = match known.or_else(|| Some((table::likeliest(&candidates)?, KnownBy::Likeness))) {
        Some((dataset, known_by)) => (Some(dataset), known_by),
        None => (None, KnownBy::Nothing),
    };
    let mut columns: Vec<_> =
        dataset.map(|dataset| columns::of(sample, dataset, said, ids, contract)).unwrap_or_default();
    sort_by_key(&mut columns, |column| !(column.required && column.confidence == Confidence::Open));
    let is_read = |header: &String| columns.iter().any(|column| column.header.as_ref() == Some(header));
    let ignored = sample.headers.iter().filter(|header| !header.trim().is_empty() && !is_read(header));
    let ignored = ignored.cloned().collect();
    Proposal {
        file: sample.file.clone(),
        part: sample.part.clone(),
        dataset,
        known_by,
        candidates,
        columns,
        ignored,
        said: said.cloned(),
    }
}

/// The ids that surely known columns hold, by the column's name: whom the files speak of.
struct Ids(BTreeMap<&'static str, BTreeSet<String>>);

impl Ids {
    fn of(samples: &[Sample], said: &[Option<&FileMapping>]) -> Self {
        let mut ids: BTreeMap<&'static str, BTreeSet<String>> = BTreeMap::new();
        for (sample, said) in samples.iter().zip(said) {
            let Some(dataset) = said.map(|said| said.dataset).or_else(|| told(sample).map(|(dataset, _)| dataset))
            else {
                continue;
            };
            let columns = dataset.definition().columns.iter().zip(places(dataset, &sample.headers, *said));
            for (column, fit) in columns {
                if let (Kind::Id, Some(fit)) = (column.kind, fit) {
                    ids.entry(column.name).or_default().extend(sample.cells(fit.place).map(str::to_owned));
                }
            }
        }
        Self(ids)
    }

    /// How many of a hundred cells hold an id of this column; none where no file has such a column.
    fn share<'c>(&self, column: &str, cells: impl Iterator<Item = &'c str>) -> Option<usize> {
        let known = self.0.get(column).filter(|known| !known.is_empty())?;
        let (mut all, mut found) = (0, 0);
        cells.for_each(|cell| {
            all += 1;
            found += usize::from(known.contains(cell));
        });
        (all > 0).then(|| found * 100 / all)
    }
}

impl Sample {
    /// The cells of a column that have something in them.
    fn cells(&self, place: usize) -> impl Iterator<Item = &str> + Clone {
        let cells = self.rows.iter().filter_map(move |row| row.get(place));
        cells.map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }
}
