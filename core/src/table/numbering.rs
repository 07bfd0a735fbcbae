//! Every distinct id gets one small number, so that a join is an array look-up and never a comparison of text.

use std::borrow::Cow;
use std::hash::BuildHasher;

use compact_str::CompactString;
use foldhash::fast::FixedState;
use hashbrown::HashTable;

/// The number of a row that names nobody.
pub const NOBODY: u32 = u32::MAX;

/// How many look-ups are under way at once. Each waits for memory, and waiting together costs one wait.
const BATCH: usize = 32;

/// The ids of a run, numbered from zero in the order in which they were first seen.
#[derive(Debug, Default)]
pub struct Numbering {
    names: Vec<CompactString>,
    /// Half of each id's hash stands beside its number, so that few look-ups touch another id.
    index: HashTable<(u32, u32)>,
    hasher: FixedState,
    /// The number of the id before.
    last: u32,
}

impl Numbering {
    /// A numbering with room for this many ids.
    #[must_use]
    pub fn with_capacity(ids: usize) -> Self {
        Self { names: Vec::with_capacity(ids), index: HashTable::with_capacity(ids), ..Self::default() }
    }

    /// The numbers of these ids, new ones for those that were never seen, [`NOBODY`] for an empty one.
    #[must_use]
    pub fn number<'t>(&mut self, ids: impl ExactSizeIterator<Item = Cow<'t, str>>) -> Vec<u32> {
        let mut numbers = Vec::with_capacity(ids.len());
        let mut waiting = Vec::with_capacity(BATCH);
        for id in ids {
            let known = if id.is_empty() { Some(NOBODY) } else { self.guess(&id) };
            numbers.push(known.unwrap_or(NOBODY));
            if known.is_none() {
                waiting.push(Waiting { at: numbers.len() - 1, half: self.hasher.hash_one(&*id) as u32, id });
            }
            if waiting.len() == BATCH {
                self.look_up(&mut waiting, &mut numbers);
            }
        }
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
        for one in waiting.iter() {
            let found = self.index.find(spread(one.half), |&entry| one.is(entry, &self.names));
            numbers[one.at] = found.map_or(NOBODY, |&(_, number)| number);
        }
        for one in waiting.drain(..) {
            if numbers[one.at] == NOBODY {
                numbers[one.at] = self.insert(&one);
            }
            self.last = numbers[one.at];
        }
    }

    /// A new number, unless the same id was new a moment ago.
    fn insert(&mut self, one: &Waiting<'_>) -> u32 {
        let (hash, names) = (spread(one.half), &mut self.names);
        if let Some(&(_, number)) = self.index.find(hash, |&entry| one.is(entry, names)) {
            return number;
        }
        names.push(CompactString::new(&one.id));
        let number = names.len() as u32 - 1;
        self.index.insert_unique(hash, (one.half, number), |&(half, _)| spread(half));
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
    half: u32,
    id: Cow<'t, str>,
}

impl Waiting<'_> {
    #[inline]
    fn is(&self, (half, number): (u32, u32), names: &[CompactString]) -> bool {
        half == self.half && names[number as usize] == *self.id
    }
}

/// Half a hash as a whole one: the table reads its top bits as well as its bottom ones.
const fn spread(half: u32) -> u64 {
    (half as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
