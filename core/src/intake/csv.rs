//! The rows below a header into a grid of cells, sixty-four bytes at a time. It never fails and never loses a row:
//! what it cannot close it reports.

use wide::u8x16;

use super::Refusal;
use super::text::Header;
use crate::table::{Grid, Row, closing_quote, is_dark, split};
use crate::value::in_stretches;

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
        is_marked: true,
        is_blank: false,
    };
    scan.begin();
    in_stretches((bytes.len() - body).div_ceil(64), |blocks| {
        for block in blocks.map(|block| body + block * 64) {
            let Bits { mut marks, blanks, has_wide } = bits(&bytes[block..], header.delimiter);
            scan.note_dress(marks, blanks);
            if has_wide {
                scan.grid.widen();
            }
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
    let sample = &body[..body.len().min(1 << 20)];
    let breaks = memchr::memchr_iter(b'\n', sample).count();
    if sample.len() == body.len() { breaks + 1 } else { body.len() / sample.len() * breaks + breaks }
}

/// One bit for each of 64 bytes.
struct Bits {
    /// It could end a cell, a row or open a quote.
    marks: u64,
    /// It is none of these, and no ink.
    blanks: u64,
    /// Some byte is part of a wider character.
    has_wide: bool,
}

#[inline]
fn bits(bytes: &[u8], delimiter: u8) -> Bits {
    // Whatever the delimiter, this is ink.
    let mut padded = [if delimiter == b'-' { b'_' } else { b'-' }; 64];
    let block: &[u8; 64] = if let Some(whole) = bytes.first_chunk() {
        whole
    } else {
        padded[..bytes.len()].copy_from_slice(bytes);
        &padded
    };
    let (mut marks, mut dark, mut wide) = (0, 0, u8x16::ZERO);
    for (i, lane) in block.as_chunks::<16>().0.iter().enumerate() {
        let lane = u8x16::from(*lane);
        let is = |byte: u8| lane.simd_eq(u8x16::splat(byte));
        let any = is(delimiter) | is(b'\n') | is(b'\r') | is(b'"');
        marks |= u64::from(any.to_bitmask()) << (16 * i);
        // As `is_dark` says it: within the bounds, a byte is what it is bounded to.
        let within = lane.max(u8x16::splat(b'!')).min(u8x16::splat(b'~'));
        dark |= u64::from(lane.simd_eq(within).to_bitmask()) << (16 * i);
        wide |= lane;
    }
    Bits { marks, blanks: !(marks | dark), has_wide: wide.to_bitmask() != 0 }
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
    /// What the byte before the block is.
    is_marked: bool,
    is_blank: bool,
}

impl Scan<'_> {
    fn begin(&mut self) {
        self.grid.begin_row(self.row_start);
    }

    #[inline]
    fn mark(&mut self, at: usize) {
        let byte = self.bytes[at];
        if byte == self.delimiter {
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
            self.grid.end_cell(self.cells, at);
            self.grid.end_row(self.cells + 1, at);
        }
    }

    /// Looks at both ends of all cells of a block: most files have none that must be undressed.
    #[inline]
    fn note_dress(&mut self, marks: u64, blanks: u64) {
        let behind = |bits: u64, before: bool| bits << 1 | u64::from(before);
        let at_ends = blanks & behind(marks, self.is_marked) | marks & behind(blanks, self.is_blank);
        if at_ends != 0 {
            self.grid.dress();
        }
        (self.is_marked, self.is_blank) = (marks >> 63 == 1, blanks >> 63 == 1);
    }

    fn open_quote(&mut self, at: usize) {
        self.grid.dress();
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
            if !is_dark(self.bytes[end - 1]) {
                self.grid.dress();
            }
            self.end_row(end);
        } else {
            self.grid.forget_row();
        }
        Ok(self.grid)
    }
}
