//! The cells of one column while it is judged: what they say, what they said, and what is told about them.

use std::borrow::Cow;

use crate::dataset::{Column, Kind};
use crate::note::{Note, NoteKind};
use crate::table::{Grid, Row};

/// How many cells must be of an odd form before that is the column's habit, and not one cell's fault.
pub(super) const A_HABIT: usize = 2;

/// A column's cells that have something in them.
pub(super) struct Cells<'t> {
    column: &'static Column,
    grid: &'t Grid,
    filled: Vec<Cell<'t>>,
    notes: Vec<Note>,
    lost: Vec<Row>,
}

/// What came of a column.
pub(super) struct Told {
    /// What is told about it.
    pub(super) notes: Vec<Note>,
    /// The cells that say something else now.
    pub(super) edits: Vec<(Row, String)>,
    /// The rows whose cell says nothing any more, whatever stands in it.
    pub(super) lost: Vec<Row>,
}

struct Cell<'t> {
    row: Row,
    text: Cow<'t, str>,
    is_changed: bool,
}

impl<'t> Cells<'t> {
    pub(super) fn of(text: &'t str, grid: &'t Grid, place: u16, column: &'static Column) -> Self {
        let filled = (0..grid.rows()).map(Row).filter_map(|row| {
            let text = grid.cell(text, row, place);
            (!text.is_empty()).then_some(Cell { row, text, is_changed: false })
        });
        Self { column, grid, filled: filled.collect(), notes: Vec::new(), lost: Vec::new() }
    }

    pub(super) const fn kind(&self) -> Kind {
        self.column.kind
    }

    pub(super) const fn column(&self) -> &'static Column {
        self.column
    }

    /// What the cells say that are not empty.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> + Clone {
        self.filled.iter().map(|cell| cell.text.as_ref()).filter(|text| !text.is_empty())
    }

    pub(super) fn all(&self, holds: impl Fn(&str) -> bool) -> bool {
        self.texts().all(holds)
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
        let read: Vec<_> = self.texts().map(read).collect::<Option<_>>()?;
        let changed = read.iter().zip(self.texts()).filter(|(after, before)| after != before).count();
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
        let (mut count, mut first) = (0, None);
        for cell in self.filled.iter_mut().filter(|cell| !cell.text.is_empty()) {
            let Some(after) = mend(&cell.text).filter(|after| *after != cell.text) else { continue };
            count += 1;
            first.get_or_insert_with(|| (cell.row, cell.text.clone(), after.clone()));
            (cell.text, cell.is_changed) = (Cow::Owned(after), true);
        }
        if let Some((row, before, after)) = first {
            self.tell(NoteKind::Repaired, count, row, message(count, &before, &after));
        }
    }

    /// Says that some cells look wrong, if any do; nothing is changed.
    pub(super) fn doubt(&mut self, is_odd: impl Fn(&str) -> bool, message: impl Fn(usize, &str) -> String) {
        let mut odd = self.filled.iter().filter(|cell| !cell.text.is_empty() && is_odd(&cell.text));
        let Some(first) = odd.next() else { return };
        let count = 1 + odd.count();
        let (row, message) = (first.row, message(count, &first.text));
        self.tell(NoteKind::Doubted, count, row, message);
    }

    /// Counts some cells as lost: what they said cannot be told from what is left of it.
    pub(super) fn lose(&mut self, is_lost: impl Fn(&str) -> bool) {
        self.lost.extend(self.filled.iter().filter(|cell| is_lost(&cell.text)).map(|cell| cell.row));
    }

    fn tell(&mut self, kind: NoteKind, count: usize, row: Row, message: String) {
        let (field, cells, line) = (Some(self.column.name), count as u32, Some(self.grid.line(row)));
        self.notes.push(Note { kind, field, cells, line, message });
    }

    /// What came of the column.
    pub(super) fn told(self) -> Told {
        let changed = self.filled.into_iter().filter(|cell| cell.is_changed);
        let edits = changed.map(|cell| (cell.row, cell.text.into_owned())).collect();
        Told { notes: self.notes, edits, lost: self.lost }
    }
}

/// A count of things, as `1 cell` or `3 cells`.
pub(super) fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
