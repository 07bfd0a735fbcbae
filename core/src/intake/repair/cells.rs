//! The cells of one column while it is judged: what they say, what they said, and what is told about them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::dataset::{Column, Kind};
use crate::note::{Note, NoteKind};
use crate::table::{Grid, Row};

/// How many cells must be of an odd form before that is the column's habit, and not one cell's fault.
pub(super) const A_HABIT: usize = 2;

/// A column's cells that have something in them. What they say is read where it lies: a column of which nothing is changed
/// takes no memory.
pub(super) struct Cells<'t> {
    column: &'static Column,
    text: &'t str,
    grid: &'t Grid,
    place: u16,
    /// What cells say now that said something else.
    edits: BTreeMap<Row, String>,
    notes: Vec<Note>,
    lost: Vec<Row>,
}

/// What came of a column.
pub(super) struct Told {
    /// What is told about it.
    pub(super) notes: Vec<Note>,
    /// The cells that say something else now.
    pub(super) edits: BTreeMap<Row, String>,
    /// The rows whose cell says nothing any more, whatever stands in it.
    pub(super) lost: Vec<Row>,
}

impl<'t> Cells<'t> {
    pub(super) const fn of(text: &'t str, grid: &'t Grid, place: u16, column: &'static Column) -> Self {
        Self { column, text, grid, place, edits: BTreeMap::new(), notes: Vec::new(), lost: Vec::new() }
    }

    pub(super) const fn kind(&self) -> Kind {
        self.column.kind
    }

    pub(super) const fn column(&self) -> &'static Column {
        self.column
    }

    fn filled(&self) -> impl Iterator<Item = (Row, Cow<'_, str>)> + Clone {
        let mut edits = self.edits.iter().peekable();
        (0..self.grid.rows()).map(Row).filter_map(move |row| {
            let edit = edits.next_if(|&(&at, _)| at == row).map(|(_, after)| Cow::Borrowed(after.as_str()));
            let text = edit.unwrap_or_else(|| self.grid.cell(self.text, row, self.place));
            (!text.is_empty()).then_some((row, text))
        })
    }

    /// What the cells say that are not empty.
    pub(super) fn texts(&self) -> impl Iterator<Item = Cow<'_, str>> + Clone {
        self.filled().map(|(_, text)| text)
    }

    pub(super) fn all(&self, holds: impl Fn(&str) -> bool) -> bool {
        self.texts().all(|text| holds(&text))
    }

    /// Whether so many cells are like this that it is the column's habit.
    pub(super) fn is_habit(&self, holds: impl Fn(&str) -> bool) -> bool {
        self.texts().filter(|text| holds(text)).nth(A_HABIT - 1).is_some()
    }

    pub(super) fn count(&self, holds: impl Fn(&str) -> bool) -> usize {
        self.texts().filter(|text| holds(text)).count()
    }

    /// Reads every cell anew if each can be read, and so many are then written otherwise that it is a habit.
    pub(super) fn reread(&self, read: impl Fn(&str) -> Option<String>) -> Option<Vec<String>> {
        self.reread_from(A_HABIT, read)
    }

    /// The same, where so many are enough.
    pub(super) fn reread_from(&self, enough: usize, read: impl Fn(&str) -> Option<String>) -> Option<Vec<String>> {
        let read: Vec<_> = self.texts().map(|text| read(&text)).collect::<Option<_>>()?;
        let changed = read.iter().zip(self.texts()).filter(|(after, before)| *after != before).count();
        (changed >= enough).then_some(read)
    }

    /// Puts what was read in the place of what was written, and says so.
    pub(super) fn replace(&mut self, read: Vec<String>, message: impl Fn(usize, &str, &str) -> String) {
        let mut read = read.into_iter();
        self.change(|_| read.next(), message);
    }

    /// Changes the cells of which `mend` makes something else, and says so once.
    pub(super) fn change(
        &mut self,
        mut mend: impl FnMut(&str) -> Option<String>,
        message: impl Fn(usize, &str, &str) -> String,
    ) {
        let (mut edits, mut first) = (Vec::new(), None);
        for (row, before) in self.filled() {
            let Some(after) = mend(&before).filter(|after| *after != before) else { continue };
            first.get_or_insert_with(|| (row, before.into_owned(), after.clone()));
            edits.push((row, after));
        }
        if let Some((row, before, after)) = first {
            self.tell(NoteKind::Repaired, edits.len(), row, message(edits.len(), &before, &after));
            self.edits.extend(edits);
        }
    }

    /// Says that some cells look wrong, if any do; nothing is changed.
    pub(super) fn doubt(&mut self, is_odd: impl Fn(&str) -> bool, message: impl Fn(usize, &str) -> String) {
        let mut odd = self.filled().filter(|(_, text)| is_odd(text));
        let Some((row, first)) = odd.next() else { return };
        let count = 1 + odd.count();
        let message = message(count, &first);
        self.tell(NoteKind::Doubted, count, row, message);
    }

    /// Counts some cells as lost: what they said cannot be told from what is left of it.
    pub(super) fn lose(&mut self, is_lost: impl Fn(&str) -> bool) {
        let lost: Vec<_> = self.filled().filter(|(_, text)| is_lost(text)).map(|(row, _)| row).collect();
        self.lost.extend(lost);
    }

    fn tell(&mut self, kind: NoteKind, count: usize, row: Row, message: String) {
        let (field, cells, line) = (Some(self.column.name), count as u32, Some(self.grid.line(row)));
        self.notes.push(Note { kind, field, cells, line, message });
    }

    /// What came of the column.
    pub(super) fn told(self) -> Told {
        Told { notes: self.notes, edits: self.edits, lost: self.lost }
    }
}

/// A count of things, as `1 cell` or `3 cells`.
pub(super) fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
