//! The sheets of a workbook as JavaScript describes them; what is no sheet is refused with its place.

use js_sys::{Array, Error, Reflect};
use tieout_packed::{Book, Column, Form};
use wasm_bindgen::{JsCast, JsValue};

/// The workbook of these sheets.
pub(crate) fn book(sheets: &JsValue) -> Result<Book, JsValue> {
    let mut book = Book::default();
    for (index, sheet) in list("sheets", sheets)?.iter().enumerate() {
        add(&mut book, &format!("sheets[{index}]"), &sheet)?;
    }
    Ok(book)
}

/// Adds one sheet: paragraphs, or a table; a table without rows is a form to be filled in.
fn add(book: &mut Book, place: &str, sheet: &JsValue) -> Result<(), JsValue> {
    let name = text(&format!("{place}.name"), &field(sheet, "name"))?;
    let added = if is_given(sheet, "paragraphs") {
        let paragraphs = texts(&format!("{place}.paragraphs"), &field(sheet, "paragraphs"))?;
        book.page(&name, &paragraphs.iter().map(String::as_str).collect::<Vec<_>>())
    } else {
        let headings = list(&format!("{place}.columns"), &field(sheet, "columns"))?;
        let heading = |(index, value): (usize, JsValue)| column(&format!("{place}.columns[{index}]"), &value);
        let columns: Vec<_> = headings.iter().enumerate().map(heading).collect::<Result<_, _>>()?;
        if is_given(sheet, "rows") {
            let rows = list(&format!("{place}.rows"), &field(sheet, "rows"))?;
            let row = |(index, value): (usize, JsValue)| texts(&format!("{place}.rows[{index}]"), &value);
            let rows: Vec<_> = rows.iter().enumerate().map(row).collect::<Result<_, _>>()?;
            book.table(&name, &columns, rows.iter().map(|row| row.iter().map(String::as_str)))
        } else {
            book.form(&name, &columns)
        }
    };
    added.map_err(|refusal| Error::new(&refusal.to_string()).into())
}

fn column(place: &str, value: &JsValue) -> Result<Column, JsValue> {
    let form = match field(value, "form").as_string().as_deref() {
        None | Some("text") => Form::Text,
        Some("date") => Form::Date,
        Some("number") => Form::Number,
        Some(form) => {
            return Err(wrong(&format!("{place}.form"), &format!("“{form}”, and none of text, date, number")));
        }
    };
    let choices = if is_given(value, "choices") { texts(place, &field(value, "choices"))? } else { Vec::new() };
    Ok(Column {
        name: text(&format!("{place}.name"), &field(value, "name"))?,
        form,
        required: field(value, "required").is_truthy(),
        hint: field(value, "hint").as_string().unwrap_or_default(),
        choices,
    })
}

fn is_given(object: &JsValue, name: &str) -> bool {
    !field(object, name).is_undefined()
}

/// A field; undefined where there is none, or where there is no object.
fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn list(place: &str, value: &JsValue) -> Result<Array, JsValue> {
    value.dyn_ref::<Array>().cloned().ok_or_else(|| wrong(place, "not an array"))
}

fn texts(place: &str, value: &JsValue) -> Result<Vec<String>, JsValue> {
    let text = |(index, value): (usize, JsValue)| {
        value.as_string().ok_or_else(|| wrong(&format!("{place}[{index}]"), "not a string"))
    };
    list(place, value)?.iter().enumerate().map(text).collect()
}

fn text(place: &str, value: &JsValue) -> Result<String, JsValue> {
    value.as_string().ok_or_else(|| wrong(place, "not a string"))
}

fn wrong(place: &str, what: &str) -> JsValue {
    Error::new(&format!("`{place}` is {what}. Give [{{ name, columns, rows }}, …], with every cell as text.")).into()
}
