//! One code for each person, out of a table whose rows come in any order: read once, in the order of the
//! file, so that what asks person by person touches an array and never the file again.

use std::borrow::Cow;
use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::table::{NOBODY, Table};

/// A list of codes is short: comparing with so many beats hashing one.
const FEW: usize = 8;

/// What one column says of each person.
#[derive(Debug)]
pub(crate) struct Folded<'t> {
    distinct: Vec<Cow<'t, str>>,
    by_person: Vec<u32>,
}

impl<'t> Folded<'t> {
    /// Reads a column of a table whose key is the participant.
    pub(super) fn of(table: &'t Table, column: &str, people: usize) -> Self {
        let (column, mut numbers) = (table.column(column), HashMap::with_hasher(FixedState::default()));
        let mut folded = Self { distinct: Vec::new(), by_person: vec![NOBODY; people] };
        table.for_each_row(|row| {
            let text = column.text(row);
            let few = folded.distinct.iter().take(FEW).position(|known| *known == text).map(|number| number as u32);
            let number = few.or_else(|| numbers.get(&text).copied()).unwrap_or_else(|| {
                let next = folded.distinct.len() as u32;
                folded.distinct.push(text.clone());
                numbers.insert(text, next);
                next
            });
            if let Some(slot) = folded.by_person.get_mut(table.person(row) as usize) {
                *slot = number;
            }
        });
        folded
    }

    /// The person's code, empty where the cell is; none where the person has no row.
    pub(crate) fn get(&self, person: u32) -> Option<&str> {
        let number = *self.by_person.get(person as usize)?;
        self.distinct.get(number as usize).map(AsRef::as_ref)
    }
}
