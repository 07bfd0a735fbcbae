//! The sheets of a workbook as JavaScript describes them; what is no sheet is refused with its place.

use js_sys::{Array, Error};
use serde::Deserialize;
use tieout_packed::{Book, Column, Form};
use wasm_bindgen::{JsCast, JsValue};

/// One sheet: paragraphs, or a table; a table without rows is a form to be filled in.
#[derive(Debug, Deserialize)]
struct Sheet {
    name: String,
    #[serde(default)]
    paragraphs: Vec<String>,
    #[serde(default)]
    columns: Vec<Heading>,
    rows: Option<Vec<Vec<String>>>,
}

#[derive(Debug, Deserialize)]
struct Heading {
    name: String,
    #[serde(default)]
    form: Kind,
    #[serde(default)]
    required: bool,
    #[serde(default)]
    hint: String,
    #[serde(default)]
    choices: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    #[default]
    Text,
    Date,
    Number,
}

/// The workbook of these sheets.
pub(crate) fn book(sheets: &JsValue) -> Result<Book, JsValue> {
    let sheets = sheets
        .dyn_ref::<Array>()
        .ok_or_else(|| Error::new("`sheets` is not an array. Give [{ name, columns, rows }, …]."))?;
    let mut book = Book::default();
    for (index, value) in sheets.iter().enumerate() {
        let sheet: Sheet = serde_wasm_bindgen::from_value(value).map_err(|fault| {
            Error::new(&format!("`sheets[{index}]` cannot be read: {fault}. Give {{ name, columns, rows }}."))
        })?;
        add(&mut book, sheet).map_err(|refusal| Error::new(&refusal.to_string()))?;
    }
    Ok(book)
}

fn add(book: &mut Book, sheet: Sheet) -> Result<(), tieout_packed::Refusal> {
    let Sheet { name, paragraphs, columns, rows } = sheet;
    let columns: Vec<_> = columns.into_iter().map(Column::from).collect();
    match rows {
        _ if columns.is_empty() => book.page(&name, &paragraphs.iter().map(String::as_str).collect::<Vec<_>>()),
        Some(rows) => book.table(&name, &columns, rows.iter().map(|row| row.iter().map(String::as_str))),
        None => book.form(&name, &columns),
    }
}

impl From<Heading> for Column {
    fn from(heading: Heading) -> Self {
        let Heading { name, form, required, hint, choices } = heading;
        let form = match form {
            Kind::Text => Form::Text,
            Kind::Date => Form::Date,
            Kind::Number => Form::Number,
        };
        Self { name, form, required, hint, choices }
    }
}
