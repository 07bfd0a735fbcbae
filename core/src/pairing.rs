//! Rows of two tables that speak of the same person or event. A key that came twice was told at intake, so nothing multiplies.

use crate::table::{NOBODY, Row, Subject, Table};
use crate::value::in_stretches;

/// For each person or event of a run, the one row that a table has for it.
#[derive(Debug)]
pub(crate) struct OneEach(Vec<u32>);

impl OneEach {
    /// No rows yet.
    pub(crate) fn none(subjects: usize) -> Self {
        Self(vec![NOBODY; subjects])
    }

    /// The rows of a table that has one for each.
    pub(crate) fn of(table: &Table, subject: Subject, subjects: usize) -> Self {
        let mut rows = Self::none(subjects);
        table.for_each_row(|row| rows.set(table.number(subject, row), row));
        rows
    }

    /// The row of one of them.
    pub(crate) fn get(&self, number: u32) -> Option<Row> {
        self.0.get(number as usize).copied().filter(|&row| row != NOBODY).map(Row)
    }

    pub(crate) fn set(&mut self, number: u32, row: Row) {
        if let Some(slot) = self.0.get_mut(number as usize) {
            *slot = row.0;
        }
    }

    /// Visits every one that has a row, quickly however many they are.
    pub(crate) fn for_each(&self, mut visit: impl FnMut(u32, Row)) {
        in_stretches(self.0.len(), |numbers| {
            for number in numbers {
                if let Some(row) = self.get(number as u32) {
                    visit(number as u32, row);
                }
            }
        });
    }

    /// Every one that has a row, with it.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, Row)> + '_ {
        self.0.iter().enumerate().filter(|&(_, &row)| row != NOBODY).map(|(number, &row)| (number as u32, Row(row)))
    }
}

/// For each person or event of a run, all the rows that a table has for it, in the order of the file.
#[derive(Debug)]
pub(crate) struct ManyEach {
    /// Where each one's rows begin, and after the last, where they end.
    starts: Vec<u32>,
    rows: Vec<Row>,
}

impl ManyEach {
    /// The rows of a table that has any number for each.
    pub(crate) fn of(table: &Table, subject: Subject, subjects: usize) -> Self {
        let mut starts = vec![0_u32; subjects + 1];
        let place = |row: Row| Some(table.number(subject, row) as usize).filter(|&number| number < subjects);
        table.for_each_row(|row| {
            if let Some(number) = place(row) {
                starts[number + 1] += 1;
            }
        });
        let mut total = 0;
        for start in &mut starts {
            total += *start;
            *start = total;
        }
        let (mut next, mut rows) = (starts.clone(), vec![Row(NOBODY); total as usize]);
        table.for_each_row(|row| {
            if let Some(number) = place(row) {
                rows[next[number] as usize] = row;
                next[number] += 1;
            }
        });
        Self { starts, rows }
    }

    /// The rows of one of them.
    pub(crate) fn get(&self, number: u32) -> &[Row] {
        let bounds = self.starts.get(number as usize).zip(self.starts.get(number as usize + 1));
        bounds.map_or(&[], |(&start, &end)| &self.rows[start as usize..end as usize])
    }
}
