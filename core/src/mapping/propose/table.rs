//! Which table a file probably is, where neither its name nor its headers say so; between two it is nobody's.

use std::cmp::Reverse;

use super::columns::find;
use super::{Ids, agreed};
use crate::contract::Contract;
use crate::dataset::Dataset;
use crate::mapping::proposal::{Candidate, Sample};
use crate::mapping::{recognize, synonyms};
use crate::value::sort_by_key;

/// A table that fits less well is not named.
const MIN_SCORE: u32 = 40;
/// A table that fits less well is not proposed.
const LIKELY_SCORE: u32 = 65;
/// How much better than the next the proposed one must fit.
const LEAD: u32 = 10;
/// What a file's name is worth.
const NAME_SCORE: u32 = 25;

/// The tables of the contract's pilot that a file could be, the likeliest first.
pub(super) fn candidates(sample: &Sample, ids: &Ids, contract: &Contract) -> Vec<Candidate> {
    let called = synonyms::tables_called(recognize::stem(&sample.file));
    let called_part = sample.part.as_deref().map(synonyms::tables_called).unwrap_or_default();
    let of_pilot = |dataset: &&Dataset| dataset.definition().pilot.is_none_or(|pilot| pilot == contract.pilot);
    let score = |&dataset: &Dataset| {
        let columns = dataset.definition().columns;
        let lists: Vec<_> = columns.iter().map(|column| agreed::of(dataset, column, contract)).collect();
        let found = find(sample, dataset, None, ids, &lists);
        let is_found = |nth: usize| found[nth].place.is_some();
        let required: Vec<_> = (0..columns.len()).filter(|&nth| columns[nth].required).collect();
        let required_found = required.iter().filter(|&&nth| is_found(nth)).count();
        let all_found = (0..columns.len()).filter(|&nth| is_found(nth)).count();
        let is_called = called.contains(&dataset) || called_part.contains(&dataset);
        let share = |part: usize, whole: usize| (part * 50 / whole.max(1)) as u32;
        let fit = share(required_found, required.len()) + share(all_found, columns.len());
        let score = (fit + if is_called && all_found > 0 { NAME_SCORE } else { 0 }).min(100);
        let lacks = required.iter().filter(|&&nth| !is_found(nth)).map(|&nth| columns[nth].name).collect();
        Candidate { dataset, score, lacks }
    };
    let mut all: Vec<_> = Dataset::ALL.iter().filter(of_pilot).map(score).collect();
    all.retain(|candidate| candidate.score >= MIN_SCORE);
    sort_by_key(&mut all, |candidate| Reverse(candidate.score));
    all.truncate(5);
    all
}

/// The first of the candidates, if it fits well and clearly better than the next.
pub(super) fn likeliest(candidates: &[Candidate]) -> Option<Dataset> {
    let first = candidates.first().filter(|first| first.score >= LIKELY_SCORE)?;
    let next = candidates.get(1).map_or(0, |next| next.score);
    (first.score >= next + LEAD).then_some(first.dataset)
}
