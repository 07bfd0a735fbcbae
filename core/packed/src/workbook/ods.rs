//! Spreadsheets of `OpenDocument`. Two bytes can say that a row is repeated a million times, so that the rectangles are measured
//! before the reader makes them.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Ods, OdsError, Reader};
use quick_xml::events::{BytesStart, Event};

use super::layout::Layout;
use super::{Held, attribute, gather};
use crate::directory::Directory;
use crate::limits::Budget;
use crate::{Member, Refusal};

/// The sheets of an .ods.
pub(super) fn open(
    what: &str,
    bytes: &[u8],
    mut directory: Directory<'_>,
    budget: &mut Budget<'_>,
) -> Result<Vec<Member>, Refusal> {
    let Some(content) = directory.find("content.xml").cloned() else {
        return Err(Refusal::damaged(what, "it has no content.xml"));
    };
    let content = directory.read(&content, budget)?;
    let tables = measure(what, &content)?;
    budget.hold(what, tables.values().fold(0, |cells, table| cells.saturating_add(table.cells())))?;
    budget.pace.expect(tables.values().map(|table| table.last_row).sum());
    drop((content, directory));
    let book: Ods<Cursor<&[u8]>> = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        OdsError::Password => Refusal::locked(what),
        error => Refusal::damaged(what, error),
    })?;
    let sheets = book.sheets_metadata().to_owned();
    let facts = |sheet: &str| tables.get(sheet).map(|table| table.layout.notes()).unwrap_or_default();
    gather(what, &sheets, &mut Held { what, book }, facts, budget)
}

/// What one sheet takes once its repetitions are written out.
#[derive(Debug, Default)]
struct Extent {
    rows: u64,
    last_row: u64,
    width: u64,
    /// Cells that the reader holds before it knows which of them are filled.
    held: u64,
    layout: Layout,
    row_repeats: u64,
    column: u64,
}

impl Extent {
    const fn cells(&self) -> u64 {
        self.last_row.saturating_mul(self.width).saturating_add(self.held)
    }

    fn begin_row(&mut self, row: &BytesStart<'_>) {
        (self.row_repeats, self.column) = (repeats(row, "number-rows-repeated"), 0);
        if matches!(attribute(row, "visibility").as_deref(), Some("collapse" | "filter")) {
            let repeats = u32::try_from(self.row_repeats).unwrap_or(u32::MAX);
            self.layout.hide(u32::try_from(self.rows.saturating_add(1)).ok(), repeats);
        }
        self.rows = self.rows.saturating_add(self.row_repeats);
    }

    fn begin_cell(&mut self, cell: &BytesStart<'_>) {
        self.column = self.column.saturating_add(repeats(cell, "number-columns-repeated"));
        if ["number-columns-spanned", "number-rows-spanned"].iter().any(|name| repeats(cell, name) > 1) {
            self.layout.merge(u32::try_from(self.rows).ok());
        }
        let is_filled = attribute(cell, "value-type").is_some() || attribute(cell, "formula").is_some();
        if is_filled {
            self.last_row = self.rows;
            self.width = self.width.max(self.column);
            self.held = self.held.saturating_add(self.column);
        }
    }
}

fn measure(what: &str, content: &[u8]) -> Result<BTreeMap<String, Extent>, Refusal> {
    let damaged = |error: &dyn std::fmt::Display| Refusal::damaged(what, error);
    let mut reader = quick_xml::Reader::from_reader(content);
    let mut tables = BTreeMap::new();
    let (mut name, mut table) = (String::new(), Extent::default());
    loop {
        match reader.read_event().map_err(|error| damaged(&error))? {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "table" => {
                    tables.insert(
                        std::mem::replace(&mut name, attribute(&tag, "name").unwrap_or_default()),
                        std::mem::take(&mut table),
                    );
                }
                "table-row" => table.begin_row(&tag),
                "table-cell" | "covered-table-cell" => table.begin_cell(&tag),
                _ => {}
            },
            Event::DocType(_) => {
                let says = "defines XML entities, which no spreadsheet does, so it was not opened. Save it anew in a spreadsheet program.";
                return Err(Refusal::new(what, says));
            }
            Event::Eof => break,
            _ => {}
        }
    }
    tables.insert(name, table);
    Ok(tables)
}

fn repeats(tag: &BytesStart<'_>, name: &str) -> u64 {
    attribute(tag, name).and_then(|count| count.parse().ok()).unwrap_or(1)
}
