//! What was received, as tables: columns over the file's own text, immutable, never a copy of its cells.

mod days;
mod grid;
mod handover;
mod numbering;
mod parts;
mod word;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::dataset::{Dataset, Definition};
use crate::finding::Place;
use crate::value::{
    Clock, Day, Instant, Month, Pilot, composed, in_stretches, parse_count, parse_money, parse_month, parse_pct,
};

pub(crate) use days::{Days, KnownDays};
pub use grid::{Grid, Row};
pub(crate) use grid::{closing_quote, is_dark, record_len, split};
pub(crate) use handover::Outline;
pub use numbering::{NOBODY, Numbering};
use parts::Parts;
pub use word::Id;
pub(crate) use word::{Code, Digits, Word};

/// One file, read as one of the reference tables.
///
/// A cell is parsed where it is used; what is empty, absent or not of its type reads as nothing,
/// and intake has said so already where it matters.
#[derive(Debug)]
pub struct Table {
    dataset: Dataset,
    parts: Parts,
    text: String,
    grid: Grid,
    headers: Vec<String>,
    /// For each column of the definition, its place in the file.
    places: Vec<Option<u16>>,
    /// One bit a row: whether later layers may use it.
    unused: Vec<bool>,
    /// For each row, the numbers of its participant and of its event.
    people: Vec<u32>,
    events: Vec<u32>,
    /// For each date column of the definition, its days.
    days: Vec<Option<Days>>,
    /// Cells that say nothing any more, whatever stands in them: by the column's position, then by row.
    lost: Vec<(usize, Row)>,
}

impl Table {
    pub(crate) fn new(
        dataset: Dataset,
        file: String,
        text: String,
        grid: Grid,
        headers: Vec<String>,
        places: Vec<Option<u16>>,
    ) -> Self {
        let unused = vec![false; grid.rows() as usize];
        let (people, events, days) = (Vec::new(), Vec::new(), Vec::new());
        let (parts, lost) = (Parts::of(file), Vec::new());
        Self { dataset, parts, text, grid, headers, places, unused, people, events, days, lost }
    }

    /// The same, some of whose cells say nothing any more.
    pub(crate) fn without(self, lost: Vec<(usize, Row)>) -> Self {
        Self { lost, ..self }
    }

    /// The cells that say nothing any more: the column's position, and the row.
    pub(crate) fn lost(&self) -> &[(usize, Row)] {
        &self.lost
    }

    /// Which table it is.
    #[must_use]
    pub const fn dataset(&self) -> Dataset {
        self.dataset
    }

    /// The name of the file that it was read from; of several, the first.
    #[must_use]
    pub fn file(&self) -> &str {
        self.parts.first()
    }

    /// The names of all files that it was made of.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.parts.names()
    }

    /// What its rows and columns are.
    #[must_use]
    pub fn definition(&self) -> &'static Definition {
        self.dataset.definition()
    }

    /// The headers as the file has them, in its order.
    #[must_use]
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// The place among the headers from which a column is read.
    #[must_use]
    pub fn place_of(&self, column: &str) -> Option<usize> {
        self.places[self.definition().position(column)?].map(usize::from)
    }

    /// How many rows stand below the header, blank ones left out.
    #[must_use]
    pub const fn len(&self) -> u32 {
        self.grid.rows()
    }

    /// Whether it is a header alone.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.grid.rows() == 0
    }

    /// Every row that was received.
    pub fn all_rows(&self) -> impl ExactSizeIterator<Item = Row> + use<> {
        (0..self.grid.rows()).map(Row)
    }

    /// Visits the rows of [`Self::rows`], quickly however many there are.
    pub(crate) fn for_each_row(&self, mut visit: impl FnMut(Row)) {
        in_stretches(self.len() as usize, |stretch| {
            for row in stretch.filter(|&row| !self.unused[row]) {
                visit(Row(row as u32));
            }
        });
    }

    /// Visits the rows of [`Self::all_rows`], quickly however many there are.
    pub(crate) fn for_each_received_row(&self, mut visit: impl FnMut(Row)) {
        self.for_each_stretch(|rows| rows.for_each(|row| visit(Row(row))));
    }

    /// The same, some rows at a time.
    pub(crate) fn for_each_stretch(&self, mut visit: impl FnMut(Range<u32>)) {
        in_stretches(self.len() as usize, |rows| visit(rows.start as u32..rows.end as u32));
    }

    /// The rows that rules may read: their key is there, once, and their days are days.
    pub fn rows(&self) -> impl Iterator<Item = Row> + '_ {
        self.all_rows().filter(|row| !self.unused[row.0 as usize])
    }

    /// The row's number as a spreadsheet shows it, in the file that it is of.
    #[must_use]
    pub fn line(&self, row: Row) -> u32 {
        self.parts.line_in_file(self.grid.line(row))
    }

    /// The file that a row is of, where the table was made of several.
    #[must_use]
    pub(crate) fn part(&self, row: Row) -> Option<Arc<str>> {
        self.parts.of_line(self.grid.line(row))
    }

    /// The row as evidence.
    #[must_use]
    pub(crate) fn place(&self, row: Row) -> Place {
        Place { dataset: self.dataset, file: self.part(row), line: self.line(row) }
    }

    /// How many bytes it holds.
    #[must_use]
    pub(crate) const fn bytes(&self) -> u64 {
        self.text.len() as u64
    }

    /// The cells of the row that a spreadsheet shows at this line, aligned with the headers; `file` says of which
    /// file, where the table was made of several.
    #[must_use]
    pub fn row_at(&self, file: Option<&str>, line: u32) -> Option<Vec<String>> {
        let cells = self.cells(self.row_of(file, line)?);
        let padding = self.headers.len().saturating_sub(cells.len());
        Some(cells.into_iter().chain(std::iter::repeat_n(String::new(), padding)).collect())
    }

    /// The row that a spreadsheet shows at this line.
    pub(crate) fn row_of(&self, file: Option<&str>, line: u32) -> Option<Row> {
        self.grid.row_at(self.parts.line_in_table(file, line)?)
    }

    /// Lets go of all rows but these. They keep their lines, to be looked at; rules may read none of them.
    pub(crate) fn keep_only(&mut self, rows: &BTreeSet<Row>) {
        (self.text, self.grid) = self.grid.only(&self.text, rows);
        self.unused = vec![true; rows.len()];
        (self.people, self.events) = (Vec::new(), Vec::new());
        self.days.clear();
        self.lost.clear();
    }

    /// A column by its canonical name; one that the file does not have reads as empty.
    #[must_use]
    pub(crate) fn column(&self, name: &str) -> Column<'_> {
        self.definition()
            .position(name)
            .map_or(Column { table: self, place: None, days: None }, |at| self.column_at(at))
    }

    pub(crate) fn column_at(&self, position: usize) -> Column<'_> {
        let days = self.days.get(position).and_then(Option::as_ref);
        Column { table: self, place: self.places[position], days }
    }

    /// The row's key as written, trimmed, several parts joined by `/`.
    #[must_use]
    pub(crate) fn key(&self, row: Row) -> String {
        let parts: Vec<_> = self.definition().key.iter().map(|name| self.column(name).text(row)).collect();
        parts.join("/")
    }

    /// Whether its rows' participants have numbers.
    pub(crate) const fn is_numbered(&self) -> bool {
        !self.people.is_empty()
    }

    /// The number of the row's participant, the same in every table of a run.
    #[inline]
    #[must_use]
    pub(crate) fn person(&self, row: Row) -> u32 {
        self.people.get(row.0 as usize).copied().unwrap_or(NOBODY)
    }

    /// The number of the row's participant or event, the same in every table of a run.
    #[inline]
    #[must_use]
    pub(crate) fn number(&self, subject: Subject, row: Row) -> u32 {
        match subject {
            Subject::Person => self.person(row),
            Subject::Event => self.events.get(row.0 as usize).copied().unwrap_or(NOBODY),
        }
    }

    pub(crate) fn set_numbers(&mut self, subject: Subject, numbers: Vec<u32>) {
        match subject {
            Subject::Person => self.people = numbers,
            Subject::Event => self.events = numbers,
        }
    }

    pub(crate) fn set_days(&mut self, days: Vec<(usize, Days)>) {
        self.days.resize_with(self.places.len(), || None);
        for (position, days) in days {
            self.days[position] = Some(days);
        }
    }

    pub(crate) fn use_no_further(&mut self, rows: &[Row]) {
        for row in rows {
            self.unused[row.0 as usize] = true;
        }
    }
}

/// What a row speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    /// A participant.
    Person,
    /// An event of a crisis-diversion pilot.
    Event,
}

impl Subject {
    pub(crate) const ALL: [Self; 2] = [Self::Person, Self::Event];

    /// What a kind of pilot decides on, one by one.
    pub(crate) const fn of(pilot: Pilot) -> Self {
        match pilot {
            Pilot::Attribution => Self::Person,
            Pilot::Diversion => Self::Event,
        }
    }

    /// The column that names it.
    pub(crate) const fn column(self) -> &'static str {
        match self {
            Self::Person => "participant_id",
            Self::Event => "event_id",
        }
    }
}

/// One column of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column<'t> {
    table: &'t Table,
    place: Option<u16>,
    days: Option<&'t Days>,
}

impl<'t> Column<'t> {
    /// Whether the file has it.
    pub(crate) const fn is_present(self) -> bool {
        self.place.is_some()
    }

    /// Whether the trimmed cell is empty.
    #[inline]
    pub(crate) fn is_empty(self, row: Row) -> bool {
        self.place.is_none_or(|place| self.table.grid.is_empty(&self.table.text, row, place))
    }

    /// The trimmed cell.
    #[inline]
    pub(crate) fn text(self, row: Row) -> Cow<'t, str> {
        let Some(place) = self.place else { return Cow::Borrowed("") };
        self.table.grid.cell(&self.table.text, row, place)
    }

    /// The trimmed cell in the one form in which ids are compared, ready to be numbered.
    #[inline]
    pub(crate) fn numbered_id(self, row: Row) -> Id<'t> {
        self.word(row).map_or_else(|| self.id(row).into(), Id::Short)
    }

    /// The trimmed cell as words; none where that takes more than copying its bytes.
    #[inline]
    pub(crate) fn word(self, row: Row) -> Option<Word> {
        let place = self.place.filter(|_| self.table.grid.is_ascii())?;
        self.table.grid.word(&self.table.text, row, place)
    }

    /// Whether the trimmed cell is this code.
    #[inline]
    pub(crate) fn is(self, row: Row, code: Code) -> bool {
        self.word(row).map_or_else(|| self.text(row) == code.text, |word| Some(word) == code.word)
    }

    /// The trimmed cell in the one form in which ids are compared.
    #[inline]
    pub(crate) fn id(self, row: Row) -> Cow<'t, str> {
        let text = self.text(row);
        if self.table.grid.is_ascii() || text.is_ascii() {
            return text;
        }
        composed(text)
    }

    /// The trimmed cell, unless it is empty.
    pub(crate) fn code(self, row: Row) -> Option<Cow<'t, str>> {
        Some(self.text(row)).filter(|text| !text.is_empty())
    }

    /// The day that the cell of a date column states.
    #[inline]
    pub(crate) fn day(self, row: Row) -> Option<Day> {
        self.days?.get(row.0)
    }

    /// The month that the cell states.
    pub(crate) fn month(self, row: Row) -> Option<Month> {
        parse_month(&self.text(row))
    }

    /// The whole number that the cell states.
    pub(crate) fn count(self, row: Row) -> Option<u64> {
        parse_count(&self.text(row))
    }

    /// The exact decimal that the cell states.
    pub(crate) fn money(self, row: Row) -> Option<Decimal> {
        parse_money(&self.text(row))
    }

    /// The percentage points that the cell states.
    pub(crate) fn pct(self, row: Row) -> Option<Decimal> {
        parse_pct(&self.text(row))
    }

    /// The moment that the cell states, of a date column the first of its day.
    pub(crate) fn moment(self, row: Row, clock: Clock) -> Option<Instant> {
        match self.days {
            Some(_) => self.day(row).map(|day| clock.first_moment(day)),
            None => self.instant(row, clock),
        }
    }

    /// The moment that the cell states.
    pub(crate) fn instant(self, row: Row, clock: Clock) -> Option<Instant> {
        clock.parse(&self.text(row))
    }
}
