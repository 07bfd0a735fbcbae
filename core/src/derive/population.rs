//! Who is in, on a day: those whom the payer's file attributes, never those whom anybody names.

use crate::pairing::ByPerson;
use crate::table::{Row, Table};
use crate::value::Day;

/// The people whom the payer attributes on a day, each by the newest row that contains it.
#[derive(Debug)]
pub(crate) struct Population {
    rows: ByPerson,
    last_known: ByPerson,
    len: usize,
}

impl Population {
    /// The population on a day, out of a payer's file.
    pub(crate) fn on(day: Day, payer: &Table, people: usize) -> Self {
        let (from, to) = (payer.column("attribution_date"), payer.column("attribution_end_date"));
        let mut population = Self { rows: ByPerson::nobody(people), last_known: ByPerson::nobody(people), len: 0 };
        for row in payer.rows() {
            let person = payer.person(row);
            population.last_known.set(person, row);
            let Some(start) = from.day(row).filter(|&start| start <= day) else { continue };
            if to.day(row).is_some_and(|end| end < day) {
                continue;
            }
            let newest = population.rows.get(person);
            population.len += usize::from(newest.is_none());
            if newest.is_none_or(|newest| from.day(newest) < Some(start)) {
                population.rows.set(person, row);
            }
        }
        population
    }

    /// The payer's row that puts a person in.
    pub(crate) fn get(&self, person: u32) -> Option<Row> {
        self.rows.get(person)
    }

    /// The last row that names a person at all, on whatever days.
    pub(crate) fn last_known(&self, person: u32) -> Option<Row> {
        self.last_known.get(person)
    }

    /// Everybody who is in, with the payer's row.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, Row)> + '_ {
        self.rows.iter()
    }

    pub(crate) const fn len(&self) -> usize {
        self.len
    }
}
