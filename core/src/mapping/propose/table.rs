//! Which table a file probably is, where neither its name nor its headers say so; between two it is nobody's.

use std::cmp::Reverse;

use super::columns::find;
use super::{Ids, agreed};
use crate::contract::Contract;
use crate::dataset::{Dataset, Kind};
use crate::mapping::proposal::{Candidate, Confidence, Sample};
use crate::mapping::{recognize, synonyms};
use crate::value::sort_by_key;

/// A table that fits less well is not named.
const MIN_SCORE: u32 = 40;
/// A table that fits less well is not proposed.
const LIKELY_SCORE: u32 = 65;
/// How much better than the next the proposed one must fit.
const LEAD: u32 = 10;
/// How many more of the file's headers it reads, where it fits no better.
const MORE: usize = 2;
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
        // A name speaks for a table; what a column holds could as well stand in a column of another.
        let worth = |&nth: &usize| match found[nth].confidence {
            Confidence::Certain | Confidence::Likely => 2,
            Confidence::Possible => 1,
            Confidence::Open => 0,
        };
        let required: Vec<_> = (0..columns.len()).filter(|&nth| columns[nth].required).collect();
        let required_found = required.iter().map(worth).sum();
        let all_found = (0..columns.len()).map(|nth| worth(&nth)).sum();
        // Every table has ids, so that an id alone tells of none.
        let is_told_apart = (0..columns.len()).any(|nth| is_found(nth) && columns[nth].kind != Kind::Id);
        let is_called = called.contains(&dataset) || called_part.contains(&dataset);
        let reads = (0..columns.len()).filter(|&nth| is_found(nth)).count();
        // A short table is easily found whole in a file that is another's: how much of the file it explains counts as well.
        let share = |points: usize, part: usize, whole: usize| (part * points / whole.max(1)) as u32;
        let own = share(40, required_found, required.len() * 2) + share(30, all_found, columns.len() * 2);
        let fit = own + share(30, reads, columns.len().min(sample.headers.len()));
        let fit = if is_told_apart { fit } else { fit.min(LIKELY_SCORE - 1) };
        let score = (fit + if is_called && all_found > 0 { NAME_SCORE } else { 0 }).min(100);
        let lacks = required.iter().filter(|&&nth| !is_found(nth)).map(|&nth| columns[nth].name).collect();
        Candidate { dataset, score, lacks, reads }
    };
    let mut all: Vec<_> = Dataset::ALL.iter().filter(of_pilot).map(score).collect();
    all.retain(|candidate| candidate.score >= MIN_SCORE);
    sort_by_key(&mut all, |candidate| Reverse((candidate.score, candidate.reads)));
    all.truncate(5);
    all
}

/// The first of the candidates, if it fits well and clearly better than the next, or as well and reads much more of the file.
pub(super) fn likeliest(candidates: &[Candidate]) -> Option<Dataset> {
    let first = candidates.first().filter(|first| first.score >= LIKELY_SCORE)?;
    let leads = |next: &Candidate| first.score >= next.score + LEAD || first.reads >= next.reads + MORE;
    candidates.get(1).is_none_or(leads).then_some(first.dataset)
}
