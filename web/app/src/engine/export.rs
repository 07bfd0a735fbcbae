//! Files to keep, made by the core and handed to the page as they are.

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag};

/// The text as a file that the page can offer, without a copy of it on the page's side.
pub(super) fn blob(kind: &str, text: &str) -> Result<Blob, String> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(text));
    Blob::new_with_str_sequence_and_options(&parts, &options)
        .map_err(|_| "The file could not be made: the browser has no room for it.".to_owned())
}
