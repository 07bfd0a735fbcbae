//! A workbook's sheets as texts, hidden ones too. Formulas are never computed: what was saved of them is what is read.

mod compound;
mod layout;
mod ods;
mod scan;
mod text;
mod value;
mod xlsx;

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Reader, Sheet, SheetType, SheetVisible};

pub(crate) use compound::{is_compound, open_compound};

use crate::directory::Directory;
use crate::limits::Budget;
use crate::{Member, Note, Refusal};
use quick_xml::events::BytesStart;
use text::SheetText;
use value::{Shape, Value};

/// Which workbook a ZIP is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Xlsx,
    Xlsb,
    Ods,
}

impl Format {
    /// The format of a ZIP, or nothing where it is an archive like any other.
    pub(crate) fn of(directory: &mut Directory<'_>, budget: &mut Budget<'_>) -> Result<Option<Self>, Refusal> {
        let is_office = directory.find("[Content_Types].xml").is_some();
        if is_office && directory.find("xl/workbook.bin").is_some() {
            return Ok(Some(Self::Xlsb));
        }
        if is_office && directory.entries.iter().any(|entry| entry.name.to_ascii_lowercase().ends_with("workbook.xml"))
        {
            return Ok(Some(Self::Xlsx));
        }
        let Some(kind) = directory.find("mimetype").cloned() else { return Ok(None) };
        let kind = directory.read(&kind, budget)?;
        Ok(kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet").then_some(Self::Ods))
    }
}

/// The sheets of a workbook in a ZIP.
pub(crate) fn open(
    what: &str,
    bytes: &[u8],
    format: Format,
    directory: Directory<'_>,
    budget: &mut Budget<'_>,
) -> Result<Vec<Member>, Refusal> {
    match format {
        Format::Xlsx => xlsx::open(what, bytes, directory, budget),
        Format::Xlsb => {
            Err(Refusal::new(what, "is a binary workbook (.xlsb). Open it, save it as .xlsx, and give that copy."))
        }
        Format::Ods => ods::open(what, bytes, directory, budget),
    }
}

/// Hands over a sheet's cells, in the sheet's order.
trait Pour {
    fn pour(&mut self, sheet: &str, text: &mut SheetText<'_, '_>) -> Result<(), Refusal>;
}

/// Every sheet that has a cell; that the others were left out is noted with the first.
fn gather(
    what: &str,
    sheets: &[Sheet],
    book: &mut dyn Pour,
    mut facts: impl FnMut(&str) -> Vec<Note>,
    budget: &mut Budget<'_>,
) -> Result<Vec<Member>, Refusal> {
    let (mut members, mut empty) = (Vec::new(), Vec::new());
    for sheet in sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        let mut notes = Vec::new();
        if sheet.visible != SheetVisible::Visible {
            notes.push(Note::read(0, None, "The sheet is hidden; it was read all the same."));
        }
        notes.extend(facts(&sheet.name));
        match read(what, &sheet.name, book, notes, budget)? {
            Some(member) => members.push(member),
            None => empty.push(sheet.name.as_str()),
        }
    }
    let Some(first) = members.first_mut() else {
        return Err(Refusal::new(
            what,
            "has no sheet with a filled cell. Save the workbook with its values, and give it again.",
        ));
    };
    if !empty.is_empty() {
        first.notes.push(Note::read(0, None, format!("Left out, since they are empty: {}.", empty.join(", "))));
    }
    Ok(members)
}

/// One sheet. A column of times is only known as such at its end, so that its midnights take a second reading.
fn read(
    what: &str,
    sheet: &str,
    book: &mut dyn Pour,
    notes: Vec<Note>,
    budget: &mut Budget<'_>,
) -> Result<Option<Member>, Refusal> {
    let place = format!("{what}: {sheet}");
    budget.pace.begin(sheet);
    let mut text = SheetText::new(place.clone(), budget, BTreeSet::new());
    book.pour(sheet, &mut text)?;
    let timed = text.timed_columns();
    if timed.is_empty() {
        return Ok(text.finish(sheet, notes));
    }
    drop(text);
    budget.pace.begin(sheet);
    let mut text = SheetText::new(place, budget, timed);
    book.pour(sheet, &mut text)?;
    Ok(text.finish(sheet, notes))
}

/// A workbook that its reader holds in memory, sheet by sheet.
struct Held<'w, R> {
    what: &'w str,
    book: R,
}

impl<'b, R: Reader<Cursor<&'b [u8]>>> Pour for Held<'_, R> {
    fn pour(&mut self, sheet: &str, text: &mut SheetText<'_, '_>) -> Result<(), Refusal> {
        let place = format!("{}: {sheet}", self.what);
        let range =
            self.book.worksheet_range(sheet).map_err(|error| Refusal::damaged(&place, format_args!("{error:?}")))?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, cell) in range.used_cells() {
            text.push(top + row as u32, left + column as u32, &Value::from(cell), Shape::Plain)?;
        }
        Ok(())
    }
}

/// An attribute of an element; its prefix does not count.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes().filter_map(Result::ok);
    let attribute = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?.into_owned())
}
