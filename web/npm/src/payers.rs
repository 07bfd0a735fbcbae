//! Files in payers' own formats, read by the module that is there for them; the engine knows them by their first bytes alone.

use js_sys::{Array, Function, Uint8Array};
use tieout::intake::delivered_as;
use tieout::{Contract, Given, HandedOver, Mapping, Terms};
use wasm_bindgen::prelude::*;

use crate::refusal::Refusal;

#[wasm_bindgen(raw_module = "./reader.js")]
extern "C" {
    /// What reads payers' files, once it was started.
    #[wasm_bindgen(js_name = payersReader)]
    fn payers_reader() -> Option<Function>;
}

/// Whether it takes that module to read a file.
pub(crate) fn is_needed(given: &Given) -> bool {
    matches!(given, Given::File(file) if delivered_as(file).is_some())
}

/// Everything that was given, with the tables that the payers' files fill in their place.
pub(crate) fn read(given: Vec<Given>, contract: &Contract, mapping: Option<&Mapping>) -> Result<Vec<Given>, JsValue> {
    let (delivered, others): (Vec<_>, Vec<_>) = given.into_iter().partition(is_needed);
    let Some(Given::File(first)) = delivered.first() else { return Ok(others) };
    let reader =
        payers_reader().ok_or_else(|| Refusal::no_reader(&first.name, delivered_as(first).unwrap_or_default()))?;
    // One after another, so that no more than one of them is in memory twice.
    let files: Array = delivered.into_iter().filter_map(handed).collect();
    let terms = Uint8Array::from(&Terms::of(contract, mapping).hand_over()[..]);
    let read: Array = reader.call2(&JsValue::UNDEFINED, &terms, &files)?.unchecked_into();
    let tables: Result<Vec<_>, _> = read.iter().map(|pieces| table(&pieces)).collect();
    Ok(tables?.into_iter().chain(others).collect())
}

fn table(pieces: &JsValue) -> Result<Given, Refusal> {
    let pieces = pieces.dyn_ref().and_then(crossed);
    let pieces = pieces.ok_or_else(|| Refusal::argument("payers.wasm is not of the same release as the engine."))?;
    // It was read for this run, by what its mapping says.
    Ok(HandedOver(pieces).take_over(None)?)
}

fn handed(given: Given) -> Option<Array> {
    match given {
        Given::File(file) => Some(crossing(&file.hand_over())),
        Given::Opened(_) => None,
    }
}

/// Pieces of plain bytes on their way into another memory.
pub(crate) fn crossing(pieces: &[Vec<u8>]) -> Array {
    pieces.iter().map(|piece| Uint8Array::from(&piece[..])).collect()
}

/// Pieces that have arrived, if they are so many.
pub(crate) fn crossed<const PIECES: usize>(pieces: &Array) -> Option<[Vec<u8>; PIECES]> {
    let pieces: Option<Vec<_>> = pieces.iter().map(|piece| Some(piece.dyn_ref::<Uint8Array>()?.to_vec())).collect();
    pieces?.try_into().ok()
}
