//! Every distinct id gets one small number, so that a join is an array look-up and never a comparison of text.

use std::hash::BuildHasher;

use compact_str::CompactString;
use foldhash::fast::FixedState;
use hashbrown::HashTable;

/// The number of a row that names nobody.
pub const NOBODY: u32 = u32::MAX;

/// The ids of a run, numbered from zero in the order in which they were first seen.
#[derive(Debug, Default)]
pub struct Numbering {
    names: Vec<CompactString>,
    /// Half of each id's hash stands beside its number, so that few look-ups touch another id.
    index: HashTable<(u32, u32)>,
    hasher: FixedState,
    last: u32,
}

impl Numbering {
    /// A numbering with room for this many ids.
    #[must_use]
    pub fn with_capacity(ids: usize) -> Self {
        Self { names: Vec::with_capacity(ids), index: HashTable::with_capacity(ids), ..Self::default() }
    }

    /// The number of an id, a new one if it was never seen.
    ///
    /// Exports list people in one order more often than not, so that the last id and the one after
    /// it are tried first.
    #[inline]
    pub fn number(&mut self, id: &str) -> u32 {
        for guess in [self.last.wrapping_add(1), self.last] {
            if self.names.get(guess as usize).is_some_and(|name| name == id) {
                self.last = guess;
                return guess;
            }
        }
        self.look_up(id)
    }

    fn look_up(&mut self, id: &str) -> u32 {
        let hash = self.hasher.hash_one(id);
        let (names, half) = (&mut self.names, hash as u32);
        let entry = self.index.entry(
            spread(half),
            |&(other, number)| other == half && names[number as usize] == id,
            |&(other, _)| spread(other),
        );
        self.last = entry
            .or_insert_with(|| {
                names.push(CompactString::new(id));
                (half, names.len() as u32 - 1)
            })
            .get()
            .1;
        self.last
    }

    /// How many ids there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.names.len()
    }
}

/// Half a hash as a whole one: the table reads its top bits as well as its bottom ones.
const fn spread(half: u32) -> u64 {
    (half as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
