//! Rows of two tables that speak of the same person. A key that came twice was told at intake, so nothing multiplies.

use crate::table::{NOBODY, Row, Table};
use crate::value::in_stretches;

/// For each person of a run, the one row that a table has for them.
#[derive(Debug)]
pub(crate) struct ByPerson(Vec<u32>);

impl ByPerson {
    /// Nobody yet.
    pub(crate) fn nobody(people: usize) -> Self {
        Self(vec![NOBODY; people])
    }

    /// The rows of a table whose key is the participant.
    pub(crate) fn of(table: &Table, people: usize) -> Self {
        let mut rows = Self::nobody(people);
        table.for_each_row(|row| rows.set(table.person(row), row));
        rows
    }

    /// The person's row.
    pub(crate) fn get(&self, person: u32) -> Option<Row> {
        self.0.get(person as usize).copied().filter(|&row| row != NOBODY).map(Row)
    }

    pub(crate) fn set(&mut self, person: u32, row: Row) {
        if let Some(slot) = self.0.get_mut(person as usize) {
            *slot = row.0;
        }
    }

    /// Visits everybody who has a row, quickly however many they are.
    pub(crate) fn for_each(&self, mut visit: impl FnMut(u32, Row)) {
        in_stretches(self.0.len(), |people| {
            for person in people {
                if let Some(row) = self.get(person as u32) {
                    visit(person as u32, row);
                }
            }
        });
    }

    /// Everybody who has a row, with it.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, Row)> + '_ {
        self.0.iter().enumerate().filter(|&(_, &row)| row != NOBODY).map(|(person, &row)| (person as u32, Row(row)))
    }
}
