//! Which keys of a table come twice. The first row of a key is the one that counts, whatever follows.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::hash::{BuildHasher, Hasher};

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use crate::dataset::Kind;
use crate::table::{Column, NOBODY, Row, Table, Word};
use crate::value::Clock;

/// What a row's key is, compared with those above it.
pub(super) enum KeyState {
    New,
    Empty,
    Repeated(Row),
}

/// The keys that were seen so far.
///
/// Where the key begins with the participant, the first row of each person is kept, and only those
/// who come again are hashed, by their number. Elsewhere exports are in the order of their own key more often than not:
/// a key that is greater than all above it is new, and one that is not is sought among those that were.
/// Nothing else is hashed unless so many keys are out of order that there is none.
pub(super) struct Keys<'t> {
    table: &'t Table,
    parts: Vec<(Column<'t>, Kind)>,
    clock: Clock,
    by_person: bool,
    first_of_person: Vec<u32>,
    /// The rows whose keys ascend; none once the table has shown no order.
    ascending: Option<Vec<Row>>,
    /// The greatest key, where it is short.
    greatest: Option<Word>,
    /// Each row beside the hash of its key, so that a table that grows reads no text again.
    hashed: HashTable<(u64, Row)>,
    hasher: FixedState,
}

/// A table of more rows than this has no order if one in so many of them is out of it.
const ONE_IN: usize = 16;
const FEW: usize = 256;

impl<'t> Keys<'t> {
    pub(super) fn new(table: &'t Table, clock: Clock) -> Self {
        let definition = table.definition();
        let kind = |name: &str| definition.position(name).map_or(Kind::Text, |place| definition.columns[place].kind);
        let by_person = definition.key[0] == "participant_id";
        Self {
            table,
            parts: definition.key.iter().map(|name| (table.column(name), kind(name))).collect(),
            clock,
            by_person,
            first_of_person: Vec::new(),
            ascending: (!by_person).then(|| Vec::with_capacity(table.len() as usize)),
            greatest: None,
            hashed: HashTable::new(),
            hasher: FixedState::default(),
        }
    }

    /// Looks at the next row; `no_key` when a part of its key is empty or not of its type.
    #[inline]
    pub(super) fn look(&mut self, row: Row, person: u32, no_key: bool) -> KeyState {
        if no_key {
            return KeyState::Empty;
        }
        if self.by_person {
            let only_person = self.parts.len() == 1;
            match self.first_row(person, row) {
                None => return KeyState::New,
                Some(first) if only_person => return KeyState::Repeated(first),
                Some(first) => _ = self.hash(first),
            }
        } else if let Some(ascending) = self.ascending.take() {
            return self.look_in_order(ascending, row);
        }
        self.hash(row)
    }

    /// Looks at the next row of a table whose keys ascend, but for a few.
    fn look_in_order(&mut self, mut ascending: Vec<Row>, row: Row) -> KeyState {
        let word = self.word(row);
        let ascends = match (self.greatest, word, ascending.last()) {
            (Some(greatest), Some(word), _) => greatest.is_below(word),
            (_, _, Some(&above)) => self.compare(above, row) == Ordering::Less,
            (_, _, None) => true,
        };
        if ascends {
            ascending.push(row);
            (self.ascending, self.greatest) = (Some(ascending), word);
            return KeyState::New;
        }
        let known = ascending.binary_search_by(|&above| self.compare(above, row)).ok().map(|at| ascending[at]);
        let state = known.map_or_else(|| self.hash(row), KeyState::Repeated);
        if self.hashed.len() > FEW.max(ascending.len() / ONE_IN) {
            for above in ascending {
                self.hash(above);
            }
        } else {
            self.ascending = Some(ascending);
        }
        state
    }

    /// The row in which this person came first, unless it is this one.
    #[inline]
    fn first_row(&mut self, person: u32, row: Row) -> Option<Row> {
        let person = person as usize;
        if self.first_of_person.len() <= person {
            self.first_of_person.resize((person + 1).max(self.first_of_person.len() * 2), NOBODY);
        }
        let first = &mut self.first_of_person[person];
        if *first == NOBODY {
            *first = row.0;
            return None;
        }
        Some(Row(*first))
    }

    /// The key where it is one short id.
    #[inline]
    fn word(&self, row: Row) -> Option<Word> {
        match self.parts[..] {
            [(column, Kind::Id | Kind::Code)] => column.word(row),
            _ => None,
        }
    }

    #[inline]
    fn compare(&self, a: Row, b: Row) -> Ordering {
        let key = |row| self.parts.iter().map(move |&(column, kind)| part(column, kind, row, self.clock));
        key(a).cmp(key(b))
    }

    fn hash(&mut self, row: Row) -> KeyState {
        let (table, by_person, clock) = (self.table, self.by_person, self.clock);
        let parts = &self.parts[usize::from(by_person)..];
        let mut state = self.hasher.build_hasher();
        if by_person {
            state.write_u32(table.person(row));
        }
        for &(column, kind) in parts {
            state.write(part(column, kind, row, clock).as_bytes());
            state.write_u8(0xff);
        }
        let key = state.finish();
        let same = |&(hash, seen): &(u64, Row)| {
            hash == key
                && (!by_person || table.person(seen) == table.person(row))
                && parts.iter().all(|&(column, kind)| part(column, kind, seen, clock) == part(column, kind, row, clock))
        };
        match self.hashed.entry(key, same, |&(hash, _)| hash) {
            Entry::Occupied(first) if first.get().1 != row => KeyState::Repeated(first.get().1),
            Entry::Occupied(_) => KeyState::New,
            Entry::Vacant(place) => {
                place.insert((key, row));
                KeyState::New
            }
        }
    }
}

/// A part of a key as keys are compared: two spellings of one moment are one.
fn part(column: Column<'_>, kind: Kind, row: Row, clock: Clock) -> Cow<'_, str> {
    let moment = if kind == Kind::Timestamp { column.instant(row, clock) } else { None };
    moment.map_or_else(|| column.id(row), |instant| Cow::Owned(instant.to_rfc3339()))
}
