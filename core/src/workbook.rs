//! What is written as a workbook, sheet by sheet: each column in the form that its table gives it, so that it reads back as
//! it was. It makes no workbook itself: the doors do.

use serde::Serialize;

use crate::dataset::{Column, Dataset, Kind};
use crate::finding::Finding;
use crate::intake::Received;
use crate::record::Record;
use crate::sheet::findings_rows;
use crate::value::Pilot;

/// One sheet: paragraphs, or a table; a table without rows is a form to be filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// What a page of text says, a heading first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<String>,
    /// The columns of a table.
    pub columns: Vec<SheetColumn>,
    /// Its rows; none where it is to be filled in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<Vec<Vec<String>>>,
}

/// A column of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetColumn {
    /// Its header.
    pub name: String,
    /// What its cells are.
    pub form: SheetForm,
    /// Whether each row must have it.
    pub required: bool,
    /// What it holds, for who fills it in.
    pub hint: String,
    /// The values that it may have, where they are few.
    pub choices: Vec<String>,
}

/// What the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SheetForm {
    /// Text, which is left as it is.
    Text,
    /// A day.
    Date,
    /// A plain number.
    Number,
}

/// What a workbook of templates says before anything else.
const GUIDE: [&str; 5] = [
    "Each sheet after the data dictionary is a table. Fill in those that you have, one row for each thing, and keep the header row.",
    "A column with a blue header must have a value in every row. The others may be left empty, and you may add columns of your own: they are left as they are.",
    "Delete the sheets that you do not use. A table that has its header and no row says that there is nothing of the kind, which is something else than not giving the table.",
    "Ids are kept as text, so that nothing is lost of them. Enter days as 2026-03-09, months as 2026-03, times as 2026-03-09T17:00, and amounts as plain numbers.",
    "Give the filled workbook as it is, beside the contract.",
];

/// A built record as a sheet.
#[must_use]
pub fn record_sheet(record: &Record<'_>) -> Sheet {
    let dataset = record.dataset().definition();
    let rows = record.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    Sheet::table(dataset.name, dataset.columns.iter().map(SheetColumn::of).collect(), Some(rows))
}

/// Findings as a sheet, a row each, with further columns of the user's files where they are carried.
pub fn findings_sheet<'r>(
    findings: impl IntoIterator<Item = &'r Finding>,
    received: &'r Received,
    carried: &'r [(Dataset, String)],
) -> Sheet {
    let (headers, rows) = findings_rows(findings, received, carried);
    let form = |name: &str| if matches!(name, "row" | "other_row") { SheetForm::Number } else { SheetForm::Text };
    let columns = headers.into_iter().map(|name| SheetColumn { form: form(&name), ..SheetColumn::text(name) });
    Sheet::table("findings", columns.collect(), Some(rows.collect()))
}

/// An empty table for each table of a pilot, after a guide and a dictionary of all their columns.
#[must_use]
pub fn template_sheets(pilot: Pilot) -> Vec<Sheet> {
    let of_pilot = |dataset: &&Dataset| dataset.definition().pilot.is_none_or(|own| own == pilot);
    let tables: Vec<_> = Dataset::ALL.iter().filter(of_pilot).map(|dataset| dataset.definition()).collect();
    let heading = match pilot {
        Pilot::Attribution => "The tables of an attribution pilot",
        Pilot::Diversion => "The tables of a diversion pilot",
    };
    let paragraphs = [&[heading], &GUIDE[..]].concat().into_iter().map(str::to_owned).collect();
    let guide = Sheet { paragraphs, ..Sheet::table("Read me", Vec::new(), None) };
    let entries = tables.iter().flat_map(|table| {
        table.columns.iter().map(|column| {
            let required = if column.required { "required" } else { "" };
            let key = if table.key.contains(&column.name) { "key" } else { "" };
            let values = values(column).join(", ");
            [table.name, table.about, column.name, required, key, column.kind.form(), &values]
                .map(str::to_owned)
                .to_vec()
        })
    });
    let headers = ["table", "what it tells", "column", "required", "key", "what it holds", "values"];
    let headers = headers.map(|name| SheetColumn::text(name.to_owned())).to_vec();
    let dictionary = Sheet::table("Data dictionary", headers, Some(entries.collect()));
    let form = |table: &&crate::dataset::Definition| {
        Sheet::table(table.name, table.columns.iter().map(SheetColumn::of).collect(), None)
    };
    [guide, dictionary].into_iter().chain(tables.iter().map(form)).collect()
}

impl Sheet {
    fn table(name: &str, columns: Vec<SheetColumn>, rows: Option<Vec<Vec<String>>>) -> Self {
        Self { name: name.to_owned(), paragraphs: Vec::new(), columns, rows }
    }
}

impl SheetColumn {
    fn text(name: String) -> Self {
        Self { name, form: SheetForm::Text, required: false, hint: String::new(), choices: Vec::new() }
    }

    fn of(defined: &Column) -> Self {
        let form = match defined.kind {
            Kind::Date => SheetForm::Date,
            Kind::Count | Kind::Money | Kind::Pct => SheetForm::Number,
            // A month and a time of day are text: a spreadsheet would make another day of the one, and lose the offset of the other.
            Kind::Id | Kind::Code | Kind::OneOf(_) | Kind::Text | Kind::Timestamp | Kind::Month => SheetForm::Text,
        };
        let need = if defined.required { "Every row must have it" } else { "It may be left empty" };
        let hint = format!("{need}: {}.", defined.kind.form());
        Self { name: defined.name.to_owned(), form, required: defined.required, hint, choices: values(defined) }
    }
}

fn values(defined: &Column) -> Vec<String> {
    match defined.kind {
        Kind::OneOf(list) => list.iter().map(|&value| value.to_owned()).collect(),
        _ => Vec::new(),
    }
}
