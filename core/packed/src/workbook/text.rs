//! A sheet as comma-delimited text that grows cell by cell, in the sheet's order. Its n-th record is the sheet's n-th row.

use std::collections::{BTreeMap, BTreeSet};

use super::value::{Shape, Value, has_time, write_moment, write_number, write_span};
use crate::limits::Budget;
use crate::{Member, Note, Refusal};

/// The rows that a sheet can have.
const ROWS: u32 = 1_048_576;

/// The text of a sheet, as far as it has been read.
pub(super) struct SheetText<'b, 'p> {
    what: String,
    budget: &'b mut Budget<'p>,
    text: String,
    row: u32,
    column: u32,
    is_row_begun: bool,
    written: String,
    /// Columns in which midnight is written as a time.
    timed: BTreeSet<u32>,
    /// Of each column, how many days in it have a time and how many have none.
    days: BTreeMap<u32, (u32, u32)>,
    /// Of each column, how many numbers are too long to be trusted, and the first row of them.
    doubted: BTreeMap<u32, (u32, u32)>,
}

impl<'b, 'p> SheetText<'b, 'p> {
    pub(super) fn new(what: String, budget: &'b mut Budget<'p>, timed: BTreeSet<u32>) -> Self {
        let (text, written) = (String::new(), String::new());
        let (days, doubted) = (BTreeMap::new(), BTreeMap::new());
        Self { what, budget, text, row: 0, column: 0, is_row_begun: false, written, timed, days, doubted }
    }

    /// The next cell of the sheet, at a place counted from zero.
    pub(super) fn push(&mut self, row: u32, column: u32, value: &Value<'_>, shape: Shape) -> Result<(), Refusal> {
        self.budget.count(&self.what, 1)?;
        let mut written = std::mem::take(&mut self.written);
        written.clear();
        match value {
            Value::Empty => {}
            Value::Text(text) => written.push_str(text),
            Value::Number(number) => {
                if write_number(&mut written, *number, shape) {
                    self.doubted.entry(column).or_insert((0, row + 1)).0 += 1;
                }
            }
            Value::Whole(number) => written.push_str(&number.to_string()),
            Value::Truth(truth) => written.push_str(if *truth { "TRUE" } else { "FALSE" }),
            Value::Moment(moment) => {
                self.see_time(column, has_time(moment));
                write_moment(&mut written, moment, self.timed.contains(&column));
            }
            Value::IsoMoment(iso) => {
                let day = iso.split_once('T').filter(|(_, time)| time.bytes().all(|byte| b"0:.Z".contains(&byte)));
                self.see_time(column, Some(iso.contains('T') && day.is_none()));
                written.push_str(day.filter(|_| !self.timed.contains(&column)).map_or(iso, |(day, _)| day));
            }
            Value::IsoSpan(iso) => write_span(&mut written, iso),
            Value::Error(error) => written.push_str(error),
        }
        let placed = if written.is_empty() { Ok(()) } else { self.place(row, column, &written) };
        self.written = written;
        placed
    }

    /// Columns in which most days have a time, so that the others have one too: midnight.
    pub(super) fn timed_columns(&self) -> BTreeSet<u32> {
        let mostly = self.days.iter().filter(|(_, (with, without))| *without > 0 && with > without);
        mostly.map(|(column, _)| *column).collect()
    }

    /// The sheet, or nothing where no cell of it is filled.
    pub(super) fn finish(mut self, name: &str, mut notes: Vec<Note>) -> Option<Member> {
        if self.text.is_empty() && !self.is_row_begun {
            return None;
        }
        self.text.push('\n');
        notes.extend(self.doubted.iter().map(|(column, (cells, line))| {
            let column = letters(*column);
            Note::doubted(
                *cells,
                *line,
                format!("Column {column} has whole numbers of more than 15 digits, which spreadsheets do not keep. If they are ids, export them as text."),
            )
        }));
        Some(Member { name: name.to_owned(), bytes: self.text.into_bytes(), notes })
    }

    fn see_time(&mut self, column: u32, has_time: Option<bool>) {
        let Some(has_time) = has_time else { return };
        let (with, without) = self.days.entry(column).or_default();
        *if has_time { with } else { without } += 1;
    }

    fn place(&mut self, row: u32, column: u32, written: &str) -> Result<(), Refusal> {
        let limit = self.budget.limits.columns;
        if column >= limit {
            let says = format!(
                "has a filled cell at {}{}, beyond the {limit} columns that are read. Delete the columns that are not part of the table.",
                letters(column),
                row + 1
            );
            return Err(Refusal::new(&self.what, says));
        }
        if row >= ROWS {
            return Err(Refusal::damaged(&self.what, format_args!("row {} is beyond the last", row + 1)));
        }
        let is_next = row > self.row || (row == self.row && (!self.is_row_begun || column > self.column));
        if !is_next {
            return Err(Refusal::damaged(&self.what, format_args!("row {} is out of order", row + 1)));
        }
        let (lines, commas) = if row > self.row {
            let lines = row - self.row;
            (self.row, self.column, self.is_row_begun) = (row, 0, false);
            self.budget.pace.reach(row);
            (lines, column)
        } else {
            (0, column - self.column)
        };
        let size = u64::from(lines) + u64::from(commas) + written.len() as u64 + 2;
        self.budget.write(&self.what, size)?;
        self.budget.count(&self.what, u64::from(commas))?;
        self.text.extend(std::iter::repeat_n('\n', lines as usize));
        self.text.extend(std::iter::repeat_n(',', commas as usize));
        (self.column, self.is_row_begun) = (column, true);
        if written.contains([',', '"', '\r', '\n']) {
            self.text.push('"');
            self.text.push_str(&written.replace('"', "\"\""));
            self.text.push('"');
        } else {
            self.text.push_str(written);
        }
        Ok(())
    }
}

/// A column as a spreadsheet names it.
pub(super) fn letters(column: u32) -> String {
    let mut name = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        name.insert(0, char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    name
}
