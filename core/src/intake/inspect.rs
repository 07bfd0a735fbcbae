//! One pass over a table's rows: what is of its type, what is missing, which keys come twice.
//!
//! It decides which rows later layers may use, and keeps the days that it has read; it never changes a cell.

use std::ops::Range;

use super::keys::{KeyState, Keys};
use super::{Code, Defects, agreed};
use crate::contract::Contract;
use crate::dataset::{Dataset, Kind};
use crate::table::{Column, Days, KnownDays, NOBODY, Numbering, Row, Subject, Table, Word};
use crate::value::{
    Clock, Pilot, parse_count, parse_day, parse_local, parse_money, parse_month, parse_pct, sort_by_key,
};

/// How often a long pass tells where it is.
const TELL_EVERY: u32 = 1 << 16;

/// The column in which a table names what its rows speak of. The executive register's cases are the pilot's subjects.
pub(super) fn naming(table: &Table, subject: Subject, pilot: Pilot) -> &'static str {
    let is_register = table.dataset() == Dataset::ExecutiveRegister && subject == Subject::of(pilot);
    if is_register { "case_id" } else { subject.column() }
}

/// Numbers what a table's rows speak of, where they name it.
pub(super) fn number(table: &Table, subject: Subject, pilot: Pilot, numbering: &mut Numbering) -> Vec<u32> {
    let name = naming(table, subject, pilot);
    let ids = table.column(name);
    // Claims count whoever's they are.
    let is_numbered = ids.is_present() && table.dataset() != Dataset::Claims;
    let rows = if is_numbered { table.len() as usize } else { 0 };
    let mut numbers = numbering.number(rows, |row| ids.numbered_id(Row(row as u32)));
    let lost = table.lost().iter().filter(|&&(position, _)| table.definition().columns[position].name == name);
    for &(_, row) in lost {
        if let Some(number) = numbers.get_mut(row.0 as usize) {
            *number = NOBODY;
        }
    }
    numbers
}

/// What a pass found out about a table.
pub(super) struct Verdict {
    /// What is wrong with it.
    pub(super) defects: Defects,
    /// The rows that may be used no further.
    pub(super) unused: Vec<Row>,
    /// The days of each date column, by its position.
    pub(super) days: Vec<(usize, Days)>,
}

/// Inspects a table whose people are numbered. `tell` hears, now and then, how many rows are done.
pub(super) fn inspect(table: &Table, contract: &Contract, tell: &mut dyn FnMut(u32)) -> Verdict {
    let (clock, mut defects, mut unused) = (contract.clock(), Defects::default(), Vec::new());
    let (mut cells, mut keys) = (cells(table), Keys::new(table, clock));
    let (mut known, mut all_seen) = (KnownDays::none(), Vec::new());
    let mut lost = table.lost().to_vec();
    sort_by_key(&mut lost, |&(_, row)| row);
    let mut lost = lost.into_iter().peekable();
    // Some rows are read column by column while they lie in the cache, each column without asking of which kind it is.
    table.for_each_stretch(|rows| {
        all_seen.clear();
        all_seen.resize(rows.len(), Seen::default());
        for (bit, cell) in cells.iter_mut().enumerate() {
            let (column, position, is_key) = (cell.column, cell.position, cell.is_key);
            let (is_required, dates_row) = (cell.is_required, cell.dates_row);
            look(cell, table, rows.clone(), clock, &mut known, |row, amiss| {
                let seen: &mut Seen = &mut all_seen[(row.0 - rows.start) as usize];
                seen.no_key |= is_key;
                match amiss {
                    Amiss::Empty => seen.missing |= u64::from(is_required) << bit,
                    Amiss::Wrong => {
                        seen.no_day |= dates_row;
                        defects.cell(Code::WrongType, table, row, position, &column.text(row));
                    }
                }
            });
        }
        while let Some((position, row)) = lost.next_if(|&(_, row)| row.0 < rows.end) {
            let seen: &mut Seen = &mut all_seen[(row.0 - rows.start) as usize];
            seen.lose(position, &cells, table);
            defects.cell(Code::WrongType, table, row, position, &table.column_at(position).text(row));
        }
        for (row, seen) in rows.clone().map(Row).zip(&all_seen) {
            let key = keys.look(row, table.person(row), seen.no_key);
            match key {
                KeyState::New if seen.missing == 0 => {}
                KeyState::New => tell_missing(&cells, seen, false, table, row, &mut defects),
                KeyState::Empty => tell_missing(&cells, seen, true, table, row, &mut defects),
                KeyState::Repeated(first) => defects.repeated(table, row, first),
            }
            if seen.no_day || !matches!(key, KeyState::New) {
                unused.push(row);
            }
        }
        if rows.end.is_multiple_of(TELL_EVERY) {
            tell(rows.end);
        }
    });
    tell(table.len());
    agreed::inspect(table, contract, &mut defects);
    let days = cells.into_iter().filter_map(|cell| match cell.reading {
        Reading::Days(days) => Some((cell.position, days)),
        _ => None,
    });
    Verdict { defects, unused, days: days.collect() }
}

/// A column that can be wrong in itself, and what was read from it.
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

/// How a column is read, at most once.
enum Reading {
    /// It has been: the participant's number tells whether a cell is empty.
    Numbered,
    /// As days, which are kept.
    Days(Days),
    /// As one of these codes, where it is short.
    Listed(Vec<Word>),
    /// It is there or not: anything is of its type.
    Free,
    /// As text of its kind.
    Parsed,
}

/// What speaks against a cell.
enum Amiss {
    Empty,
    /// It is not of its type.
    Wrong,
}

/// What a row lacks.
#[derive(Clone, Default)]
struct Seen {
    /// One bit for each required cell that is empty.
    missing: u64,
    /// A part of the key is empty or not of its type.
    no_key: bool,
    /// A day on which the whole row hangs is not one.
    no_day: bool,
}

impl Seen {
    /// A cell says nothing, which is told once: that it is empty besides is not.
    #[cold]
    fn lose(&mut self, position: usize, cells: &[Cell<'_>], table: &Table) {
        let definition = table.definition();
        self.no_key |= definition.key.contains(&definition.columns[position].name);
        if let Some(bit) = cells.iter().position(|cell| cell.position == position) {
            self.missing &= !(1 << bit);
        }
    }
}

fn cells(table: &Table) -> Vec<Cell<'_>> {
    let definition = table.definition();
    let cells = definition.columns.iter().enumerate().map(|(position, column)| {
        let reading = match column.kind {
            Kind::Date => Reading::Days(Days::with_capacity(table.len() as usize)),
            _ if column.name == "participant_id" && table.is_numbered() => Reading::Numbered,
            Kind::OneOf(_) if column.covered_by.is_some() => Reading::Free,
            Kind::OneOf(list) => Reading::Listed(list.iter().filter_map(|code| Word::of(code)).collect()),
            Kind::Id | Kind::Code | Kind::Text => Reading::Free,
            _ => Reading::Parsed,
        };
        Cell {
            column: table.column_at(position),
            position,
            kind: column.kind,
            is_required: column.required && column.covered_by.is_none(),
            is_key: definition.key.contains(&column.name),
            dates_row: dates_row(column.name),
            reading,
        }
    });
    let can_be_wrong = |cell: &Cell<'_>| cell.column.is_present() && !matches!(cell.reading, Reading::Free);
    cells.filter(|cell| cell.is_required || cell.is_key || can_be_wrong(cell)).collect()
}

/// Reads a column's cells of some rows, each once.
#[inline]
fn look(
    cell: &mut Cell<'_>,
    table: &Table,
    rows: Range<u32>,
    clock: Clock,
    known: &mut KnownDays,
    mut tell: impl FnMut(Row, Amiss),
) {
    let (column, kind, rows) = (cell.column, cell.kind, rows.map(Row));
    let parsed = |row| {
        let text = column.text(row);
        let is_right = || is_of_kind(kind, &text, clock);
        if text.is_empty() { Some(Amiss::Empty) } else { (!is_right()).then_some(Amiss::Wrong) }
    };
    match &mut cell.reading {
        Reading::Numbered => rows.filter(|&row| table.person(row) == NOBODY).for_each(|row| tell(row, Amiss::Empty)),
        Reading::Free => rows.filter(|&row| column.is_empty(row)).for_each(|row| tell(row, Amiss::Empty)),
        Reading::Days(days) => rows.for_each(|row| {
            let text = column.text(row);
            let day = known.read(&text);
            days.push(day);
            if day.is_none() {
                tell(row, if text.is_empty() { Amiss::Empty } else { Amiss::Wrong });
            }
        }),
        Reading::Listed(list) => {
            let unlisted = rows.filter(|&row| !column.word(row).is_some_and(|word| list.contains(&word)));
            unlisted.for_each(|row| parsed(row).into_iter().for_each(|amiss| tell(row, amiss)));
        }
        Reading::Parsed => rows.for_each(|row| parsed(row).into_iter().for_each(|amiss| tell(row, amiss))),
    }
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
