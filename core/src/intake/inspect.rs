//! One pass over a table's rows: what is of its type, what is missing, which keys come twice.
//!
//! It decides which rows later layers may use; it never changes one.

use std::borrow::Cow;
use std::hash::{BuildHasher, Hasher};

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use super::{Code, Defects};
use crate::dataset::Kind;
use crate::table::{Column, NOBODY, Numbering, Row, Table};
use crate::value::{Clock, parse_count, parse_day, parse_money, parse_month, parse_pct};

/// How often a long pass tells where it is.
const TELL_EVERY: u32 = 1 << 16;

/// Numbers the participants of a table's rows, where it names any.
pub(super) fn number(table: &Table, people: &mut Numbering) -> Vec<u32> {
    let participants = table.column("participant_id");
    let number = |row| match participants.id(row) {
        id if id.is_empty() => NOBODY,
        id => people.number(&id),
    };
    if participants.is_present() { table.all_rows().map(number).collect() } else { Vec::new() }
}

/// Inspects a table whose people are numbered, and returns the rows that may be used no further.
/// `tell` hears, now and then, how many rows are done.
pub(super) fn inspect(table: &Table, clock: Clock, defects: &mut Defects, tell: &mut dyn FnMut(u32)) -> Vec<Row> {
    let (cells, mut keys, mut unused) = (Checks::new(table, clock), Keys::new(table, clock), Vec::new());
    for row in table.all_rows() {
        let refused = cells.types(table, row, defects);
        let key = keys.look(row, table.person(row), refused.key);
        match key {
            KeyState::New => cells.missing(table, row, false, defects),
            KeyState::Empty => cells.missing(table, row, true, defects),
            KeyState::Repeated(first) => defects.repeated(table, row, first),
        }
        if refused.day || !matches!(key, KeyState::New) {
            unused.push(row);
        }
        if row.0 % TELL_EVERY == TELL_EVERY - 1 {
            tell(row.0 + 1);
        }
    }
    unused
}

/// What a wrong cell takes with it.
#[derive(Default)]
struct Refused {
    /// A day on which the whole row hangs.
    day: bool,
    /// A part of the key.
    key: bool,
}

/// The cells of a table that can be wrong in themselves.
struct Checks<'t> {
    typed: Vec<Cell<'t>>,
    required: Vec<Cell<'t>>,
    clock: Clock,
}

#[derive(Clone, Copy)]
struct Cell<'t> {
    column: Column<'t>,
    position: usize,
    kind: Kind,
    is_key: bool,
    /// A span's or a question's own day: without it the row means nothing.
    dates_row: bool,
}

impl<'t> Checks<'t> {
    fn new(table: &'t Table, clock: Clock) -> Self {
        let definition = table.definition();
        let cells = || {
            definition.columns.iter().enumerate().map(|(position, column)| {
                let cell = Cell {
                    column: table.column_at(position),
                    position,
                    kind: column.kind,
                    is_key: definition.key.contains(&column.name),
                    dates_row: dates_row(column.name),
                };
                (column, cell)
            })
        };
        let free = |kind| matches!(kind, Kind::Id | Kind::Code | Kind::Text);
        let listed_elsewhere =
            |column: &crate::dataset::Column| matches!(column.kind, Kind::OneOf(_)) && column.covered_by.is_some();
        let typed = cells()
            .filter(|(column, cell)| cell.column.is_present() && !free(column.kind) && !listed_elsewhere(column));
        let required = cells().filter(|(column, _)| column.required && column.covered_by.is_none());
        Self { typed: typed.map(|(_, cell)| cell).collect(), required: required.map(|(_, cell)| cell).collect(), clock }
    }

    /// IN-3.
    #[inline]
    fn types(&self, table: &Table, row: Row, defects: &mut Defects) -> Refused {
        let mut refused = Refused::default();
        for cell in &self.typed {
            let text = cell.column.text(row);
            if !text.is_empty() && !is_of_kind(cell.kind, &text, self.clock) {
                defects.cell(Code::WrongType, table, row, cell.position, &text);
                refused.day |= cell.dates_row;
                refused.key |= cell.is_key;
            }
        }
        refused
    }

    /// IN-5. Of a row without a key, only the key's own emptiness is told.
    #[inline]
    fn missing(&self, table: &Table, row: Row, keys_only: bool, defects: &mut Defects) {
        for cell in &self.required {
            if (cell.is_key || !keys_only) && cell.column.is_empty(row) {
                defects.cell(Code::Missing, table, row, cell.position, "");
            }
        }
    }
}

fn dates_row(column: &str) -> bool {
    let spans = ["attribution_", "start_", "end_", "available_"];
    spans.iter().any(|prefix| column.starts_with(prefix)) || ["opened_on", "raised_on", "resolved_on"].contains(&column)
}

fn is_of_kind(kind: Kind, text: &str, clock: Clock) -> bool {
    match kind {
        Kind::Id | Kind::Code | Kind::Text => true,
        Kind::OneOf(list) => list.contains(&text),
        Kind::Date => parse_day(text).is_some(),
        Kind::Timestamp => clock.parse(text).is_some(),
        Kind::Month => parse_month(text).is_some(),
        Kind::Count => parse_count(text).is_some(),
        Kind::Money => parse_money(text).is_some(),
        Kind::Pct => parse_pct(text).is_some(),
    }
}

/// What a row's key is, compared with those above it.
enum KeyState {
    New,
    Empty,
    Repeated(Row),
}

/// The keys that were seen. Where the key begins with the participant, a table keeps the first row
/// of each person and hashes only those who come again.
struct Keys<'t> {
    parts: Vec<(Column<'t>, Kind)>,
    by_person: bool,
    first_of_person: Vec<u32>,
    seen: HashTable<Row>,
    hasher: FixedState,
    clock: Clock,
}

impl<'t> Keys<'t> {
    fn new(table: &'t Table, clock: Clock) -> Self {
        let definition = table.definition();
        let kind =
            |name: &str| definition.position(name).map_or(Kind::Text, |position| definition.columns[position].kind);
        let parts = definition.key.iter().map(|name| (table.column(name), kind(name))).collect();
        let by_person = definition.key[0] == "participant_id";
        let seen = if by_person { HashTable::new() } else { HashTable::with_capacity(table.len() as usize) };
        Self { parts, by_person, first_of_person: Vec::new(), seen, hasher: FixedState::default(), clock }
    }

    #[inline]
    fn look(&mut self, row: Row, person: u32, refused: bool) -> KeyState {
        let unread = if self.by_person { &self.parts[1..] } else { &self.parts };
        if refused || (self.by_person && person == NOBODY) || unread.iter().any(|(column, _)| column.is_empty(row)) {
            return KeyState::Empty;
        }
        let only_person = unread.is_empty();
        if self.by_person {
            match self.first_row(person, row) {
                None => return KeyState::New,
                Some(first) if only_person => return KeyState::Repeated(first),
                Some(first) => _ = self.hashed(first),
            }
        }
        self.hashed(row)
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

    fn hashed(&mut self, row: Row) -> KeyState {
        let (parts, hasher, clock) = (&self.parts, &self.hasher, self.clock);
        let hash = |&row: &Row| {
            let mut state = hasher.build_hasher();
            for &(column, kind) in parts {
                state.write(part(column, kind, row, clock).as_bytes());
                state.write_u8(0xff);
            }
            state.finish()
        };
        let same = |&seen: &Row| {
            parts.iter().all(|&(column, kind)| part(column, kind, seen, clock) == part(column, kind, row, clock))
        };
        match self.seen.entry(hash(&row), same, hash) {
            Entry::Occupied(first) if *first.get() != row => KeyState::Repeated(*first.get()),
            Entry::Occupied(_) => KeyState::New,
            Entry::Vacant(place) => {
                place.insert(row);
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
