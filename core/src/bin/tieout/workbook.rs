//! What the library describes as sheets, as workbooks; it decides nothing about what they say.

use std::path::Path;

use tieout::workbook::{Sheet, SheetColumn, SheetForm, findings_sheet, record_sheet, template_sheets};
use tieout::{Pilot, Received, Record, Report};
use tieout_packed::{Book, Column, Form, Refusal};

/// Whether a file is to be a workbook, by its ending.
pub(crate) fn is_asked_for(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
}

/// A built record.
pub(crate) fn record(record: &Record<'_>) -> Result<Vec<u8>, Refusal> {
    book([record_sheet(record)])
}

/// Every finding of a report, a row each.
pub(crate) fn findings(report: &Report, received: &Received) -> Result<Vec<u8>, Refusal> {
    book([findings_sheet(&report.findings, received, &[])])
}

/// An empty table for each table of a pilot, after a guide and a dictionary of all their columns.
pub(crate) fn templates(pilot: Pilot) -> Result<Vec<u8>, Refusal> {
    book(template_sheets(pilot))
}

fn book(sheets: impl IntoIterator<Item = Sheet>) -> Result<Vec<u8>, Refusal> {
    let mut book = Book::default();
    for Sheet { name, paragraphs, columns, rows } in sheets {
        let columns: Vec<_> = columns.into_iter().map(column).collect();
        match rows {
            _ if columns.is_empty() => book.page(&name, &paragraphs.iter().map(String::as_str).collect::<Vec<_>>())?,
            Some(rows) => book.table(&name, &columns, rows.iter().map(|row| row.iter().map(String::as_str)))?,
            None => book.form(&name, &columns)?,
        }
    }
    book.finish()
}

fn column(SheetColumn { name, form, required, hint, choices }: SheetColumn) -> Column {
    let form = match form {
        SheetForm::Text => Form::Text,
        SheetForm::Date => Form::Date,
        SheetForm::Number => Form::Number,
    };
    Column { name, form, required, hint, choices }
}
