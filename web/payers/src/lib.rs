//! Payers' own formats for a page and for Node: files are handed over by the engine, and the tables that they fill are handed
//! back. Nothing is decided here, and no contract is read.

use js_sys::{Array, Uint8Array};
use tieout::{File, Given, HandedOver, Terms, read_delivered};
use wasm_bindgen::prelude::*;

/// Reads files in payers' own formats, as the terms of a contract say.
#[wasm_bindgen(skip_typescript)]
pub fn read(terms: &[u8], files: &Array) -> Result<Array, JsValue> {
    let mismatched = || JsValue::from(js_sys::Error::new("payers.wasm is not of the same release as the engine."));
    let terms = Terms::take_over(terms).ok_or_else(mismatched)?;
    let files: Option<Vec<_>> = files.iter().map(|file| taken_over(&file).map(Given::File)).collect();
    let tables = read_delivered(files.ok_or_else(mismatched)?, &terms).into_iter().filter_map(|given| match given {
        Given::Opened(table) => Some(table.hand_over(None)),
        Given::File(_) => None,
    });
    Ok(tables
        .map(|HandedOver(pieces)| pieces.iter().map(|piece| Uint8Array::from(&piece[..])).collect::<Array>())
        .collect())
}

fn taken_over(file: &JsValue) -> Option<File> {
    let bytes = |piece: JsValue| Some(piece.dyn_ref::<Uint8Array>()?.to_vec());
    let pieces: Option<Vec<_>> = file.dyn_ref::<Array>()?.iter().map(bytes).collect();
    File::take_over(pieces?.try_into().ok()?)
}
