//! What a resource holds, asked for by name: a list and a lone item are the same, and what is not there is empty.

use serde_json::Value;

/// Each item of a field; XML does not tell a list of one from an item.
pub(super) fn each<'v>(value: &'v Value, field: &str) -> impl Iterator<Item = &'v Value> {
    items(value, field).iter()
}

/// Kept apart: written into each question, the search for a field would be most of what FHIR weighs.
#[inline(never)]
fn items<'v>(value: &'v Value, field: &str) -> &'v [Value] {
    match value.get(field) {
        Some(Value::Array(items)) => items,
        Some(item) => std::slice::from_ref(item),
        None => &[],
    }
}

/// The first item of a field of a field, and so on.
pub(super) fn at<'v>(value: &'v Value, path: &[&str]) -> Option<&'v Value> {
    path.iter().try_fold(value, |value, field| each(value, field).next())
}

/// A field's text; empty where it has none.
pub(super) fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    each(value, field).next().and_then(Value::as_str).unwrap_or_default().trim()
}

/// A number as it is written, or the text of one. Up to fifteen digits come out as they went in.
pub(super) fn number(value: &Value, field: &str) -> String {
    match each(value, field).next() {
        Some(Value::Number(number)) => number.to_string(),
        Some(Value::String(text)) => text.trim().to_owned(),
        _ => String::new(),
    }
}

/// The value of an extension whose url ends in one of these.
pub(super) fn extension<'v>(value: &'v Value, names: &[&str]) -> Option<&'v Value> {
    each(value, "extension").find(|extension| {
        let url = text(extension, "url");
        names.iter().any(|name| url.ends_with(name))
    })
}

/// Whether a concept has one of these codes.
pub(super) fn has_code(concept: &Value, codes: &[&str]) -> bool {
    each(concept, "coding").any(|coding| codes.contains(&text(coding, "code")))
}

/// A reference without its server, as `Patient/1`.
pub(super) fn referred(reference: &str) -> &str {
    let whole = reference.split("/_history").next().unwrap_or_default();
    let mut slashes = whole.rmatch_indices('/').skip(1);
    slashes.next().map_or(whole, |(at, _)| &whole[at + 1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_the_same_with_and_without_its_server() {
        for reference in ["Patient/1", "https://a.example/r4/Patient/1", "/Patient/1", "Patient/1/_history/2"] {
            assert_eq!(referred(reference), "Patient/1", "{reference}");
        }
        assert_eq!(referred("urn:uuid:1"), "urn:uuid:1");
    }
}
