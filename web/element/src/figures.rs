//! Numbers and instants as the readers of a language write them; the words beside them stay English.

use js_sys::{Date, Number, Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A number or a date.
    type Figure;
    #[wasm_bindgen(method, js_name = toLocaleString)]
    fn written(this: &Figure, locale: &str, options: &JsValue) -> String;
}

/// A count.
pub(crate) fn count(number: u32, locale: &str) -> String {
    Number::from(number).unchecked_ref::<Figure>().written(locale, &JsValue::UNDEFINED)
}

/// A size as file managers show it.
pub(crate) fn size(bytes: f64, locale: &str) -> String {
    let (amount, unit) = match bytes {
        ..1e3 => (bytes, "byte"),
        ..1e6 => (bytes / 1e3, "kilobyte"),
        ..1e9 => (bytes / 1e6, "megabyte"),
        _ => (bytes / 1e9, "gigabyte"),
    };
    let digits = u32::from(bytes >= 1e6);
    let display = if bytes < 1e3 { "long" } else { "short" };
    let options = options(&[
        ("style", "unit".into()),
        ("unit", unit.into()),
        ("unitDisplay", display.into()),
        ("maximumFractionDigits", digits.into()),
    ]);
    Number::from(amount).unchecked_ref::<Figure>().written(locale, &options)
}

/// An instant of a report, at the hour of the contract's own zone, with how far that is from universal time.
pub(crate) fn instant(as_of: &str, locale: &str) -> String {
    let (Some(local), Some(rest)) = (as_of.get(..16), as_of.get(16..)) else { return as_of.to_owned() };
    let offset = rest.trim_start_matches(|sign: char| sign == ':' || sign.is_ascii_digit());
    let date = Date::new(&format!("{local}Z").into());
    if date.get_time().is_nan() {
        return as_of.to_owned();
    }
    let options = options(&[("dateStyle", "medium".into()), ("timeStyle", "short".into()), ("timeZone", "UTC".into())]);
    let shown = date.unchecked_ref::<Figure>().written(locale, &options);
    match offset {
        "" => shown,
        "Z" => format!("{shown} (UTC)"),
        _ => format!("{shown} (UTC{})", offset.replace('-', "\u{2212}")),
    }
}

fn options(pairs: &[(&str, JsValue)]) -> Object {
    let options = Object::new();
    for (name, value) in pairs {
        // An object that was just made takes every property.
        let _ = Reflect::set(&options, &(*name).into(), value);
    }
    options
}
