//! One pass over a table's rows: what is of its type, what is missing, which keys come twice.
//!
//! It decides which rows later layers may use, and keeps the days that it has read; it never changes a cell.

use super::keys::{KeyState, Keys};
use super::{Code, Defects};
use crate::dataset::{Dataset, Kind};
use crate::table::{Column, Days, NOBODY, Numbering, Row, Subject, Table};
use crate::value::{Clock, Pilot, parse_count, parse_day, parse_local, parse_money, parse_month, parse_pct};

/// How often a long pass tells where it is.
const TELL_EVERY: u32 = 1 << 16;

/// Numbers what a table's rows speak of, where they name it. The executive register's cases are the pilot's subjects.
pub(super) fn number(table: &Table, subject: Subject, pilot: Pilot, numbering: &mut Numbering) -> Vec<u32> {
    let is_register = table.dataset() == Dataset::ExecutiveRegister && subject == Subject::of(pilot);
    let ids = table.column(if is_register { "case_id" } else { subject.column() });
    // Claims count whoever's they are.
    let is_numbered = ids.is_present() && table.dataset() != Dataset::Claims;
    let rows = if is_numbered { table.len() as usize } else { 0 };
    numbering.number(rows, |row| ids.numbered_id(Row(row as u32)))
}

/// What a pass found out about a table.
pub(super) struct Verdict {
    /// The rows that may be used no further.
    pub(super) unused: Vec<Row>,
    /// The days of each date column, by its position.
    pub(super) days: Vec<(usize, Days)>,
}

/// Inspects a table whose people are numbered. `tell` hears, now and then, how many rows are done.
pub(super) fn inspect(table: &Table, clock: Clock, defects: &mut Defects, tell: &mut dyn FnMut(u32)) -> Verdict {
    let (mut cells, mut keys, mut unused) = (cells(table), Keys::new(table, clock), Vec::new());
    table.for_each_received_row(|row| {
        let seen = look(&mut cells, table, row, clock, defects);
        let key = keys.look(row, table.person(row), seen.no_key);
        match key {
            KeyState::New if seen.missing == 0 => {}
            KeyState::New => tell_missing(&cells, &seen, false, table, row, defects),
            KeyState::Empty => tell_missing(&cells, &seen, true, table, row, defects),
            KeyState::Repeated(first) => defects.repeated(table, row, first),
        }
        if seen.no_day || !matches!(key, KeyState::New) {
            unused.push(row);
        }
        if row.0 % TELL_EVERY == TELL_EVERY - 1 {
            tell(row.0 + 1);
        }
    });
    let days = cells.into_iter().filter_map(|cell| match cell.reading {
        Reading::Day(days) => Some((cell.position, days)),
        Reading::Done | Reading::Text => None,
    });
    Verdict { unused, days: days.collect() }
}

/// A column that can be wrong in itself, and the days that were read from it.
struct Cell<'t> {
    column: Column<'t>,
    position: usize,
    kind: Kind,
    is_required: bool,
    is_key: bool,
    /// A span's or a question's own day: without it the row means nothing.
    dates_row: bool,
    reading: Reading,
}

/// How a cell is read, at most once.
enum Reading {
    /// It has been: the participant's number tells whether it is empty.
    Done,
    /// As a day, which is kept.
    Day(Days),
    /// As text.
    Text,
}

/// What a row lacks.
#[derive(Default)]
struct Seen {
    /// One bit for each required cell that is empty.
    missing: u64,
    /// A part of the key is empty or not of its type.
    no_key: bool,
    /// A day on which the whole row hangs is not one.
    no_day: bool,
}

fn cells(table: &Table) -> Vec<Cell<'_>> {
    let definition = table.definition();
    let cells = definition.columns.iter().enumerate().map(|(position, column)| {
        let listed_elsewhere = matches!(column.kind, Kind::OneOf(_)) && column.covered_by.is_some();
        let reading = match column.kind {
            Kind::Date => Reading::Day(Days::with_capacity(table.len() as usize)),
            _ if column.name == "participant_id" && table.is_numbered() => Reading::Done,
            _ => Reading::Text,
        };
        Cell {
            column: table.column_at(position),
            position,
            kind: if listed_elsewhere { Kind::Code } else { column.kind },
            is_required: column.required && column.covered_by.is_none(),
            is_key: definition.key.contains(&column.name),
            dates_row: dates_row(column.name),
            reading,
        }
    });
    let free = |kind| matches!(kind, Kind::Id | Kind::Code | Kind::Text);
    cells.filter(|cell| cell.is_required || cell.is_key || (cell.column.is_present() && !free(cell.kind))).collect()
}

/// Reads each cell of a row once. IN-3 is told on the way.
#[inline]
fn look(cells: &mut [Cell<'_>], table: &Table, row: Row, clock: Clock, defects: &mut Defects) -> Seen {
    let mut seen = Seen::default();
    for (bit, cell) in cells.iter_mut().enumerate() {
        let text = || cell.column.text(row);
        let (is_empty, is_wrong) = match &mut cell.reading {
            Reading::Done => (table.person(row) == NOBODY, false),
            Reading::Day(days) => {
                let text = text();
                let day = days.read(&text);
                (text.is_empty(), day.is_none() && !text.is_empty())
            }
            Reading::Text => {
                let text = text();
                (text.is_empty(), !text.is_empty() && !is_of_kind(cell.kind, &text, clock))
            }
        };
        if is_wrong {
            defects.cell(Code::WrongType, table, row, cell.position, &text());
            seen.no_day |= cell.dates_row;
        }
        seen.no_key |= cell.is_key && (is_empty || is_wrong);
        seen.missing |= u64::from(cell.is_required && is_empty) << bit;
    }
    seen
}

/// IN-5. Of a row without a key, only the key's own emptiness is told.
#[cold]
fn tell_missing(cells: &[Cell<'_>], seen: &Seen, keys_only: bool, table: &Table, row: Row, defects: &mut Defects) {
    let empty = cells.iter().enumerate().filter(|(bit, _)| seen.missing & (1 << bit) != 0);
    for (_, cell) in empty.filter(|(_, cell)| cell.is_key || !keys_only) {
        defects.cell(Code::Missing, table, row, cell.position, "");
    }
}

fn dates_row(column: &str) -> bool {
    let spans = ["attribution_", "start_", "end_", "available_"];
    spans.iter().any(|prefix| column.starts_with(prefix)) || ["opened_on", "raised_on", "resolved_on"].contains(&column)
}

fn is_of_kind(kind: Kind, text: &str, clock: Clock) -> bool {
    match kind {
        Kind::Timestamp => clock.parse(text).is_some(),
        kind => is_of_form(kind, text),
    }
}

/// Whether a cell that is not empty has the form of its kind, whatever the clock.
pub(super) fn is_of_form(kind: Kind, text: &str) -> bool {
    match kind {
        Kind::Id | Kind::Code | Kind::Text => true,
        Kind::OneOf(list) => list.contains(&text),
        Kind::Date => parse_day(text).is_some(),
        Kind::Timestamp => parse_local(text).is_some(),
        Kind::Month => parse_month(text).is_some(),
        Kind::Count => parse_count(text).is_some(),
        Kind::Money => parse_money(text).is_some(),
        Kind::Pct => parse_pct(text).is_some(),
    }
}
