//! The X12 transactions of a health plan: enrolments, eligibility answers, claims and remittances, each into what it can fill.
//! The line of a row is the number of its segment.

mod claim;
mod eligibility;
mod enrolment;
mod envelope;
mod remittance;
mod segments;
mod spans;

use std::collections::BTreeMap;

use super::told::{counted, listed, read as told};
use super::{Part, Source, Terms};
use crate::note::Note;
use crate::value::sort;

use envelope::Transaction;
use segments::Segments;

/// Whether a source begins as an interchange does.
pub(super) fn is_interchange(source: Source<'_>) -> bool {
    let head = source.bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(source.bytes).trim_ascii_start();
    matches!(head, [b'I', b'S', b'A', separator, ..] if !separator.is_ascii_alphanumeric() && !separator.is_ascii_whitespace())
}

/// Reads every interchange that was given.
pub(super) fn read(sources: &[(usize, Source<'_>)], terms: &Terms) -> Vec<Part> {
    let texts: Vec<_> = sources.iter().map(|&(at, source)| (at, source.text())).collect();
    let segments: Vec<_> = texts.iter().map(|(at, text)| (*at, Segments::of(text))).collect();
    let (mut transactions, mut envelopes) = (Vec::new(), BTreeMap::new());
    for (at, segments) in &segments {
        let (own, notes) = envelope::open(*at, segments);
        transactions.extend(own);
        envelopes.insert(*at, notes);
    }
    let of = |kind: &str| transactions.iter().filter(|set| set.kind == kind).collect::<Vec<_>>();
    let mut parts = enrolment::read(&of("834"), terms);
    parts.extend(eligibility::read(&of("271"), terms));
    let (claims, remittances) = (claim::all(&of("837")), remittance::all(&of("835")));
    parts.extend(claim::read(&claims, &remittances, terms));
    parts.extend(remittance::read(&remittances, &claims));
    for (at, notes) in envelopes {
        let own = transactions.iter().filter(|set| set.source == at);
        let others = others(own.map(|set| set.kind).collect());
        let is_told = parts.iter().any(|part| part.source == at);
        if let Some(told_of) = others.or_else(|| {
            (!is_told).then(|| "An X12 interchange that says nothing about anybody: it fills no table.".to_owned())
        }) {
            parts.push(Part::without_rows(at, "X12", vec![told(told_of)]));
        }
        // What speaks of the whole file is told once, where it is first told of.
        if let Some(part) = parts.iter_mut().find(|part| part.source == at) {
            part.notes.extend(notes);
        }
    }
    parts
}

/// What is said of the transactions of kinds that fill nothing.
fn others(mut kinds: Vec<&str>) -> Option<String> {
    kinds.retain(|kind| !["834", "271", "837", "835"].contains(kind));
    let count = counted(kinds.len(), "transaction", "transactions");
    sort(&mut kinds);
    kinds.dedup();
    let all = listed(&kinds.iter().map(|&kind| kind.to_owned()).collect::<Vec<_>>());
    (!kinds.is_empty()).then(|| {
        format!(
            "An X12 interchange with {count} of another kind ({all}): they fill no table. 834, 271, 837 and 835 do."
        )
    })
}

/// The sources of some transactions, in their order, each once.
fn sources_of(sets: &[&Transaction<'_>]) -> Vec<usize> {
    let mut sources: Vec<_> = sets.iter().map(|set| set.source).collect();
    sort(&mut sources);
    sources.dedup();
    sources
}

/// What every part of a source says of its lines.
fn lines() -> Note {
    told("The line of a row is the number of its segment in the file.")
}
