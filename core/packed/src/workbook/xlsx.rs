//! Excel's workbooks in a ZIP, cell by cell: never a whole sheet of cells at once.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Reader, Xlsx, XlsxError};
use quick_xml::events::Event;

use super::scan::Scan;
use super::text::SheetText;
use super::value::{Shape, Value};
use super::{Pour, attribute, gather};
use crate::directory::Directory;
use crate::limits::Budget;
use crate::{Member, Refusal};

type Source<'b> = Cursor<&'b [u8]>;

/// The sheets of an .xlsx or .xlsm.
pub(super) fn open(
    what: &str,
    bytes: &[u8],
    mut directory: Directory<'_>,
    budget: &mut Budget<'_>,
) -> Result<Vec<Member>, Refusal> {
    let scans = measure(what, &mut directory, budget)?;
    let parts = sheet_parts(&mut directory, budget)?;
    let listed = parts.values().filter_map(|part| scans.get(&part.to_ascii_lowercase()));
    budget.pace.expect(listed.map(Scan::rows).sum());
    drop(directory);
    let mut book = Streamed {
        what,
        book: Xlsx::new(Cursor::new(bytes)).map_err(|error| damage(what, &error))?,
        shapes: Vec::new(),
    };
    let sheets = book.book.sheets_metadata().to_owned();
    let facts = |sheet: &str| {
        let scan = parts.get(sheet).and_then(|part| scans.get(&part.to_ascii_lowercase()));
        scan.map(Scan::notes).unwrap_or_default()
    };
    gather(what, &sheets, &mut book, facts, budget)
}

/// Unpacks every part once, into nothing, so that what is read afterwards is known to be bounded and sound.
fn measure(
    what: &str,
    directory: &mut Directory<'_>,
    budget: &mut Budget<'_>,
) -> Result<BTreeMap<String, Scan>, Refusal> {
    let mut scans = BTreeMap::new();
    for entry in directory.entries.clone() {
        let mut scan = Scan::default();
        directory.visit(&entry, budget, |chunk| scan.feed(chunk))?;
        if scan.defines_entities() {
            let says = format!(
                "defines XML entities in {}, which no spreadsheet does, so it was not opened. Save it anew in a spreadsheet program.",
                entry.name
            );
            return Err(Refusal::new(what, says));
        }
        if let Some(place) = scan.impossible_place() {
            return Err(Refusal::damaged(what, format_args!("{} speaks of a cell {place}", entry.name)));
        }
        scans.insert(entry.name.to_ascii_lowercase(), scan);
    }
    Ok(scans)
}

/// Which part of the ZIP each sheet is.
fn sheet_parts(directory: &mut Directory<'_>, budget: &mut Budget<'_>) -> Result<BTreeMap<String, String>, Refusal> {
    let mut elements = |path: &str, element: &str, names: [&str; 2]| -> Result<Vec<(String, String)>, Refusal> {
        let Some(entry) = directory.find(path).cloned() else { return Ok(Vec::new()) };
        let bytes = directory.read(&entry, budget)?;
        Ok(pairs(&String::from_utf8_lossy(&bytes), element, names))
    };
    let targets: BTreeMap<_, _> =
        elements("xl/_rels/workbook.xml.rels", "Relationship", ["Id", "Target"])?.into_iter().collect();
    let sheets = elements("xl/workbook.xml", "sheet", ["name", "id"])?.into_iter();
    let part = |target: &String| target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
    Ok(sheets.filter_map(|(name, id)| Some((name, targets.get(&id).map(part)?))).collect())
}

/// Two attributes of every element of a name; an attribute's prefix does not count.
fn pairs(xml: &str, element: &str, names: [&str; 2]) -> Vec<(String, String)> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut found = Vec::new();
    // What cannot be read here is refused where the workbook is opened.
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == element => {
                if let [Some(first), Some(second)] = names.map(|name| attribute(&tag, name)) {
                    found.push((first, second));
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    found
}

struct Streamed<'b> {
    what: &'b str,
    book: Xlsx<Source<'b>>,
    /// How each style shows a number, told when the first cell is read.
    shapes: Vec<Shape>,
}

impl Pour for Streamed<'_> {
    fn pour(&mut self, sheet: &str, text: &mut SheetText<'_, '_>) -> Result<(), Refusal> {
        let place = format!("{}: {sheet}", self.what);
        let mut cells = self.book.worksheet_cells_reader(sheet).map_err(|error| damage(&place, &error))?;
        if self.shapes.is_empty() {
            let format =
                |style: &calamine::Style| style.number_format.as_ref().map(|format| Shape::of(&format.format_code));
            self.shapes = cells.styles().iter().map(|style| format(style).unwrap_or(Shape::Plain)).collect();
        }
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|error| damage(&place, &error))? {
            let (row, column) = cell.get_position();
            let shape = self.shapes.get(style).copied().unwrap_or(Shape::Plain);
            text.push(row, column, &Value::from(cell.get_value()), shape)?;
        }
        Ok(())
    }
}

fn damage(what: &str, error: &XlsxError) -> Refusal {
    match error {
        XlsxError::Password => Refusal::locked(what),
        error => Refusal::damaged(what, error),
    }
}
