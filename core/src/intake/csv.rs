//! Delimited text into a grid of cells, sixty-four bytes at a time. It never fails and never loses a row:
//! what it cannot close it reports.

use std::borrow::Cow;

use wide::u8x16;

use super::Refusal;
use crate::table::{Grid, Row, closing_quote, is_dark, split};
use crate::value::in_stretches;

/// The widest sheet that any spreadsheet can hold.
const MAX_COLUMNS: usize = 16_384;
/// A header row is people's words; one longer than this is something else.
const MAX_HEADER_BYTES: usize = 1 << 20;

/// The first row with something in it.
#[derive(Debug)]
pub(super) struct Header {
    pub(super) names: Vec<String>,
    delimiter: u8,
    line: u32,
    /// Where the rows begin.
    end: usize,
}

/// Finds the header and, from it, the delimiter.
pub(super) fn header(text: &str) -> Result<Header, Refusal> {
    let bytes = text.as_bytes();
    let (mut start, mut line) = (if text.starts_with('\u{feff}') { 3 } else { 0 }, 1);
    loop {
        let end = record_end(bytes, start)?;
        let record = &text[start..end];
        let delimiter = delimiter_of(record);
        let next = if bytes[end..].starts_with(b"\r\n") { end + 2 } else { end + 1 };
        if !is_blank(record, delimiter) {
            let names: Vec<_> = split(record, delimiter).into_iter().map(Cow::into_owned).collect();
            return if names.len() > MAX_COLUMNS {
                Err(Refusal::TooWide)
            } else {
                Ok(Header { names, delimiter, line, end: next })
            };
        }
        if next >= bytes.len() {
            return Err(Refusal::Empty);
        }
        (start, line) = (next, line + 1);
    }
}

/// The end of the record that starts here, line breaks inside quotes left in.
fn record_end(bytes: &[u8], start: usize) -> Result<usize, Refusal> {
    let window = &bytes[start..bytes.len().min(start + MAX_HEADER_BYTES)];
    let mut quoted = false;
    for (at, byte) in window.iter().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => return Ok(start + at),
            _ => {}
        }
    }
    if window.len() == MAX_HEADER_BYTES { Err(Refusal::NoRows) } else { Ok(bytes.len()) }
}

/// The delimiter that the header uses most, the comma where none is used.
fn delimiter_of(header: &str) -> u8 {
    let uses = |delimiter: u8| {
        let mut quoted = false;
        header
            .bytes()
            .filter(|&b| {
                quoted ^= b == b'"';
                !quoted && b == delimiter
            })
            .count()
    };
    [b'|', b'\t', b';', b','].into_iter().max_by_key(|&delimiter| uses(delimiter)).unwrap_or(b',')
}

/// Whether a record has no cell with anything in it.
fn is_blank(record: &str, delimiter: u8) -> bool {
    let faint = |b: u8| b == delimiter || matches!(b, b' ' | b'\t' | b'"' | b'\r' | b'\n');
    let plain = record.bytes().all(faint);
    plain && (!record.contains('"') || split(record, delimiter).iter().all(|cell| cell.is_empty()))
}

/// The grid of everything below the header, of which the first `width` columns are kept.
pub(super) fn rows(text: &str, header: &Header, width: u16) -> Result<Grid, Refusal> {
    let bytes = text.as_bytes();
    let body = header.end.min(bytes.len());
    let mut scan = Scan {
        text,
        bytes,
        delimiter: header.delimiter,
        grid: Grid::new(width, header.delimiter, header.line, expected_rows(&bytes[body..])),
        row_start: body,
        cell_start: body,
        cells: 0,
        resume: body,
        is_unclosed: false,
    };
    scan.begin();
    in_stretches((bytes.len() - body).div_ceil(64), |blocks| {
        for block in blocks.map(|block| body + block * 64) {
            let mut marks = marks(&bytes[block..], header.delimiter);
            while marks != 0 {
                let at = block + marks.trailing_zeros() as usize;
                marks &= marks - 1;
                if at >= scan.resume {
                    scan.mark(at);
                }
            }
        }
    });
    scan.finish()
}

/// An estimate from the first rows, so that memory is taken once.
fn expected_rows(body: &[u8]) -> usize {
    let sample = &body[..body.len().min(1 << 16)];
    let breaks = memchr::memchr_iter(b'\n', sample).count();
    if sample.len() == body.len() { breaks + 1 } else { body.len() / sample.len() * breaks + breaks }
}

/// One bit for each of the next 64 bytes that could end a cell, a row or open a quote.
#[inline]
fn marks(bytes: &[u8], delimiter: u8) -> u64 {
    let mut padded = [0; 64];
    let block: &[u8; 64] = if let Some(whole) = bytes.first_chunk() {
        whole
    } else {
        padded[..bytes.len()].copy_from_slice(bytes);
        &padded
    };
    let mut bits = 0;
    for (i, lane) in block.as_chunks::<16>().0.iter().enumerate() {
        let lane = u8x16::from(*lane);
        let is = |byte: u8| lane.simd_eq(u8x16::splat(byte));
        let any = is(delimiter) | is(b'\n') | is(b'\r') | is(b'"');
        bits |= u64::from(any.to_bitmask()) << (16 * i);
    }
    bits
}

struct Scan<'t> {
    text: &'t str,
    bytes: &'t [u8],
    delimiter: u8,
    grid: Grid,
    row_start: usize,
    cell_start: usize,
    cells: usize,
    /// Marks before this byte lie inside quotes.
    resume: usize,
    /// Whether a quote was opened that never closes.
    is_unclosed: bool,
}

impl Scan<'_> {
    fn begin(&mut self) {
        self.grid.begin_row(self.row_start);
    }

    #[inline]
    fn mark(&mut self, at: usize) {
        let byte = self.bytes[at];
        if byte == self.delimiter {
            self.note_dress(at);
            self.grid.end_cell(self.cells, at);
            self.cells += 1;
            self.cell_start = at + 1;
        } else if byte == b'"' {
            if at == self.cell_start {
                self.open_quote(at);
            }
        } else {
            self.line_break(at, byte);
        }
    }

    #[inline]
    fn line_break(&mut self, at: usize, byte: u8) {
        if at == self.row_start {
            self.grid.drop_row();
        } else {
            self.end_row(at);
        }
        let pair = byte == b'\r' && self.bytes.get(at + 1) == Some(&b'\n');
        self.row_start = at + 1 + usize::from(pair);
        (self.resume, self.cell_start, self.cells) = (self.row_start, self.row_start, 0);
        self.begin();
    }

    #[inline]
    fn end_row(&mut self, at: usize) {
        let first = self.bytes[self.row_start];
        let faint = first == self.delimiter || matches!(first, b' ' | b'\t' | b'"');
        if faint && is_blank(&self.text[self.row_start..at], self.delimiter) {
            self.grid.drop_row();
        } else {
            self.note_dress(at);
            self.grid.end_cell(self.cells, at);
            self.grid.end_row(self.cells + 1, at);
        }
    }

    /// Looks at both ends of the cell that ends here: most files have no cell that must be undressed.
    #[inline]
    fn note_dress(&mut self, end: usize) {
        let is_plain = |byte: u8| is_dark(byte) && byte != b'"';
        if self.cell_start < end && !(is_plain(self.bytes[self.cell_start]) && is_plain(self.bytes[end - 1])) {
            self.grid.dress();
        }
    }

    fn open_quote(&mut self, at: usize) {
        let close = closing_quote(self.bytes, at);
        self.resume = close.map_or(self.bytes.len(), |quote| quote + 1);
        self.is_unclosed |= close.is_none();
    }

    fn finish(mut self) -> Result<Grid, Refusal> {
        if self.is_unclosed {
            let row = Row(self.grid.rows());
            return Err(Refusal::OpenQuote { line: self.grid.line(row) });
        }
        let end = self.bytes.len();
        if self.row_start < end {
            self.end_row(end);
        } else {
            self.grid.forget_row();
        }
        Ok(self.grid)
    }
}
