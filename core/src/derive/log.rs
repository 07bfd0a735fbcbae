//! A log: several rows for one subject, of which the newest at an instant is the current one; older rows are never forgotten.

use crate::table::{NOBODY, Row, Subject, Table};
use crate::value::{Clock, Instant};

/// The dated rows of a log, by participant or event, from the oldest to the newest. A row without a time is in none.
#[derive(Debug)]
pub(crate) struct Log {
    entries: Vec<Entry>,
    /// Where each subject's entries begin, and after the last, where they end.
    starts: Vec<u32>,
}

/// One row of a log.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    subject: u32,
    pub(crate) at: Instant,
    pub(crate) row: Row,
}

impl Log {
    /// The log that a table holds, dated by one of its columns; a day counts from its first moment.
    pub(crate) fn of(table: &Table, dated: &str, subject: Subject, subjects: usize, clock: Clock) -> Self {
        let (column, mut entries) = (table.column(dated), Vec::with_capacity(table.len() as usize));
        table.for_each_row(|row| {
            let subject = table.number(subject, row);
            if let Some(at) = column.moment(row, clock).filter(|_| subject != NOBODY) {
                entries.push(Entry { subject, at, row });
            }
        });
        entries.sort_unstable_by_key(|entry| (entry.subject, entry.at, entry.row.0));
        let mut starts = Vec::with_capacity(subjects + 1);
        let mut end = 0;
        for subject in 0..=subjects as u32 {
            end += entries[end..].iter().take_while(|entry| entry.subject < subject).count();
            starts.push(end as u32);
        }
        Self { entries, starts }
    }

    /// A subject's rows, from the oldest to the newest.
    pub(crate) fn of_subject(&self, subject: u32) -> &[Entry] {
        let at = |number: usize| self.starts.get(number).copied();
        let bounds = at(subject as usize).zip((subject as usize).checked_add(1).and_then(at));
        bounds.map_or(&[], |(start, end)| &self.entries[start as usize..end as usize])
    }

    /// A subject's rows at or before an instant.
    pub(crate) fn until(&self, subject: u32, instant: Instant) -> &[Entry] {
        let all = self.of_subject(subject);
        &all[..all.partition_point(|entry| entry.at <= instant)]
    }

    /// A subject's newest row at or before an instant.
    pub(crate) fn current(&self, subject: u32, instant: Instant) -> Option<Entry> {
        self.until(subject, instant).last().copied()
    }

    /// Every subject that has rows at or before an instant, with its newest.
    pub(crate) fn all_current(&self, instant: Instant) -> impl Iterator<Item = (u32, Entry)> + '_ {
        let subjects = 0..self.starts.len().saturating_sub(1) as u32;
        subjects.filter_map(move |subject| Some((subject, self.current(subject, instant)?)))
    }
}
