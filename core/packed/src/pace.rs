//! How far the opening of a file has come, told now and then; it can never change what comes out of the file.

/// How often a long sheet tells where it is.
const TELL_EVERY: u32 = 1 << 11;

/// How far the opening of a file has come.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Progress<'a> {
    /// The sheet or member that is being read.
    pub part: &'a str,
    /// Rows read so far, of all sheets.
    pub rows: u32,
    /// How much of the file is done, from nothing to one; none where that is not known yet.
    pub share: Option<f64>,
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
    /// Which part of the whole file the workbook or archive that is being opened is.
    stretch: Stretch,
    /// Rows above those of the workbook that is being opened, and how many it has; none before they are known.
    expected: Option<(u32, u32)>,
}

/// A part of the whole file, from here to there of one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Stretch {
    from: f64,
    to: f64,
}

impl Stretch {
    const WHOLE: Self = Self { from: 0.0, to: 1.0 };

    fn at(self, share: f64) -> f64 {
        self.from + (self.to - self.from) * share.min(1.0)
    }

    /// What lies between two bytes of all its bytes.
    #[expect(clippy::cast_precision_loss, reason = "nobody sees so small a part of a bar")]
    pub(crate) fn between(self, [from, to]: [u64; 2], all: u64) -> Self {
        let at = |bytes: u64| self.at(bytes as f64 / all.max(1) as f64);
        Self { from: at(from), to: at(to) }
    }
}

impl<'p> Pace<'p> {
    pub(crate) fn new(listener: &'p mut dyn FnMut(Progress<'_>)) -> Self {
        Self { listener, part: String::new(), above: 0, rows: 0, told: 0, stretch: Stretch::WHOLE, expected: None }
    }

    /// Where what is being opened lies in the whole file.
    pub(crate) const fn stretch(&self) -> Stretch {
        self.stretch
    }

    /// What is opened next is this part of the whole file.
    pub(crate) const fn enter(&mut self, stretch: Stretch) {
        self.stretch = stretch;
        self.expected = None;
    }

    /// The workbook has so many rows; where it does not say, it has none.
    pub(crate) fn expect(&mut self, rows: u64) {
        let rows = u32::try_from(rows).unwrap_or(u32::MAX);
        self.expected = (rows > 0).then(|| (self.above.saturating_add(self.rows), rows));
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
        let of_rows = self.expected.map(|(above, all)| f64::from(rows.saturating_sub(above)) / f64::from(all));
        let is_part = self.stretch != Stretch::WHOLE;
        let share = of_rows.or_else(|| is_part.then_some(0.0)).map(|share| self.stretch.at(share));
        (self.listener)(Progress { part: &self.part, rows, share });
    }
}
