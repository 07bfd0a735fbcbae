//! What a sheet hides and merges, told in the same words whichever format it comes in. It changes nothing that is read.

use crate::Note;

/// The hidden rows and merged cells of a sheet, as far as they were seen.
#[derive(Debug, Default)]
pub(super) struct Layout {
    hidden: Seen,
    merged: Seen,
}

/// How often something was seen, and the first row of it.
#[derive(Debug, Default, Clone, Copy)]
struct Seen {
    count: u32,
    line: Option<u32>,
}

impl Seen {
    fn at(&mut self, line: Option<u32>, count: u32) {
        self.count = self.count.saturating_add(count);
        self.line = self.line.or(line);
    }
}

impl Layout {
    /// So many rows are hidden, from this one on.
    pub(super) fn hide(&mut self, line: Option<u32>, rows: u32) {
        self.hidden.at(line, rows);
    }

    /// Cells are merged into one that begins in this row.
    pub(super) fn merge(&mut self, line: Option<u32>) {
        self.merged.at(line, 1);
    }

    /// What there is to know of it.
    pub(super) fn notes(&self) -> Vec<Note> {
        let says = [
            (self.hidden, "Rows are hidden or filtered out; they were read all the same."),
            (self.merged, "Cells are merged: the value was read in the first cell of each, and the others are blank."),
        ];
        let seen = says.into_iter().filter(|(seen, _)| seen.count > 0);
        seen.map(|(seen, says)| Note::read(seen.count, seen.line, says)).collect()
    }
}
