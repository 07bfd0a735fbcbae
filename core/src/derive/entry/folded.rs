//! One code for each person or event, out of a table whose rows come in any order: read once, in the order of the
//! file, so that what asks one by one touches an array and never the file again.

use std::borrow::Cow;
use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::table::{NOBODY, Subject, Table};

/// A list of codes is short: comparing with so many beats hashing one.
const FEW: usize = 8;

/// What one column says of each person or event.
#[derive(Debug)]
pub(crate) struct Folded<'t> {
    distinct: Vec<Cow<'t, str>>,
    by_subject: Vec<u32>,
}

impl<'t> Folded<'t> {
    /// Reads a column of a table that has one row for each.
    pub(super) fn of(table: &'t Table, column: &str, subject: Subject, subjects: usize) -> Self {
        let (column, mut numbers) = (table.column(column), HashMap::with_hasher(FixedState::default()));
        let mut folded = Self { distinct: Vec::new(), by_subject: vec![NOBODY; subjects] };
        table.for_each_row(|row| {
            let text = column.text(row);
            let few = folded.distinct.iter().take(FEW).position(|known| *known == text).map(|number| number as u32);
            let number = few.or_else(|| numbers.get(&text).copied()).unwrap_or_else(|| {
                let next = folded.distinct.len() as u32;
                folded.distinct.push(text.clone());
                numbers.insert(text, next);
                next
            });
            if let Some(slot) = folded.by_subject.get_mut(table.number(subject, row) as usize) {
                *slot = number;
            }
        });
        folded
    }

    /// The code of one of them, empty where the cell is; none where it has no row.
    pub(crate) fn get(&self, subject: u32) -> Option<&str> {
        let number = *self.by_subject.get(subject as usize)?;
        self.distinct.get(number as usize).map(AsRef::as_ref)
    }
}
