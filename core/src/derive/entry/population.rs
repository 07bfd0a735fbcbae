//! Who is in, on a day: those whom the payer's file attributes, never those whom anybody names.

use crate::pairing::{ManyEach, OneEach};
use crate::table::{Column, Row, Table};
use crate::value::Day;

/// The people whom the payer attributes on a day, each by the newest row that contains it.
#[derive(Debug)]
pub(crate) struct Population {
    rows: OneEach,
    newest_known: OneEach,
    len: usize,
}

impl Population {
    /// The population on a day, out of a payer's file.
    pub(crate) fn on(day: Day, payer: &Table, people: usize) -> Self {
        let spans = Spans::of(payer);
        let mut population = Self { rows: OneEach::none(people), newest_known: OneEach::none(people), len: 0 };
        payer.for_each_row(|row| {
            let person = payer.person(row);
            let is_newest = |other: Option<Row>| other.is_none_or(|other| spans.from.day(other) < spans.from.day(row));
            if is_newest(population.newest_known.get(person)) {
                population.newest_known.set(person, row);
            }
            if !spans.contains(row, day) {
                return;
            }
            let contains = population.rows.get(person);
            population.len += usize::from(contains.is_none());
            if is_newest(contains) {
                population.rows.set(person, row);
            }
        });
        population
    }

    /// The payer's row that puts a person in.
    pub(crate) fn get(&self, person: u32) -> Option<Row> {
        self.rows.get(person)
    }

    /// The newest row that names a person at all, on whatever days.
    pub(crate) fn newest_known(&self, person: u32) -> Option<Row> {
        self.newest_known.get(person)
    }

    /// Visits everybody who is in, with the payer's row.
    pub(crate) fn for_each(&self, visit: impl FnMut(u32, Row)) {
        self.rows.for_each(visit);
    }

    /// Everybody who is in, with the payer's row.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, Row)> + '_ {
        self.rows.iter()
    }

    pub(crate) const fn len(&self) -> usize {
        self.len
    }
}

/// The payer's file, ready to be asked about one person on one day, whichever it is.
pub(super) struct Attributions<'r> {
    pub(super) spans: Spans<'r>,
    pub(super) rows_of: &'r ManyEach,
}

impl Attributions<'_> {
    /// The row that puts a person in on a day.
    pub(super) fn on(&self, day: Day, person: u32) -> Option<Row> {
        let rows = self.rows_of.get(person).iter().copied().filter(|&row| self.spans.contains(row, day));
        rows.max_by_key(|&row| self.spans.from.day(row))
    }
}

/// The columns that say from when to when the payer attributes somebody.
pub(super) struct Spans<'r> {
    from: Column<'r>,
    to: Column<'r>,
}

impl<'r> Spans<'r> {
    pub(super) fn of(payer: &'r Table) -> Self {
        Self { from: payer.column("attribution_date"), to: payer.column("attribution_end_date") }
    }

    #[inline]
    fn contains(&self, row: Row, day: Day) -> bool {
        self.from.day(row).is_some_and(|start| start <= day) && self.to.day(row).is_none_or(|end| end >= day)
    }
}
