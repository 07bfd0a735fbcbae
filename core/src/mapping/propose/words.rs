//! The words of a column that nobody agreed on: what each probably means, and which of them somebody must speak to.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::agreed::Agreed;
use crate::mapping::proposal::WordProposal;
use crate::value::sort_by_key;

/// A list of words longer than this is no list.
const MAX_WORDS: usize = 40;

/// The words of a column that are neither agreed nor said to mean anything, the most frequent first.
///
/// In a column whose list is not closed, a word may well be another product than those that the contract looks for. It is
/// open there only where nothing in the column is what the contract looks for, or where its other words were said before.
pub(super) fn strange_words<'c>(
    cells: &(impl Iterator<Item = &'c str> + Clone),
    agreed: &Agreed,
    said: Option<&BTreeMap<String, String>>,
) -> Vec<WordProposal> {
    if agreed.values.is_empty() {
        return Vec::new();
    }
    let is_agreed = |word: &str| agreed.values.iter().any(|value| value == word);
    let is_said = |word: &str| said.is_some_and(|said| said.contains_key(word));
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    cells
        .clone()
        .filter(|cell| !is_agreed(cell) && !is_said(cell))
        .for_each(|cell| *counts.entry(cell).or_default() += 1);
    let mut words: Vec<_> = counts.into_iter().collect();
    sort_by_key(&mut words, |&(_, rows)| Reverse(rows));
    let is_list = words.len() <= MAX_WORDS;
    words.truncate(MAX_WORDS);
    let mut words: Vec<_> = words
        .into_iter()
        .map(|(written, rows)| {
            let agreed = agreed.meaning(written).map(str::to_owned);
            WordProposal { written: written.to_owned(), rows, agreed, is_open: false }
        })
        .collect();
    let is_known = said.is_some_and(|said| !said.is_empty());
    let is_foreign =
        agreed.are_needed && words.iter().all(|word| word.agreed.is_none()) && !cells.clone().any(is_agreed);
    let must_be_said = agreed.are_all || is_known || is_foreign;
    words.retain(|word| is_list || agreed.are_all || word.agreed.is_some());
    for word in &mut words {
        word.is_open = must_be_said && word.agreed.is_none();
    }
    words
}
