//! Closes the page: once everything is loaded, the browser is told to refuse every connection from here on.

use wasm_bindgen::JsValue;

/// What the page may still do: run what it has, show what it has, start its worker from memory.
const POLICY: &str = "default-src 'none'; script-src 'wasm-unsafe-eval'; style-src 'self'; img-src data:; worker-src blob:; form-action 'none'; base-uri 'none'";

/// Adds the policy. A policy that is added can only take away, and cannot be taken back.
pub(super) fn seal() -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or("there is no document")?;
    let policy = document.create_element("meta")?;
    policy.set_attribute("http-equiv", "Content-Security-Policy")?;
    policy.set_attribute("content", POLICY)?;
    document.head().ok_or("there is no head")?.append_child(&policy)?;
    Ok(())
}
