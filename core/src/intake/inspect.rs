//! One pass over a table's rows: what is of its type, what is missing, which keys come twice.
//!
//! It decides which rows later layers may use; it never changes one.

use super::keys::{KeyState, Keys};
use super::{Code, Defects};
use crate::dataset::Kind;
use crate::table::{Column, Numbering, Row, Table};
use crate::value::{Clock, parse_count, parse_day, parse_money, parse_month, parse_pct};

/// How often a long pass tells where it is.
const TELL_EVERY: u32 = 1 << 16;

/// Numbers the participants of a table's rows, where it names any.
pub(super) fn number(table: &Table, people: &mut Numbering) -> Vec<u32> {
    let participants = table.column("participant_id");
    if participants.is_present() { people.number(table.all_rows().map(|row| participants.id(row))) } else { Vec::new() }
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
