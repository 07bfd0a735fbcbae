//! How far the opening of a file has come, told now and then; it can never change what comes out of the file.

/// How often a long sheet tells where it is.
const TELL_EVERY: u32 = 1 << 11;

/// How far the opening of a file has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress<'a> {
    /// The sheet or member that is being read.
    pub part: &'a str,
    /// Rows read so far, of all sheets.
    pub rows: u32,
    /// Rows of all sheets; none where that is not known before they are read.
    pub total_rows: Option<u32>,
}

/// Counts rows, and tells who listens.
pub(crate) struct Pace<'p> {
    listener: &'p mut dyn FnMut(Progress<'_>),
    part: String,
    /// Rows of the sheets that are done.
    above: u32,
    /// Rows of the sheet that is being read.
    rows: u32,
    told: u32,
    total_rows: Option<u32>,
}

impl<'p> Pace<'p> {
    pub(crate) fn new(listener: &'p mut dyn FnMut(Progress<'_>)) -> Self {
        Self { listener, part: String::new(), above: 0, rows: 0, told: 0, total_rows: None }
    }

    /// So many more rows will be read; none where the file does not say.
    pub(crate) fn expect(&mut self, rows: u64) {
        let rows = u32::try_from(rows).unwrap_or(u32::MAX);
        if rows > 0 {
            self.total_rows = Some(self.total_rows.unwrap_or_default().saturating_add(rows));
        }
    }

    /// The next sheet or member begins; the same one begins anew where it is read twice.
    pub(crate) fn begin(&mut self, part: &str) {
        if self.part != part {
            self.above = self.above.saturating_add(self.rows);
            part.clone_into(&mut self.part);
        }
        (self.rows, self.told) = (0, 0);
        self.tell();
    }

    /// So many rows of the sheet have been read.
    #[inline]
    pub(crate) fn reach(&mut self, rows: u32) {
        self.rows = rows;
        if rows - self.told >= TELL_EVERY {
            self.told = rows;
            self.tell();
        }
    }

    fn tell(&mut self) {
        let rows = self.above.saturating_add(self.rows);
        (self.listener)(Progress { part: &self.part, rows, total_rows: self.total_rows });
    }
}
