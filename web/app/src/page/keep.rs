//! A file that was made here goes to the user's own disk. It never passes a network.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Blob, HtmlAnchorElement, Url};

/// Offers a file under a name.
pub(super) fn offer(name: &str, blob: &Blob) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let Ok(anchor) = document.create_element("a").map(JsCast::unchecked_into::<HtmlAnchorElement>) else { return };
    let Ok(url) = Url::create_object_url_with_blob(blob) else { return };
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The browser reads the blob after the click has returned; a minute is long for a disk.
    Timeout::new(60_000, move || drop(Url::revoke_object_url(&url))).forget();
}
