//! Files in a payer's own format among those that were given, each as the tables that it fills; never one that is a table already.

use std::cmp::Ordering;

use super::opened::{Given, Opened, Unread, cut};
use super::text::{Header, records};
use super::{File, Input, Refusal};
use crate::contract::Contract;
use crate::mapping::Sample;
use crate::note::{Note, NoteKind};
use crate::payer::{self, Family, OWN_WORDS, Part, Source, Terms};
use crate::table::Table;
use crate::value::{Digest, sort_by};

/// Reads the payers' files among all files, and puts the tables that they fill in their place. The order in which they
/// were given changes nothing.
#[must_use]
pub fn read_delivered(given: Vec<Given>, terms: &Terms) -> Vec<Given> {
    let (mut delivered, mut others) = (Vec::new(), Vec::new());
    for one in given {
        match one {
            Given::File(file) => match Family::of(source(&file)) {
                Some(family) => delivered.push((family, file)),
                None => others.push(Given::File(file)),
            },
            Given::Opened(_) => others.push(one),
        }
    }
    sort_by(&mut delivered, |(_, a), (_, b)| in_order(a, b));
    let sources: Vec<_> = delivered.iter().map(|(family, file)| (*family, source(file))).collect();
    let parts = payer::read(&sources, terms);
    let digests: Vec<_> =
        delivered.iter().map(|(_, file)| file.digest.unwrap_or_else(|| Digest::of(&file.bytes))).collect();
    let tables = parts.into_iter().map(|part| opened(&delivered[part.source].1, digests[part.source], part, terms));
    tables.map(|table| Given::Opened(Box::new(table))).chain(others).collect()
}

/// The rows in which files bring a payer's own words, so many of each file: what these mean, a mapping can say. Each comes
/// with its file's place among all. The first bytes of a file will do where its format can be read in parts.
#[must_use]
pub fn sample_delivered<'f>(files: &[&'f File], contract: &Contract, rows: usize) -> Vec<(usize, Sample)> {
    let family = |(place, &file): (usize, &&'f File)| Some((Family::of(source(file))?, place, file));
    let mut delivered: Vec<(Family, usize, &'f File)> = files.iter().enumerate().filter_map(family).collect();
    sort_by(&mut delivered, |(.., a), (.., b)| in_order(a, b));
    let sources: Vec<_> = delivered.iter().map(|&(family, _, file)| (family, source(file))).collect();
    let sample = |part: Part| {
        let (family, place, file) = delivered[part.source];
        let dataset = part.dataset.filter(|dataset| *dataset == OWN_WORDS.0)?;
        let filled = records(&part.text, 0, b',', 1).map(|(_, cells)| cells).filter(|cells| cells.len() > 1);
        Some((
            place,
            Sample {
                file: file.name.clone(),
                part: None,
                dataset: Some(dataset),
                format: Some(family.name()),
                headers: part.columns.iter().map(|&column| column.to_owned()).collect(),
                rows: filled.take(rows).collect(),
            },
        ))
    };
    payer::read(&sources, &Terms::of(contract, None)).into_iter().filter_map(sample).collect()
}

/// Whether a file is in a payer's own format, as its name and its first bytes say. Such files go by any name.
#[must_use]
pub fn is_delivered(name: &str, head: &[u8]) -> bool {
    Family::of(Source { name, member: None, bytes: head }).is_some()
}

/// Which of the payers' own formats a file is in, as its first bytes say.
#[must_use]
pub fn delivered_as(file: &File) -> Option<&'static str> {
    Family::of(source(file)).map(Family::name)
}

fn in_order(a: &File, b: &File) -> Ordering {
    (&a.name, &a.part, &a.bytes).cmp(&(&b.name, &b.part, &b.bytes))
}

fn source(file: &File) -> Source<'_> {
    Source { name: &file.name, member: file.part.as_deref(), bytes: &file.bytes }
}

fn opened(file: &File, digest: Digest, mut part: Part, terms: &Terms) -> Opened {
    let name = file.name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    let what = file.part.as_ref().map_or_else(|| part.what.clone(), |member| format!("{member}: {}", part.what));
    let contents = match part.dataset {
        Some(dataset) => {
            let names = part.columns.iter().map(|&column| column.to_owned()).collect();
            let above = Header { names, delimiter: b',', line: 0, end: 0 };
            let said = terms.said(dataset).unwrap_or_else(|tie| {
                let (kind, message) = (NoteKind::Doubted, tie.to_string());
                part.notes.push(Note { kind, field: None, cells: 0, line: None, message });
                None
            });
            cut(dataset, name.clone(), part.text, above, said.as_ref(), &mut part.notes)
        }
        None => Err(Unread::Refused(Refusal::Unknown)),
    };
    let rows = contents.as_ref().map_or(0, Table::len);
    let (dataset, notes) = (part.dataset, [file.notes.clone(), part.notes].concat());
    Opened { input: Input { dataset, file: name, digest, rows, part: Some(what), notes }, contents }
}
