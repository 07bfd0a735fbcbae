//! The files that a table was made of: most tables of one. Rows lie below one another, and each keeps the line of its own file.

use std::sync::Arc;

use super::{Row, Table};

/// The files of a table, in the order of their rows.
#[derive(Debug)]
pub(super) struct Parts(Vec<Part>);

#[derive(Debug)]
struct Part {
    name: Arc<str>,
    /// How many lines of the table lie above its first.
    above: u32,
}

impl Parts {
    /// One file.
    pub(super) fn of(name: String) -> Self {
        Self(vec![Part { name: name.into(), above: 0 }])
    }

    pub(super) fn first(&self) -> &str {
        self.0.first().map_or("", |part| &part.name)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|part| part.name.as_ref())
    }

    /// Adds a file below the table's last line, and says how many lines lie above it.
    pub(super) fn add(&mut self, other: &Self, last: u32) -> u32 {
        let last = last.max(self.0.last().map_or(0, |part| part.above + 1));
        let name = other.first().into();
        self.0.push(Part { name, above: last });
        last
    }

    /// The file in which a line of the table is, where there are several.
    pub(super) fn of_line(&self, line: u32) -> Option<Arc<str>> {
        if self.0.len() < 2 { None } else { self.part(line).map(|part| Arc::clone(&part.name)) }
    }

    /// What a spreadsheet that shows the file says for a line of the table.
    #[inline]
    pub(super) fn line_in_file(&self, line: u32) -> u32 {
        if self.0.len() < 2 { line } else { line - self.part(line).map_or(0, |part| part.above) }
    }

    /// The line of the table for that of a file.
    pub(super) fn line_in_table(&self, file: Option<&str>, line: u32) -> Option<u32> {
        match (&self.0[..], file) {
            ([_], _) | (_, None) => Some(line),
            (parts, Some(file)) => {
                let part = parts.iter().find(|part| *part.name == *file)?;
                part.above.checked_add(line)
            }
        }
    }

    fn part(&self, line: u32) -> Option<&Part> {
        self.0[..self.0.partition_point(|part| part.above < line)].last()
    }
}

impl Table {
    /// Puts the rows of another file of the table below those of this one, if its cells lie alike and there is room.
    /// It may have further headers behind those of this one. Otherwise this one stays as it is.
    pub(crate) fn join(&mut self, other: Self) -> Option<()> {
        let offset = self.text.len() + 1;
        let room = u32::try_from(offset + other.text.len()).is_ok();
        if !(room && self.places == other.places && self.grid.lies_as(&other.grid)) {
            return None;
        }
        let above = self.parts.add(&other.parts, self.grid.line(Row(self.len())) - 1);
        self.grid.append(&other.grid, offset as u32, above);
        self.text.push('\n');
        self.text.push_str(&other.text);
        let above = self.unused.len() as u32;
        self.lost.extend(other.lost.iter().map(|&(position, row)| (position, Row(row.0 + above))));
        self.unused.resize(self.grid.rows() as usize, false);
        if other.headers.len() > self.headers.len() {
            self.headers = other.headers;
        }
        Some(())
    }

    /// How its rows are written: what stands between two cells, and how many of them are read.
    pub(crate) const fn layout(&self) -> (u8, u16) {
        (self.grid.delimiter(), self.grid.width())
    }

    /// The cells of a row as written, also those that no column reads.
    pub(crate) fn cells(&self, row: Row) -> Vec<String> {
        self.grid.all_cells(&self.text, row)
    }
}
