//! A record that a step makes, in the canonical columns; the same text whoever builds it.

use std::borrow::Cow;

use crate::dataset::Dataset;
use crate::value::parse_money;

/// A built record: rows of cells, aligned with its table's columns.
#[derive(Debug)]
pub struct Record<'r> {
    dataset: Dataset,
    width: usize,
    cells: Vec<Cow<'r, str>>,
}

impl<'r> Record<'r> {
    pub(crate) fn new(dataset: Dataset, rows: usize) -> Self {
        let width = dataset.definition().columns.len();
        Self { dataset, width, cells: Vec::with_capacity(rows * width) }
    }

    pub(crate) fn push<const N: usize>(&mut self, row: [Cow<'r, str>; N]) {
        debug_assert_eq!(N, self.width, "a row of {} has every column", self.dataset);
        self.cells.extend(row);
    }

    /// The table that it is a record of.
    #[must_use]
    pub const fn dataset(&self) -> Dataset {
        self.dataset
    }

    /// The names of its columns.
    pub fn columns(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.dataset.definition().columns.iter().map(|column| column.name)
    }

    /// Its rows, below the header.
    #[must_use]
    pub fn rows(&self) -> impl ExactSizeIterator<Item = &[Cow<'r, str>]> {
        self.cells.chunks_exact(self.width)
    }

    /// The record as CSV: a header, then a row a line, each ended by CRLF.
    ///
    /// A cell that a spreadsheet would run as a formula is made plain text by a leading apostrophe. No id of a sound
    /// file begins so; who must keep one that does writes a workbook, in which text is text.
    #[must_use]
    pub fn to_csv(&self) -> String {
        let mut out = String::with_capacity(self.cells.iter().map(|cell| cell.len() + 2).sum());
        write_row(&mut out, self.columns());
        for row in self.rows() {
            let cells: Vec<_> = row.iter().map(|cell| harmless(cell)).collect();
            write_row(&mut out, cells.iter().map(AsRef::as_ref));
        }
        out
    }
}

/// Text that no spreadsheet takes for a formula; a number stays one, also below zero.
pub(crate) fn harmless(cell: &str) -> Cow<'_, str> {
    let is_suspect = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) && parse_money(cell).is_none();
    if is_suspect { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// Writes one row of CSV, quoting the cells that need it.
pub(crate) fn write_row<'a>(out: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for (i, cell) in cells.into_iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\r', '\n']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}
