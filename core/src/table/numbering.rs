//! Every distinct id gets one small number, so that a join is an array look-up and never a comparison of text.

use std::borrow::Cow;
use std::hash::BuildHasher;

use compact_str::CompactString;
use foldhash::fast::FixedState;

use crate::value::in_stretches;

/// The number of a row that names nobody.
pub const NOBODY: u32 = u32::MAX;

/// How many look-ups are under way at once. Each waits for memory, and waiting together costs one wait.
const BATCH: usize = 32;

/// The ids of a run, numbered from zero in the order in which they were first seen.
#[derive(Debug)]
pub struct Numbering {
    names: Vec<CompactString>,
    slots: Slots,
    hasher: FixedState,
    /// The number of the id before.
    last: u32,
}

impl Numbering {
    /// A numbering with room for this many ids.
    #[must_use]
    pub fn with_capacity(ids: usize) -> Self {
        Self { names: Vec::with_capacity(ids), slots: Slots::for_ids(ids), hasher: FixedState::default(), last: NOBODY }
    }

    /// The numbers of so many ids, new ones for those that were never seen, [`NOBODY`] for an empty one.
    #[must_use]
    pub fn number<'t>(&mut self, len: usize, id: impl Fn(usize) -> Cow<'t, str>) -> Vec<u32> {
        let mut numbers = Vec::with_capacity(len);
        let mut waiting = Vec::with_capacity(BATCH);
        in_stretches(len, |stretch| {
            for at in stretch {
                let id = id(at);
                let known = if id.is_empty() { Some(NOBODY) } else { self.guess(&id) };
                numbers.push(known.unwrap_or(NOBODY));
                if known.is_none() {
                    let half = self.hasher.hash_one(&*id) as u32;
                    waiting.push(Waiting { at, half, maybe: NOBODY, id });
                }
                if waiting.len() == BATCH {
                    self.look_up(&mut waiting, &mut numbers);
                }
            }
        });
        self.look_up(&mut waiting, &mut numbers);
        numbers
    }

    /// Exports list people in one order more often than not, so that the id after the last one,
    /// and the last one itself, are tried before anything is looked up.
    #[inline]
    fn guess(&mut self, id: &str) -> Option<u32> {
        let guesses = [self.last.wrapping_add(1), self.last];
        let right = guesses.into_iter().find(|&guess| self.names.get(guess as usize).is_some_and(|name| name == id))?;
        self.last = right;
        Some(right)
    }

    fn look_up(&mut self, waiting: &mut Vec<Waiting<'_>>, numbers: &mut [u32]) {
        for one in waiting.iter_mut() {
            one.maybe = self.slots.first(one.half);
        }
        for one in waiting.iter() {
            let right = self.names.get(one.maybe as usize).is_some_and(|name| *name == *one.id);
            numbers[one.at] = if right { one.maybe } else { NOBODY };
        }
        for one in waiting.drain(..) {
            if numbers[one.at] == NOBODY {
                numbers[one.at] = self.find_or_insert(&one);
            }
            self.last = numbers[one.at];
        }
    }

    /// The number of an id whose first candidate was another: it may come later, or be new.
    fn find_or_insert(&mut self, one: &Waiting<'_>) -> u32 {
        if let Some(number) = self.slots.all(one.half).find(|&number| self.names[number as usize] == *one.id) {
            return number;
        }
        self.names.push(CompactString::new(&one.id));
        let number = self.names.len() as u32 - 1;
        self.slots.insert(one.half, number);
        number
    }

    /// How many ids there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.names.len()
    }
}

/// An id whose number is being looked up.
struct Waiting<'t> {
    at: usize,
    /// Half of its hash.
    half: u32,
    /// The first number that has the same half.
    maybe: u32,
    id: Cow<'t, str>,
}

/// Numbers by half a hash: a half and its number lie in one word, so that a look-up touches one place.
///
/// A general hash table keeps its tags apart from its entries and touches two; here that second
/// touch was half of the time that a million rows take.
#[derive(Debug)]
struct Slots {
    words: Vec<u64>,
    used: usize,
}

/// The word of a slot that holds nothing: no number is [`NOBODY`].
const FREE: u64 = u64::MAX;

impl Slots {
    /// Room for this many ids with a third of the slots free.
    fn for_ids(ids: usize) -> Self {
        Self { words: vec![FREE; (ids + ids / 2 + 8).next_power_of_two()], used: 0 }
    }

    /// The words from where a half belongs to the next free slot.
    #[inline]
    fn run(&self, half: u32) -> impl Iterator<Item = u64> {
        let (mask, start) = (self.words.len() - 1, half as usize);
        (0..self.words.len()).map(move |step| self.words[(start + step) & mask]).take_while(|&word| word != FREE)
    }

    /// The first number of a half, or [`NOBODY`].
    #[inline]
    fn first(&self, half: u32) -> u32 {
        self.all(half).next().unwrap_or(NOBODY)
    }

    /// Every number of a half.
    #[inline]
    fn all(&self, half: u32) -> impl Iterator<Item = u32> {
        self.run(half).filter(move |word| (word >> 32) as u32 == half).map(|word| word as u32)
    }

    fn insert(&mut self, half: u32, number: u32) {
        if (self.used + 1) * 4 > self.words.len() * 3 {
            self.grow();
        }
        let at = half as usize + self.run(half).count();
        let mask = self.words.len() - 1;
        self.words[at & mask] = (u64::from(half) << 32) | u64::from(number);
        self.used += 1;
    }

    #[cold]
    fn grow(&mut self) {
        let larger = vec![FREE; self.words.len() * 2];
        let words = std::mem::replace(&mut self.words, larger);
        self.used = 0;
        for word in words.into_iter().filter(|&word| word != FREE) {
            self.insert((word >> 32) as u32, word as u32);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(numbering: &mut Numbering, ids: &[&str]) -> Vec<u32> {
        numbering.number(ids.len(), |at| Cow::Borrowed(ids[at]))
    }

    #[test]
    fn an_id_keeps_its_number_however_often_it_comes() {
        let mut numbering = Numbering::with_capacity(0);
        assert_eq!(numbers(&mut numbering, &["b", "a", "", "b", "b", "a"]), [0, 1, NOBODY, 0, 0, 1]);
        assert_eq!(numbers(&mut numbering, &["c", "a"]), [2, 1]);
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
