//! The days of a date column, read once at intake: what was no day, or no text at all, is none.

use crate::value::{Day, parse_day};

/// One day or none for each row.
#[derive(Debug)]
pub(crate) struct Days(Vec<Option<Day>>);

impl Days {
    pub(crate) fn with_capacity(rows: usize) -> Self {
        Self(Vec::with_capacity(rows))
    }

    /// The next row's day.
    #[inline]
    pub(crate) fn push(&mut self, day: Option<Day>) {
        self.0.push(day);
    }

    #[inline]
    pub(crate) fn get(&self, row: u32) -> Option<Day> {
        self.0.get(row as usize).copied().flatten()
    }
}

/// Days by their text: a table repeats few of them, and comparing ten bytes beats reading them.
pub(crate) struct KnownDays(Vec<([u8; 10], Option<Day>)>);

/// Some years of days, each with a place of its own, in few enough bytes to stay at hand.
const PLACES: usize = 2048;

impl KnownDays {
    pub(crate) fn none() -> Self {
        Self(vec![([0; 10], None); PLACES])
    }

    /// The day that a trimmed cell states.
    #[inline]
    pub(crate) fn read(&mut self, text: &str) -> Option<Day> {
        let &bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
        let (known, day) = &mut self.0[place(bytes)];
        if *known != bytes {
            (*known, *day) = (bytes, parse_day(text));
        }
        *day
    }
}

/// The place of a day's text, the next day's being the next.
#[inline]
fn place([_, _, _, year, _, m1, m2, _, d1, d2]: [u8; 10]) -> usize {
    let digit = |byte: u8| usize::from(byte & 15);
    let month = digit(year) * 12 + digit(m1) * 10 + digit(m2);
    (month * 31 + digit(d1) * 10 + digit(d2)) % PLACES
}
