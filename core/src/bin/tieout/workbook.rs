//! What the library makes, as workbooks: each column in the form that its table gives it, so that it reads back as it was.

use std::path::Path;

use tieout::dataset::{Column as Defined, Kind};
use tieout::{Dataset, Pilot, Received, Record, Report, findings_rows};
use tieout_packed::{Book, Column, Form, Refusal};

/// What a workbook of templates says before anything else.
const GUIDE: [&str; 5] = [
    "Each sheet after the data dictionary is a table. Fill in those that you have, one row for each thing, and keep the header row.",
    "A column with a blue header must have a value in every row. The others may be left empty, and you may add columns of your own: they are left as they are.",
    "Delete the sheets that you do not use. A table that has its header and no row says that there is nothing of the kind, which is something else than not giving the table.",
    "Ids are kept as text, so that nothing is lost of them. Enter days as 2026-03-09, months as 2026-03, times as 2026-03-09T17:00, and amounts as plain numbers.",
    "Give the filled workbook as it is, beside the contract.",
];

/// Whether a file is to be a workbook, by its ending.
pub(crate) fn is_asked_for(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"))
}

/// A built record.
pub(crate) fn record(record: &Record<'_>) -> Result<Vec<u8>, Refusal> {
    let columns: Vec<_> = record.dataset().definition().columns.iter().map(column).collect();
    let mut book = Book::default();
    let rows = record.rows().map(|row| row.iter().map(AsRef::as_ref));
    book.table(record.dataset().name(), &columns, rows)?;
    book.finish()
}

/// Every finding of a report, a row each.
pub(crate) fn findings(report: &Report, received: &Received) -> Result<Vec<u8>, Refusal> {
    let (headers, rows) = findings_rows(&report.findings, received, &[]);
    let form = |name: &str| if matches!(name, "row" | "other_row") { Form::Number } else { Form::Text };
    let columns: Vec<_> =
        headers.into_iter().map(|name| Column { form: form(&name), name, ..Column::default() }).collect();
    let rows: Vec<_> = rows.collect();
    let mut book = Book::default();
    book.table("findings", &columns, rows.iter().map(|row| row.iter().map(String::as_str)))?;
    book.finish()
}

/// An empty table for each table of a pilot, after a guide and a dictionary of all their columns.
pub(crate) fn templates(pilot: Pilot) -> Result<Vec<u8>, Refusal> {
    let of_pilot = |dataset: &&Dataset| dataset.definition().pilot.is_none_or(|own| own == pilot);
    let tables: Vec<_> = Dataset::ALL.iter().filter(of_pilot).map(|dataset| dataset.definition()).collect();
    let heading = match pilot {
        Pilot::Attribution => "The tables of an attribution pilot",
        Pilot::Diversion => "The tables of a diversion pilot",
    };
    let mut book = Book::default();
    book.page("Read me", &[&[heading], &GUIDE[..]].concat())?;
    let entries = tables.iter().flat_map(|table| {
        table.columns.iter().map(|column| {
            let required = if column.required { "required" } else { "" };
            let key = if table.key.contains(&column.name) { "key" } else { "" };
            [table.name, table.about, column.name, required, key, column.kind.form(), &values(column).join(", ")]
                .map(str::to_owned)
        })
    });
    let entries: Vec<_> = entries.collect();
    let headers = ["table", "what it tells", "column", "required", "key", "what it holds", "values"];
    let headers = headers.map(|name| Column { name: name.to_owned(), ..Column::default() });
    book.table("Data dictionary", &headers, entries.iter().map(|row| row.iter().map(String::as_str)))?;
    for table in tables {
        book.form(table.name, &table.columns.iter().map(column).collect::<Vec<_>>())?;
    }
    book.finish()
}

fn column(defined: &Defined) -> Column {
    let form = match defined.kind {
        Kind::Date => Form::Date,
        Kind::Count | Kind::Money | Kind::Pct => Form::Number,
        // A month and a time of day are text: a spreadsheet would make another day of the one, and lose the offset of the other.
        Kind::Id | Kind::Code | Kind::OneOf(_) | Kind::Text | Kind::Timestamp | Kind::Month => Form::Text,
    };
    let need = if defined.required { "Every row must have it" } else { "It may be left empty" };
    let hint = format!("{need}: {}.", defined.kind.form());
    Column { name: defined.name.to_owned(), form, required: defined.required, hint, choices: values(defined) }
}

fn values(defined: &Defined) -> Vec<String> {
    match defined.kind {
        Kind::OneOf(list) => list.iter().map(|&value| value.to_owned()).collect(),
        _ => Vec::new(),
    }
}
