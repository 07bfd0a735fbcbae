//! The days of a date column, read once at intake: what was no day, or no text at all, is none.

use crate::value::{Day, parse_day};

/// One day or none for each row.
#[derive(Debug)]
pub(crate) struct Days {
    all: Vec<Option<Day>>,
    /// The text before, which columns of dates repeat more often than not.
    last: ([u8; 10], Option<Day>),
}

impl Days {
    pub(crate) fn with_capacity(rows: usize) -> Self {
        Self { all: Vec::with_capacity(rows), last: ([0; 10], None) }
    }

    /// Reads the next row's cell.
    #[inline]
    pub(crate) fn read(&mut self, text: &str) -> Option<Day> {
        let day = match text.as_bytes().try_into() {
            Ok(bytes) if bytes == self.last.0 => self.last.1,
            Ok(bytes) => {
                self.last = (bytes, parse_day(text));
                self.last.1
            }
            Err(_) => None,
        };
        self.all.push(day);
        day
    }

    #[inline]
    pub(crate) fn get(&self, row: u32) -> Option<Day> {
        self.all.get(row as usize).copied().flatten()
    }
}
