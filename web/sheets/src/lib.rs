//! Workbooks and archives for a page and for Node: each export translates, asks the crate and hands on its answer. It knows
//! no table, and it is no part of the engine.

mod given;
mod told;

use js_sys::{Error, Function, JsString, Uint8Array};
use tieout_packed::{Limits, Progress, Refusal};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../types.d.ts");

#[wasm_bindgen]
extern "C" {
    /// The sheets of a workbook that is made.
    #[wasm_bindgen(typescript_type = "readonly Sheet[]")]
    pub type Sheets;

    /// Who hears how far the opening of a file has come.
    #[wasm_bindgen(typescript_type = "(progress: UnpackProgress) => void", extends = Function)]
    pub type Listener;
}

/// Whether a file that begins so is a workbook or an archive, whatever its name says. Eight bytes are enough.
#[wasm_bindgen(js_name = isPacked)]
#[must_use]
pub fn is_packed(head: &Uint8Array) -> bool {
    tieout_packed::is_packed(&head.subarray(0, head.length().min(8)).to_vec())
}

/// The sheets of a workbook, or the members of an archive, each as a file that the engine reads. `onProgress` is told now and
/// then how far that has come; what it throws is thrown on.
///
/// A file that is damaged, protected by a password, or larger than a browser can hold once it is unpacked, throws an
/// `Error` whose message says what to do. Anything else that is thrown is a fault of this module: start it anew.
#[expect(clippy::needless_pass_by_value, reason = "what JavaScript leaves out comes by value")]
#[wasm_bindgen(unchecked_return_type = "Part[]")]
pub fn unpack(
    name: &JsString,
    bytes: &Uint8Array,
    #[wasm_bindgen(js_name = onProgress)] on_progress: Option<Listener>,
) -> Result<JsValue, JsValue> {
    let mut heard = Ok(());
    let mut hear = |progress: Progress<'_>| {
        if let Some(listener) = on_progress.as_ref().filter(|_| heard.is_ok()) {
            heard = told::progress(progress).and_then(|told| listener.call1(&JsValue::UNDEFINED, &told)).map(drop);
        }
    };
    let opened = tieout_packed::open_with(&String::from(name), &bytes.to_vec(), &Limits::BROWSER, &mut hear);
    heard?;
    told::parts(opened.map_err(thrown)?)
}

/// A workbook of these sheets. The same sheets give the same bytes, and a table reads back as it was written.
#[wasm_bindgen]
pub fn write(sheets: &Sheets) -> Result<Uint8Array, JsValue> {
    let bytes = given::book(sheets)?.finish().map_err(thrown)?;
    Ok(Uint8Array::from(&bytes[..]))
}

#[expect(clippy::needless_pass_by_value, reason = "it is passed on by name")]
fn thrown(refusal: Refusal) -> JsValue {
    Error::new(&refusal.to_string()).into()
}
