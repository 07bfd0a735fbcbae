//! Where the cells of a delimited text lie: four bytes each, and never their contents.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::word::Word;

/// A row of a table, numbered from zero below the header.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Row(pub(crate) u32);

/// The places of a text's cells.
///
/// Each row holds its start, then the end of each of its first `width` cells: a cell begins one
/// byte after the one before it ends. A missing cell ends where the one before it does.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Grid {
    #[serde(skip)]
    bounds: Vec<u32>,
    width: u16,
    delimiter: u8,
    header_line: u32,
    /// (first row after some blank lines, blank lines up to there), ascending.
    blanks: Vec<(u32, u32)>,
    /// Where the row that is being read begins in `bounds`.
    #[serde(skip)]
    open: usize,
    /// Whether a cell may be quoted or begin or end with a blank, so that it is more than its bytes.
    is_dressed: bool,
    /// Whether every cell is ASCII, so that none is written in two ways.
    is_ascii: bool,
}

impl Grid {
    pub(crate) fn new(width: u16, delimiter: u8, header_line: u32, rows: usize) -> Self {
        let stride = usize::from(width) + 1;
        Self {
            bounds: Vec::with_capacity(rows * stride),
            width,
            delimiter,
            header_line,
            blanks: Vec::new(),
            open: 0,
            is_dressed: false,
            is_ascii: true,
        }
    }

    /// The places alone: what is left says how they are meant.
    pub(super) fn take_bounds(&mut self) -> Vec<u32> {
        std::mem::take(&mut self.bounds)
    }

    /// The same, over places that were taken from it; none where they cannot be places in this text.
    pub(super) fn with_bounds(self, bounds: Vec<u32>, text: &str) -> Option<Self> {
        let stride = self.stride();
        let is_row =
            |row: &[u32]| text.is_char_boundary(row[0] as usize) && row.iter().all(|&at| at as usize <= text.len());
        let is_whole = bounds.len().is_multiple_of(stride) && bounds.chunks_exact(stride).all(is_row);
        is_whole.then_some(Self { bounds, ..self })
    }

    /// What parts the cells.
    pub(crate) const fn delimiter(&self) -> u8 {
        self.delimiter
    }

    pub(crate) const fn width(&self) -> u16 {
        self.width
    }

    const fn stride(&self) -> usize {
        self.width as usize + 1
    }

    /// How many rows there are.
    #[must_use]
    pub const fn rows(&self) -> u32 {
        (self.bounds.len() / self.stride()) as u32
    }

    pub(crate) fn begin_row(&mut self, start: usize) {
        self.open = self.bounds.len();
        self.bounds.push(start as u32);
    }

    /// The next cell ends here; a surplus one is left where it lies.
    #[inline]
    pub(crate) fn end_cell(&mut self, cells: usize, end: usize) {
        if cells < usize::from(self.width) {
            self.bounds.push(end as u32);
        }
    }

    /// Fills the cells that the row does not have.
    #[inline]
    pub(crate) fn end_row(&mut self, cells: usize, end: usize) {
        for _ in cells..usize::from(self.width) {
            self.bounds.push(end as u32);
        }
    }

    /// Takes back the row that was begun: there is none.
    pub(crate) fn forget_row(&mut self) {
        self.bounds.truncate(self.open);
    }

    /// Takes back the row that was begun: it is blank, but its line counts.
    pub(crate) fn drop_row(&mut self) {
        self.forget_row();
        let (row, before) = (self.rows(), self.blanks.last().map_or(0, |&(_, n)| n));
        match self.blanks.last_mut() {
            Some(last) if last.0 == row => last.1 += 1,
            _ => self.blanks.push((row, before + 1)),
        }
    }

    /// The line of a row as a spreadsheet numbers it.
    #[must_use]
    pub fn line(&self, row: Row) -> u32 {
        let passed = self.blanks.partition_point(|&(first, _)| first <= row.0);
        let blanks = passed.checked_sub(1).map_or(0, |i| self.blanks[i].1);
        self.header_line + 1 + row.0 + blanks
    }

    /// The row at a spreadsheet's line.
    #[must_use]
    pub fn row_at(&self, line: u32) -> Option<Row> {
        let below_header = line.checked_sub(self.header_line + 1)?;
        let fewest = below_header.saturating_sub(self.blanks.last().map_or(0, |&(_, n)| n));
        let (mut low, mut high) = (fewest, self.rows().min(below_header.saturating_add(1)));
        while low < high {
            let middle = low.midpoint(high);
            if self.line(Row(middle)) < line { low = middle + 1 } else { high = middle }
        }
        Some(Row(low)).filter(|&row| low < self.rows() && self.line(row) == line)
    }

    /// Whether its cells lie as those of another do.
    pub(super) const fn lies_as(&self, other: &Self) -> bool {
        self.width == other.width && self.delimiter == other.delimiter
    }

    /// Puts the rows of a grid that lies as this one below its own. Its text begins at `offset` of the joined one, and its
    /// lines are counted from `above`.
    pub(super) fn append(&mut self, other: &Self, offset: u32, above: u32) {
        let rows = self.rows();
        self.bounds.extend(other.bounds.iter().map(|bound| bound + offset));
        // What stands between the last row above and the first below counts as blank lines.
        let between = above + other.header_line - self.header_line - rows;
        self.blanks.push((rows, between));
        self.blanks.extend(other.blanks.iter().map(|&(first, blank)| (rows + first, between + blank)));
        self.is_dressed |= other.is_dressed;
        self.is_ascii &= other.is_ascii;
    }

    /// A text of these rows alone, and its grid. The others count as blank lines.
    pub(super) fn only(&self, text: &str, rows: &BTreeSet<Row>) -> (String, Self) {
        let mut kept = Self::new(self.width, self.delimiter, self.header_line, rows.len());
        (kept.is_dressed, kept.is_ascii) = (self.is_dressed, self.is_ascii);
        let mut out = String::new();
        for (place, &row) in (0_u32..).zip(rows) {
            let bounds = &self.bounds[row.0 as usize * self.stride()..][..self.stride()];
            let start = bounds[0] as usize;
            let end = start + record_len(&text.as_bytes()[start..], self.delimiter);
            let moved = |bound: &u32| bound - bounds[0] + out.len() as u32;
            kept.bounds.extend(bounds.iter().map(moved));
            let above = self.line(row) - self.header_line - 1 - place;
            if kept.blanks.last().map_or(0, |&(_, before)| before) < above {
                kept.blanks.push((place, above));
            }
            out.push_str(&text[start..end]);
            out.push('\n');
        }
        (out, kept)
    }

    /// Some cell is dressed: quoted, or with blanks about it.
    pub(crate) const fn dress(&mut self) {
        self.is_dressed = true;
    }

    /// Some cell is not ASCII.
    pub(crate) const fn widen(&mut self) {
        self.is_ascii = false;
    }

    pub(super) const fn is_ascii(&self) -> bool {
        self.is_ascii
    }

    /// A cell as written: trimmed, its quotes taken off.
    #[inline]
    pub(crate) fn cell<'t>(&self, text: &'t str, row: Row, place: u16) -> Cow<'t, str> {
        let raw = text.get(self.span(row, place)).unwrap_or_default();
        if self.is_dressed { unquoted(raw) } else { Cow::Borrowed(raw) }
    }

    /// Whether nothing is left of a cell once it is trimmed and its quotes are taken off.
    #[inline]
    pub(crate) fn is_empty(&self, text: &str, row: Row, place: u16) -> bool {
        if self.is_dressed { self.cell(text, row, place).is_empty() } else { self.span(row, place).is_empty() }
    }

    /// A short cell as words; none where it is long or must be undressed.
    #[inline]
    pub(super) fn word(&self, text: &str, row: Row, place: u16) -> Option<Word> {
        let span = self.span(row, place);
        if self.is_dressed { None } else { Word::within(text.as_bytes(), span.start, span.end) }
    }

    /// Where a cell lies.
    #[inline]
    pub(crate) fn span(&self, row: Row, place: u16) -> Range<usize> {
        let base = row.0 as usize * self.stride() + usize::from(place);
        let (before, end) = (self.bounds[base], self.bounds[base + 1]);
        (before + u32::from(place > 0)) as usize..end as usize
    }

    /// Every cell of a row as written, also those that no column reads.
    pub(crate) fn all_cells(&self, text: &str, row: Row) -> Vec<String> {
        let start = self.bounds[row.0 as usize * self.stride()] as usize;
        split(&text[start..], self.delimiter).into_iter().map(Cow::into_owned).collect()
    }
}

/// The cells of the first record of a text.
pub(crate) fn split(text: &str, delimiter: u8) -> Vec<Cow<'_, str>> {
    let mut cells = Vec::new();
    cells_of(text.as_bytes(), delimiter, |cell| cells.push(unquoted(&text[cell])));
    cells
}

/// How long the first record of a text is.
pub(crate) fn record_len(bytes: &[u8], delimiter: u8) -> usize {
    let mut end = 0;
    cells_of(bytes, delimiter, |cell| end = cell.end);
    end
}

/// Visits the cells of the first record, as they lie.
fn cells_of(bytes: &[u8], delimiter: u8, mut visit: impl FnMut(Range<usize>)) {
    let (mut start, mut at) = (0, 0);
    loop {
        if at == start && bytes.get(at) == Some(&b'"') {
            at = closing_quote(bytes, at).map_or(bytes.len(), |quote| quote + 1);
        }
        match bytes.get(at) {
            Some(&b) if b == delimiter => {
                visit(start..at);
                start = at + 1;
            }
            None | Some(b'\n' | b'\r') => return visit(start..at),
            Some(_) => {}
        }
        at += 1;
    }
}

/// Where the quote that opens at `open` closes; a doubled quote inside does not close it.
pub(crate) fn closing_quote(bytes: &[u8], open: usize) -> Option<usize> {
    let mut from = open + 1;
    loop {
        let quote = from + memchr::memchr(b'"', bytes.get(from..)?)?;
        if bytes.get(quote + 1) != Some(&b'"') {
            return Some(quote);
        }
        from = quote + 2;
    }
}

/// The contents of a cell, trimmed. A quote counts only where it is the cell's first byte.
#[cold]
fn unquoted(raw: &str) -> Cow<'_, str> {
    match raw.as_bytes() {
        [] => Cow::Borrowed(""),
        [b'"', ..] => without_quotes(raw),
        [first, .., last] if is_dark(*first) && is_dark(*last) => Cow::Borrowed(raw),
        _ => Cow::Borrowed(raw.trim()),
    }
}

/// An ASCII byte that is ink: not blank, not part of anything wider.
pub(crate) const fn is_dark(byte: u8) -> bool {
    byte > b' ' && byte < 0x7f
}

#[cold]
fn without_quotes(raw: &str) -> Cow<'_, str> {
    let close = closing_quote(raw.as_bytes(), 0).unwrap_or(raw.len());
    let (inside, after) = (&raw[1..close], raw.get(close + 1..).unwrap_or(""));
    if after.is_empty() && !inside.contains('"') {
        return Cow::Borrowed(inside.trim());
    }
    Cow::Owned(format!("{}{after}", inside.replace("\"\"", "\"")).trim().to_owned())
}
