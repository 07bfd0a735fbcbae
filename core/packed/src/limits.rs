//! How much may come out of a packed file. A limit is checked before the memory is taken, never after.

use crate::Refusal;
use crate::pace::{Pace, Progress};

/// A file that unpacks to less than this is never a bomb, however well it was packed.
const HARMLESS_BYTES: u64 = 64 << 20;

/// A cell that is held takes as much room as so many that are passed on.
const HELD: u64 = 10;

/// What may come out of one file at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Entries of its directory.
    pub entries: usize,
    /// Bytes once it is unpacked, and of all texts that are made of it.
    pub bytes: u64,
    /// How many times its own size it may unpack to, once that is more than a little.
    pub ratio: u64,
    /// Cells of its sheets, filled or not.
    pub cells: u64,
    /// Columns of a sheet, up to the last that is filled.
    pub columns: u32,
}

impl Limits {
    /// What a program of its own can hold.
    pub const NATIVE: Self = Self { entries: 10_000, bytes: 4 << 30, ratio: 500, cells: 200_000_000, columns: 2_000 };

    /// What a browser gives one page.
    pub const BROWSER: Self = Self { entries: 10_000, bytes: 1 << 30, ratio: 500, cells: 50_000_000, columns: 2_000 };

    pub(crate) fn budget<'p>(&self, packed: usize, listener: &'p mut dyn FnMut(Progress<'_>)) -> Budget<'p> {
        let ratio = (packed as u64).saturating_mul(self.ratio).max(HARMLESS_BYTES);
        let (bytes, unpacked, cells) = (self.bytes, self.bytes.min(ratio), self.cells);
        Budget { limits: *self, bytes, unpacked, cells, pace: Pace::new(listener) }
    }
}

/// What is left of the limits while a file is opened, and how far that has come.
pub(crate) struct Budget<'p> {
    pub(crate) limits: Limits,
    pub(crate) pace: Pace<'p>,
    bytes: u64,
    unpacked: u64,
    cells: u64,
}

impl Budget<'_> {
    /// How many bytes may still be unpacked.
    pub(crate) const fn unpacked(&self) -> u64 {
        self.unpacked
    }

    /// Takes bytes that come out of the file.
    pub(crate) fn unpack(&mut self, what: &str, bytes: u64) -> Result<(), Refusal> {
        self.unpacked = self.unpacked.checked_sub(bytes).ok_or_else(|| self.too_large(what))?;
        Ok(())
    }

    /// Takes bytes of text that are made of it.
    pub(crate) fn write(&mut self, what: &str, bytes: u64) -> Result<(), Refusal> {
        self.bytes = self.bytes.checked_sub(bytes).ok_or_else(|| self.too_large(what))?;
        Ok(())
    }

    /// Makes sure that a reader which holds all its cells at once can be asked for so many.
    pub(crate) fn hold(&self, what: &str, cells: u64) -> Result<(), Refusal> {
        let limit = self.limits.cells / HELD;
        if cells <= limit {
            return Ok(());
        }
        let limit = limit / 1_000_000;
        let says = format!(
            "spans more than {limit} million cells in a format that must be held as a whole. Save it as .xlsx, or delete what is not part of the table."
        );
        Err(Refusal::new(what, says))
    }

    /// Takes cells.
    pub(crate) fn count(&mut self, what: &str, cells: u64) -> Result<(), Refusal> {
        let too_many = || {
            let limit = self.limits.cells / 1_000_000;
            let mend = "Delete what is not part of the table, or split it by period.";
            Refusal::new(what, format_args!("has more than {limit} million cells. {mend}"))
        };
        self.cells = self.cells.checked_sub(cells).ok_or_else(too_many)?;
        Ok(())
    }

    fn too_large(&self, what: &str) -> Refusal {
        let limit = self.limits.bytes >> 20;
        Refusal::new(
            what,
            format_args!(
                "unpacks to more than is safe (over {limit} MB, or over {} times its own size), so it was not opened. \
                 If it is what it should be, give its tables as CSV files, each period apart.",
                self.limits.ratio
            ),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_may_unpack_to_what_its_own_size_explains() {
        for (packed, unpacked) in [(100, HARMLESS_BYTES), (1 << 20, 500 << 20), (1 << 30, 1 << 30)] {
            assert_eq!(Limits::BROWSER.budget(packed, &mut |_| {}).unpacked(), unpacked);
        }
    }
}
