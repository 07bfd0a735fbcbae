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
        for &(at, word) in waiting.iter() {
            let is_it = self.words.get(numbers[at] as usize) == Some(&word);
            numbers[at] = if is_it { numbers[at] } else { NOBODY };
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
        let is_long = |number| matches!(id(), Id::Long(text) if self.long_id(number) == Some(&text));
        let is_it = |number: u32| self.words[number as usize] == word && (word.is_whole() || is_long(number));
        match self.slots.find(word, is_it) {
            Ok(number) => number,
            Err(free) => {
                let number = self.words.len() as u32;
                self.words.push(word);
                if let Id::Long(text) = id() {
                    self.long.push((number, text.into()));
                }
                self.slots.fill(free, number, &self.words);
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

/// Numbers by word. Only the numbers lie here, and the words in their own order: so little is touched that much of it stays
/// in the cache, and whether a number is the right one is asked of many at once.
#[derive(Debug)]
struct Slots {
    /// [`NOBODY`] where a slot is free.
    all: Vec<u32>,
}

impl Slots {
    /// Room for this many ids with a third of the slots free.
    fn for_ids(ids: usize) -> Self {
        Self { all: vec![NOBODY; (ids + ids / 2 + 8).next_power_of_two()] }
    }

    /// The number that lies where a word belongs, whosever it is; [`NOBODY`] where none does.
    #[inline]
    fn at_home(&self, word: Word) -> u32 {
        self.all[self.home(word)]
    }

    #[inline]
    fn home(&self, word: Word) -> usize {
        word.hash() as usize & (self.all.len() - 1)
    }

    /// The number of a word that `is_it`, of which there are several where it stands for long ids; else the slot
    /// that is free for it.
    #[inline]
    fn find(&self, word: Word, is_it: impl Fn(u32) -> bool) -> Result<u32, usize> {
        let (mask, mut at) = (self.all.len() - 1, self.home(word));
        loop {
            match self.all[at] {
                NOBODY => return Err(at),
                number if is_it(number) => return Ok(number),
                _ => at = (at + 1) & mask,
            }
        }
    }

    /// Fills a free slot with the number of the last of all words; a quarter of all slots stays free, so that every search ends.
    fn fill(&mut self, free: usize, number: u32, words: &[Word]) {
        self.all[free] = number;
        if words.len() * 4 > self.all.len() * 3 {
            self.grow(words);
        }
    }

    #[cold]
    fn grow(&mut self, words: &[Word]) {
        self.all = vec![NOBODY; self.all.len() * 2];
        for (number, &word) in (0..).zip(words) {
            // A number differs from all others, so that no slot is it.
            if let Err(free) = self.find(word, |_| false) {
                self.all[free] = number;
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
