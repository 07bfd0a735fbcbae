//! The header row: the delimiter that parts it, and the line on which it stands. A title may stand above it;
//! what is below it is never looked at for longer than a screen.

use std::borrow::Cow;
use std::ops::Range;

use super::super::Refusal;
use super::{Forced, Known};
use crate::table::{record_len, split};

/// The widest sheet that any spreadsheet can hold.
const MAX_COLUMNS: usize = 16_384;
/// A header row is people's words; one longer than this is something else.
const MAX_HEADER_BYTES: usize = 1 << 20;
/// How many rows with something in them are looked at.
const ROWS_SEEN: usize = 30;

/// The row that names the columns.
#[derive(Debug, Clone)]
pub(in crate::intake) struct Header {
    pub(in crate::intake) names: Vec<String>,
    pub(in crate::intake) delimiter: u8,
    /// Its line as a spreadsheet numbers it.
    pub(in crate::intake) line: u32,
    /// Where the rows begin.
    pub(in crate::intake) end: usize,
}

/// A header, and what stands above it.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) header: Header,
    /// The row as it lies in the text.
    pub(super) record: Range<usize>,
    /// The rows above that have something in them.
    pub(super) above: Vec<(u32, String)>,
    /// Whether the names stand between single quotes.
    pub(super) single_quotes: bool,
}

/// Finds the header row and, from it and the rows about it, the delimiter.
pub(super) fn find(text: &str, forced: &Forced, known: Known<'_>) -> Result<Found, Refusal> {
    let (start, separator) = beginning(text);
    let stated = forced.delimiter.or(separator);
    let delimiters = stated.map_or_else(|| b",;\t|".to_vec(), |delimiter| vec![delimiter]);
    let mut best: Option<(Fit, Sight<'_>)> = None;
    for delimiter in delimiters {
        let sight = Sight::of(text, start, delimiter, forced.header_line)?;
        let fit = sight.fit(forced.header_line, known)?;
        if best.as_ref().is_none_or(|(other, _)| fit.is_better_than(other)) {
            best = Some((fit, sight));
        }
    }
    let (fit, sight) = best.ok_or(Refusal::Empty)?;
    sight.found(text, fit.row)
}

/// Where the first row begins, and the delimiter where a line before it states one as `sep=;`. Spreadsheets
/// obey that line and neither show nor count it.
pub(super) fn beginning(text: &str) -> (usize, Option<u8>) {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let line = &text[start..start + memchr::memchr2(b'\r', b'\n', &text.as_bytes()[start..]).unwrap_or(0)];
    match line.trim_matches(['"', ' ']).as_bytes() {
        &[s, e, p, b'=', delimiter] if [s, e, p].eq_ignore_ascii_case(b"sep") && is_delimiter(delimiter) => {
            (after_break(text.as_bytes(), start + line.len()), Some(delimiter))
        }
        _ => (start, None),
    }
}

/// Whether cells can be parted by this byte.
pub(super) const fn is_delimiter(byte: u8) -> bool {
    byte == b'\t' || (byte.is_ascii_punctuation() && byte != b'"' && byte != b'\'')
}

/// Where the row after the one that ends here begins.
pub(super) fn after_break(bytes: &[u8], end: usize) -> usize {
    if bytes[end..].starts_with(b"\r\n") { end + 2 } else { end + 1 }
}

/// The first rows of a text, as one delimiter parts them.
struct Sight<'t> {
    delimiter: u8,
    /// Those that have something in them.
    rows: Vec<Seen<'t>>,
}

/// A row with something in it.
struct Seen<'t> {
    line: u32,
    cells: Vec<Cow<'t, str>>,
    record: Range<usize>,
}

/// How well a row is a header under a delimiter.
struct Fit {
    row: usize,
    /// How many of its names are columns that Tieout knows.
    known: usize,
    /// How many names it has.
    names: usize,
    /// How many of a thousand rows have the usual number of cells, where that is more than one.
    agreeing: usize,
    /// The usual number of cells.
    width: usize,
}

impl Fit {
    fn is_better_than(&self, other: &Self) -> bool {
        let by_names = |fit: &Self| (fit.known, fit.names);
        let by_rows = |fit: &Self| (fit.agreeing, fit.width);
        if self.known.max(other.known) > 0 { by_names(self) > by_names(other) } else { by_rows(self) > by_rows(other) }
    }
}

impl<'t> Sight<'t> {
    fn of(text: &'t str, mut start: usize, delimiter: u8, up_to: Option<u32>) -> Result<Self, Refusal> {
        let mut line = 1;
        let window = &text[..text.floor_char_boundary(start + MAX_HEADER_BYTES)];
        let mut rows = Vec::new();
        while start < window.len() && (rows.len() < ROWS_SEEN || up_to.is_some_and(|last| line <= last)) {
            let end = start + record_len(&window.as_bytes()[start..], delimiter);
            if end == window.len() && end < text.len() {
                break;
            }
            let next = after_break(text.as_bytes(), end);
            let cells = split(&text[start..end], delimiter);
            if cells.iter().any(|cell| !cell.is_empty()) {
                rows.push(Seen { line, cells, record: start..end });
            }
            (start, line) = (next, line + 1);
        }
        match rows[..] {
            [] if window.len() < text.len() => Err(Refusal::NoRows),
            [] => Err(Refusal::Empty),
            _ => Ok(Self { delimiter, rows }),
        }
    }

    fn fit(&self, forced_line: Option<u32>, known: Known<'_>) -> Result<Fit, Refusal> {
        let (width, agreeing) = self.usual_width();
        let known = |row: usize| {
            let names = self.rows[row].cells.iter().map(|cell| canonical(bare(cell)));
            names.filter(|name| known(name)).count()
        };
        let row = match forced_line {
            Some(line) => self.rows.iter().position(|row| row.line == line).ok_or(Refusal::NoHeader { line })?,
            None => self.header_by_names(width, known).unwrap_or_else(|| self.header_by_shape(width)),
        };
        let names = self.rows[row].cells.len();
        let agreeing = if width > 1 { agreeing * 1000 / self.rows.len() } else { 0 };
        Ok(Fit { row, known: known(row), names, agreeing, width })
    }

    /// The number of cells that most rows have, and how many have it.
    fn usual_width(&self) -> (usize, usize) {
        let with = |width: usize| self.rows.iter().filter(|row| row.cells.len() == width).count();
        let widths = self.rows.iter().map(|row| (with(row.cells.len()), row.cells.len()));
        widths.max().map_or((0, 0), |(rows, width)| (width, rows))
    }

    /// The row that has the most names of columns: two at least, or nothing but such names; of the first row half will do.
    fn header_by_names(&self, width: usize, known: impl Fn(usize) -> usize) -> Option<usize> {
        let mut best = None;
        for row in 0..self.rows.len() {
            let (names, filled) = (known(row), self.rows[row].filled());
            let is_header = match row {
                _ if names > 1 => true,
                0 => names * 2 >= filled,
                _ => names == filled && filled * 2 >= width,
            };
            if names > 0 && is_header && best.is_none_or(|(most, _)| names > most) {
                best = Some((names, row));
            }
        }
        best.map(|(_, row)| row)
    }

    /// The first row that has something in most of its cells.
    fn header_by_shape(&self, width: usize) -> usize {
        self.rows.iter().position(|row| row.filled() * 3 >= width * 2).unwrap_or(0)
    }

    fn found(mut self, text: &str, row: usize) -> Result<Found, Refusal> {
        let above = self.rows.drain(..row).map(|row| (row.line, row.text())).collect();
        let Some(Seen { line, cells, record }) = self.rows.into_iter().next() else { return Err(Refusal::Empty) };
        if cells.len() > MAX_COLUMNS {
            return Err(Refusal::TooWide);
        }
        let mut filled = cells.iter().filter(|cell| !cell.is_empty());
        let single_quotes = filled.all(|cell| bare(cell).len() < cell.len());
        let names = cells.into_iter().map(Cow::into_owned).collect();
        let end = after_break(text.as_bytes(), record.end);
        Ok(Found { header: Header { names, delimiter: self.delimiter, line, end }, record, above, single_quotes })
    }
}

impl Seen<'_> {
    fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    fn text(&self) -> String {
        let cells = self.cells.iter().filter(|cell| !cell.is_empty()).map(AsRef::as_ref);
        cells.collect::<Vec<&str>>().join(" ")
    }
}

/// What stands between single quotes, where something does.
fn bare(name: &str) -> &str {
    name.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')).unwrap_or(name)
}

/// A header as headers are compared: trimmed, without case.
pub(in crate::intake) fn canonical(header: &str) -> String {
    header.trim().to_lowercase()
}
