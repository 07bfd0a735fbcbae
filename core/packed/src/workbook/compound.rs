//! Excel's workbooks before 2007, in a compound file. Their reader holds every sheet as a rectangle, so that the rectangles
//! are measured before it is asked.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Reader, Xls, XlsError};

use super::layout::Layout;
use super::{Held, gather};
use crate::limits::Budget;
use crate::{Member, Refusal};

/// How every compound file begins.
const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Whether bytes begin as a compound file does.
pub(crate) fn is_compound(head: &[u8]) -> bool {
    head.starts_with(SIGNATURE)
}

/// The sheets of an .xls.
pub(crate) fn open_compound(what: &str, bytes: &[u8], budget: &mut Budget<'_>) -> Result<Vec<Member>, Refusal> {
    if !is_compound(bytes) {
        return Err(Refusal::new(what, "is neither a workbook nor an archive. Give it as the text that it is."));
    }
    let damaged = |why: &dyn std::fmt::Display| Refusal::damaged(what, why);
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    // Excel wraps a workbook that has a password, of whichever year, into a compound file.
    if file.exists("/EncryptedPackage") {
        return Err(Refusal::locked(what));
    }
    let Some(path) = ["/Workbook", "/Book"].into_iter().find(|path| file.is_stream(path)) else {
        return Err(Refusal::new(
            what,
            "is no workbook, but another document of Office. Save its tables as CSV or .xlsx.",
        ));
    };
    let mut stream = Vec::new();
    let opened = file.open_stream(path).and_then(|opened| opened.take(bytes.len() as u64).read_to_end(&mut stream));
    opened.map_err(|error| damaged(&error))?;
    let extents = measure(&stream).ok_or_else(|| damaged(&"its records do not fit together"))?;
    budget.hold(what, extents.iter().fold(0, |cells, extent| cells.saturating_add(extent.cells())))?;
    budget.pace.expect(extents.iter().map(|extent| extent.filled.0).sum());
    let book: Xls<Cursor<&[u8]>> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => Refusal::locked(what),
        error => damaged(&error),
    })?;
    let sheets = book.sheets_metadata().to_owned();
    let named: BTreeMap<_, _> = sheets.iter().map(|sheet| sheet.name.as_str()).zip(&extents).collect();
    let facts = |sheet: &str| named.get(sheet).map(|extent| extent.layout.notes()).unwrap_or_default();
    gather(what, &sheets, &mut Held { what, book }, facts, budget)
}

/// How many times over the sheets may lie in one another: some old ones list the same place for each of their macros.
const OVERLAP: usize = 16;

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;

/// The sheets in the order in which they are listed; nothing where their records do not fit together.
fn measure(stream: &[u8]) -> Option<Vec<Extent>> {
    let mut places = Vec::new();
    for (kind, data) in Records(stream).take_while(|(kind, _)| *kind != END) {
        is_whole(kind, data).then_some(())?;
        if kind == 0x0085 {
            places.push(four(data, 0)? as usize);
        }
    }
    let mut left = stream.len().saturating_mul(OVERLAP);
    let extent = |place: usize| {
        let extent = Extent::of(stream.get(place..)?)?;
        left = left.checked_sub(extent.bytes)?;
        Some(extent)
    };
    places.into_iter().map(extent).collect()
}

/// What one sheet takes and shows.
#[derive(Debug, Default)]
struct Extent {
    bytes: usize,
    /// Cells of the rectangle that is stated, for which the reader makes room.
    stated: u64,
    /// Rows and columns up to the last that is filled.
    filled: (u64, u64),
    layout: Layout,
}

impl Extent {
    /// The sheet that begins here. What lies in it as a whole of its own, as a chart does, is none of its cells.
    fn of(stream: &[u8]) -> Option<Self> {
        let (mut extent, mut depth) = (Self::default(), 0_u32);
        for (kind, data) in Records(stream) {
            extent.bytes += data.len() + 4;
            match kind {
                BEGIN => depth += 1,
                END if depth <= 1 => break,
                END => depth -= 1,
                _ if depth <= 1 => extent.see(kind, data)?,
                _ => {}
            }
        }
        Some(extent)
    }

    fn see(&mut self, kind: u16, data: &[u8]) -> Option<()> {
        is_whole(kind, data).then_some(())?;
        match kind {
            // The rectangle that is stated.
            0x0200 => {
                let [top, bottom, left, right] = match data.len() {
                    10 => [two(data, 0)?, two(data, 2)?, two(data, 4)?, two(data, 6)?],
                    _ => [four(data, 0)?, four(data, 4)?, two(data, 8)?, two(data, 10)?],
                };
                if bottom > 0 && right > 0 {
                    let left = if left > 0xFF || left > right { 0 } else { left };
                    let (rows, columns) = (bottom.checked_sub(top)?, right.checked_sub(left)?);
                    (rows > 0 && columns > 0).then_some(())?;
                    self.stated = self.stated.saturating_add((rows, columns).area());
                }
            }
            // A row, and among its flags whether it has no height.
            0x0208 if data.get(12).is_some_and(|flags| flags & 0x20 != 0) => {
                self.layout.hide(Some(two(data, 0)? as u32 + 1), 1);
            }
            // Merged cells: their number, and of each the first row before the rest.
            0x00E5 => {
                for area in data.get(2..2 + 8 * two(data, 0)? as usize)?.chunks_exact(8) {
                    self.layout.merge(Some(two(area, 0)? as u32 + 1));
                }
            }
            // Formulas, numbers, texts, truths, and rows of numbers.
            0x0006 | 0x0203 | 0x0204 | 0x0205 | 0x00D6 | 0x00FD | 0x027E | 0x00BD => {
                let (row, column) = (two(data, 0)? + 1, two(data, 2)? + 1);
                let many = data.len() as u64 / 6;
                self.filled = (self.filled.0.max(row), self.filled.1.max(column + many));
            }
            _ => {}
        }
        Some(())
    }

    fn cells(&self) -> u64 {
        self.stated.saturating_add(self.filled.area())
    }
}

/// Whether a record has the bytes that its reader takes for granted.
fn is_whole(kind: u16, data: &[u8]) -> bool {
    let least = match kind {
        // A name begins with how long it is and how long its formula is, which ends it.
        0x0018 => two(data, 4).map_or(usize::MAX, |formula| (formula as usize).max(14)),
        0x0085 => 8,
        0x0017 | 0x0022 | 0x002F | 0x0042 | BEGIN => 2,
        _ => 0,
    };
    data.len() >= least
}

/// Records one after the other, each with its kind. What follows the last whole one is padding.
struct Records<'s>(&'s [u8]);

impl<'s> Iterator for Records<'s> {
    type Item = (u16, &'s [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (head, rest) = self.0.split_first_chunk::<4>()?;
        let (data, rest) = rest.split_at_checked(usize::from(u16::from_le_bytes([head[2], head[3]])))?;
        self.0 = rest;
        Some((u16::from_le_bytes([head[0], head[1]]), data))
    }
}

fn two(data: &[u8], at: usize) -> Option<u64> {
    Some(u64::from(u16::from_le_bytes(*data.get(at..)?.first_chunk()?)))
}

fn four(data: &[u8], at: usize) -> Option<u64> {
    Some(u64::from(u32::from_le_bytes(*data.get(at..)?.first_chunk()?)))
}

trait Area {
    fn area(self) -> u64;
}

impl Area for (u64, u64) {
    fn area(self) -> u64 {
        self.0.saturating_mul(self.1)
    }
}
