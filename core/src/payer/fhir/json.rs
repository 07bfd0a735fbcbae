//! Resources as JSON: one in a file, or one a line; a line that is broken costs no other.

use serde_json::Value;

/// Hands over every resource of a text with its line, or what is wrong there.
pub(super) fn for_each_resource(text: &str, mut take: impl FnMut(u32, Result<Value, String>)) {
    let mut lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    let is_a_line_each = lines.next().is_some_and(|(line, _)| parse(line).is_ok()) && lines.next().is_some();
    if is_a_line_each {
        let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
        lines.for_each(|(line, number)| take(number, parse(line)));
    } else {
        take(1, parse(text));
    }
}

/// One resource. How deep it may nest is bounded by the library.
fn parse(text: &str) -> Result<Value, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| format!("the JSON is not sound ({error})"))?;
    if value.is_object() { Ok(value) } else { Err("the JSON is no resource".to_owned()) }
}
