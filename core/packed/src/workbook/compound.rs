//! Excel's workbooks before 2007, in a compound file. Their reader holds every sheet as a rectangle, so that the rectangles
//! are measured before it is asked.

use std::io::{Cursor, Read};

use calamine::{Reader, Xls, XlsError};

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
    let cells = measure(&stream).ok_or_else(|| damaged(&"its records do not fit together"))?;
    budget.hold(what, cells)?;
    let book: Xls<Cursor<&[u8]>> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => Refusal::locked(what),
        error => damaged(&error),
    })?;
    let sheets = book.sheets_metadata().to_owned();
    gather(what, &sheets, &mut Held { what, book }, |_| Vec::new(), budget)
}

/// How many cells the rectangles of all sheets have together; nothing where the records cannot be walked.
fn measure(stream: &[u8]) -> Option<u64> {
    let (mut cells, mut rest) = (0_u64, stream);
    let mut extent = (0_u64, 0_u64);
    while let Some((&[kind_low, kind_high, size_low, size_high], after)) = rest.split_first_chunk() {
        let size = usize::from(u16::from_le_bytes([size_low, size_high]));
        // What follows the last whole record is padding.
        let Some((data, next)) = after.split_at_checked(size) else { break };
        rest = next;
        match u16::from_le_bytes([kind_low, kind_high]) {
            // The end of a sheet.
            0x000A => cells = cells.saturating_add(std::mem::take(&mut extent).area()),
            // Where a sheet begins.
            0x0085 => {
                let start = u32::from_le_bytes(*data.first_chunk()?);
                stream.get(start as usize..)?;
            }
            // The rectangle that is stated, for which the reader makes room.
            0x0200 => {
                let four = |at: usize| Some(u64::from(u32::from_le_bytes(*data.get(at..)?.first_chunk()?)));
                let two = |at: usize| Some(u64::from(u16::from_le_bytes(*data.get(at..)?.first_chunk()?)));
                let [top, bottom, left, right] = match data.len() {
                    10 => [two(0)?, two(2)?, two(4)?, two(6)?],
                    _ => [four(0)?, four(4)?, two(8)?, two(10)?],
                };
                if bottom > 0 && right > 0 {
                    let left = if left > 0xFF || left > right { 0 } else { left };
                    let (rows, columns) = (bottom.checked_sub(top)?, right.checked_sub(left)?);
                    (rows > 0 && columns > 0).then_some(())?;
                    cells = cells.saturating_add((rows, columns).area());
                }
            }
            // Formulas, numbers, texts, truths, and rows of numbers.
            0x0006 | 0x0203 | 0x0204 | 0x0205 | 0x00D6 | 0x00FD | 0x027E | 0x00BD => {
                let &[row_low, row_high, column_low, column_high] = data.first_chunk()?;
                let row = u64::from(u16::from_le_bytes([row_low, row_high])) + 1;
                let column = u64::from(u16::from_le_bytes([column_low, column_high])) + 1;
                let many = data.len() as u64 / 6;
                extent = (extent.0.max(row), extent.1.max(column + many));
            }
            _ => {}
        }
    }
    Some(cells.saturating_add(extent.area()))
}

trait Area {
    fn area(self) -> u64;
}

impl Area for (u64, u64) {
    fn area(self) -> u64 {
        self.0.saturating_mul(self.1)
    }
}
