//! Every distinct id gets one small number, so that a join is an array look-up and never a comparison of text.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use super::word::{Digits, Id, Word};
use crate::value::in_stretches;

/// The number of a row that names nobody.
pub const NOBODY: u32 = u32::MAX;

/// How many look-ups are under way at once. Each waits for memory, and waiting together costs one wait.
const BATCH: usize = 32;

/// The ids of a run, numbered from zero in the order in which they were first seen.
#[derive(Debug)]
pub struct Numbering {
    /// The word of each number: the id itself, or what a long one is looked for by.
    words: Vec<Word>,
    /// The ids that are too long for a word, in the order of their numbers.
    long: Vec<(u32, Box<str>)>,
    slots: Slots,
    hasher: FixedState,
    /// The number of the id before.
    last: u32,
}

impl Numbering {
    /// A numbering with room for this many ids.
    #[must_use]
    pub fn with_capacity(ids: usize) -> Self {
        let (words, long) = (Vec::with_capacity(ids), Vec::new());
        Self { words, long, slots: Slots::for_ids(ids), hasher: FixedState::default(), last: NOBODY }
    }

    /// The numbers of so many ids, new ones for those that were never seen, [`NOBODY`] for an empty one.
    #[must_use]
    pub fn number<'t>(&mut self, len: usize, id: impl Fn(usize) -> Id<'t>) -> Vec<u32> {
        let (mut numbers, mut waiting) = (Vec::with_capacity(len), Vec::with_capacity(BATCH));
        in_stretches(len, |stretch| {
            for at in stretch {
                let word = match id(at) {
                    Id::Short(word) => word,
                    Id::Long(text) => Word::standing_for(self.hasher.hash_one(&*text)),
                };
                let known = self.guess(word);
                numbers.push(known.unwrap_or(NOBODY));
                if known.is_none() {
                    waiting.push((at, word));
                    if waiting.len() == BATCH {
                        self.look_up(&mut waiting, &mut numbers, &id);
                    }
                }
            }
        });
        self.look_up(&mut waiting, &mut numbers, &id);
        numbers
    }

    /// Exports list people in one order more often than not, so that the id after the last one,
    /// and the last one itself, are tried before anything is looked up.
    #[inline]
    fn guess(&mut self, word: Word) -> Option<u32> {
        if word == Word::EMPTY {
            return Some(NOBODY);
        }
        let is_it = |guess: u32| self.words.get(guess as usize) == Some(&word) && word.is_whole();
        let next = self.last.wrapping_add(1);
        let right = if is_it(next) { next } else { Some(self.last).filter(|&last| is_it(last))? };
        self.last = right;
        Some(right)
    }

    fn look_up<'t>(&mut self, waiting: &mut Vec<(usize, Word)>, numbers: &mut [u32], id: &impl Fn(usize) -> Id<'t>) {
        for &(at, word) in waiting.iter() {
            numbers[at] = self.slots.at_home(word);
        }
        for (at, word) in waiting.drain(..) {
            if numbers[at] == NOBODY || !word.is_whole() {
                numbers[at] = self.find_or_insert(word, || id(at));
            }
            self.last = numbers[at];
        }
    }

    /// The number of an id that does not lie where it belongs: another does, or it is new.
    fn find_or_insert<'t>(&mut self, word: Word, id: impl Fn() -> Id<'t>) -> u32 {
        let is_it = |number| word.is_whole() || matches!(id(), Id::Long(text) if self.long_id(number) == Some(&text));
        match self.slots.find(word, is_it) {
            Ok(number) => number,
            Err(free) => {
                let number = self.words.len() as u32;
                self.words.push(word);
                if let Id::Long(text) = id() {
                    self.long.push((number, text.into()));
                }
                self.slots.fill(free, Slot { word, number });
                number
            }
        }
    }

    fn long_id(&self, number: u32) -> Option<&str> {
        let at = self.long.binary_search_by_key(&number, |&(number, _)| number).ok()?;
        Some(&self.long[at].1)
    }

    /// Whether some ids may have lost leading zeros that others have: told by their first digit and their length alone.
    pub(crate) fn may_lack_zeros(&self) -> bool {
        let (mut longest_with, mut shortest_without) = (0, usize::MAX);
        for word in self.words.iter().filter(|word| word.is_whole()) {
            match word.first() {
                b'0' => longest_with = longest_with.max(word.len()),
                b'1'..=b'9' => shortest_without = shortest_without.min(word.len()),
                _ => {}
            }
        }
        shortest_without < longest_with
    }

    /// An id as digits; none where it is anything else, or too long to be kept as a word.
    pub(crate) fn digits(&self, id: u32) -> Option<Digits> {
        self.words.get(id as usize)?.digits()
    }

    /// How many ids there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.words.len()
    }
}

/// Numbers by word: a word and its number lie side by side, so that a look-up touches one place.
///
/// A general hash table keeps its tags apart from its entries and touches two; here that second
/// touch was half of the time that a million rows take.
#[derive(Debug)]
struct Slots {
    all: Vec<Slot>,
    used: usize,
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    word: Word,
    /// [`NOBODY`] where the slot is free.
    number: u32,
}

const FREE: Slot = Slot { word: Word::EMPTY, number: NOBODY };

impl Slots {
    /// Room for this many ids with a third of the slots free.
    fn for_ids(ids: usize) -> Self {
        Self { all: vec![FREE; (ids + ids / 2 + 8).next_power_of_two()], used: 0 }
    }

    /// The number of a word that lies where it belongs; [`NOBODY`] where it does not.
    #[inline]
    fn at_home(&self, word: Word) -> u32 {
        let slot = &self.all[word.hash() as usize & (self.all.len() - 1)];
        if slot.word == word { slot.number } else { NOBODY }
    }

    /// The number of a word that `is_it`, of which there are several where it stands for long ids; else the slot
    /// that is free for it.
    #[inline]
    fn find(&self, word: Word, is_it: impl Fn(u32) -> bool) -> Result<u32, usize> {
        let mask = self.all.len() - 1;
        let mut at = word.hash() as usize & mask;
        loop {
            match self.all[at] {
                Slot { number: NOBODY, .. } => return Err(at),
                slot if slot.word == word && is_it(slot.number) => return Ok(slot.number),
                _ => at = (at + 1) & mask,
            }
        }
    }

    /// Fills a free slot; of all slots a quarter stays free, so that every search ends.
    fn fill(&mut self, free: usize, slot: Slot) {
        self.all[free] = slot;
        self.used += 1;
        if self.used * 4 > self.all.len() * 3 {
            self.grow();
        }
    }

    #[cold]
    fn grow(&mut self) {
        let larger = vec![FREE; self.all.len() * 2];
        let all = std::mem::replace(&mut self.all, larger);
        for slot in all.into_iter().filter(|slot| slot.number != NOBODY) {
            // A number differs from all others, so that no slot is it.
            if let Err(free) = self.find(slot.word, |_| false) {
                self.all[free] = slot;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    fn numbers(numbering: &mut Numbering, ids: &[&str]) -> Vec<u32> {
        numbering.number(ids.len(), |at| Cow::Borrowed(ids[at]).into())
    }

    #[test]
    fn an_id_keeps_its_number_however_often_it_comes() {
        let mut numbering = Numbering::with_capacity(0);
        assert_eq!(numbers(&mut numbering, &["b", "a", "", "b", "b", "a"]), [0, 1, NOBODY, 0, 0, 1]);
        assert_eq!(numbers(&mut numbering, &["c", "a"]), [2, 1]);
        let long = "an id of more than fifteen bytes";
        assert_eq!(numbers(&mut numbering, &[long, "a", long, &long[1..], long]), [3, 1, 3, 4, 3]);
    }

    #[test]
    fn no_two_ids_share_a_number_while_the_slots_grow() {
        let ids: Vec<_> = (0..20_000u32).map(|i| i.wrapping_mul(2_654_435_761).to_string()).collect();
        let ids: Vec<_> = ids.iter().map(String::as_str).collect();
        let mut numbering = Numbering::with_capacity(3);
        assert_eq!(numbers(&mut numbering, &ids), (0..20_000).collect::<Vec<_>>());
        let turned: Vec<_> = ids.iter().rev().copied().collect();
        assert_eq!(numbers(&mut numbering, &turned), (0..20_000).rev().collect::<Vec<_>>());
        assert_eq!(numbering.count(), 20_000);
    }
}
