//! A resource as XML, into the same tree as JSON gives. Entities that the document defines are never expanded, and it nests only so deep.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use serde_json::{Map, Value};

/// How deep a resource may nest; R4's own stay far below.
const DEEPEST: usize = 64;

/// An element that is being read.
struct Open {
    name: String,
    /// What it says in itself, where it is a primitive.
    primitive: Option<Value>,
    fields: Map<String, Value>,
}

/// The resource that a text holds.
pub(super) fn resource(text: &str) -> Result<Value, String> {
    let mut reader = Reader::from_str(text);
    let mut open = Vec::<Open>::new();
    loop {
        let event = reader.read_event().map_err(|error| unsound(&error))?;
        match event {
            Event::Start(start) if is_prose(&start) => {
                reader.read_to_end(start.name()).map_err(|error| unsound(&error))?;
            }
            Event::Start(_) if open.len() == DEEPEST => {
                return Err("the XML nests deeper than any resource".to_owned());
            }
            Event::Start(start) => open.push(element(&start)?),
            Event::Empty(_) | Event::End(_) => {
                let closed = match event {
                    Event::Empty(start) => Some(element(&start)?),
                    _ => open.pop(),
                };
                let Some(closed) = closed else { return Err("the XML closes more than it opens".to_owned()) };
                match open.last_mut() {
                    Some(parent) => add(parent, closed),
                    None => return Ok(root(closed)),
                }
            }
            Event::Eof => return Err("the XML ends before its resource does".to_owned()),
            _ => {}
        }
    }
}

fn unsound(error: &quick_xml::Error) -> String {
    format!("the XML is not sound ({error})")
}

/// Whether an element is the text for people, which is XHTML.
fn is_prose(start: &BytesStart<'_>) -> bool {
    start.local_name().as_ref() == "div"
}

fn element(start: &BytesStart<'_>) -> Result<Open, String> {
    let name = start.local_name().as_ref().to_owned();
    let (mut fields, mut primitive) = (Map::new(), None);
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| format!("the XML is not sound ({error})"))?;
        let key = attribute.key.local_name().as_ref().to_owned();
        let value =
            quick_xml::escape::unescape(&attribute.value).map_err(|error| format!("the XML is not sound ({error})"))?;
        let value = Value::String(value.into_owned());
        if key == "value" {
            primitive = Some(value);
        } else {
            fields.insert(key, value);
        }
    }
    Ok(Open { name, primitive, fields })
}

/// Puts a closed element into its parent: a primitive as its value, a contained resource as itself.
fn add(parent: &mut Open, closed: Open) {
    let value = closed.primitive.unwrap_or(Value::Object(closed.fields));
    let holds_resource = parent.name == "resource" || parent.name == "contained";
    if holds_resource && closed.name.starts_with(|c: char| c.is_ascii_uppercase()) {
        if let Value::Object(fields) = value {
            parent.fields = fields;
            parent.fields.insert("resourceType".to_owned(), Value::String(closed.name));
        }
        return;
    }
    match parent.fields.get_mut(&closed.name) {
        Some(Value::Array(items)) => items.push(value),
        Some(first) => *first = Value::Array(vec![first.take(), value]),
        None => {
            parent.fields.insert(closed.name, value);
        }
    }
}

fn root(closed: Open) -> Value {
    let mut fields = closed.fields;
    fields.insert("resourceType".to_owned(), Value::String(closed.name));
    Value::Object(fields)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn xml_gives_the_tree_that_json_gives() {
        let text = r#"<?xml version="1.0"?><Bundle xmlns="http://hl7.org/fhir"><entry><fullUrl value="urn:1"/><resource>
            <Patient><id value="1"/><text><div xmlns="http://www.w3.org/1999/xhtml"><p>A &amp; B</p></div></text>
            <identifier><system value="s"/><value value="&lt;9&gt;"/></identifier><given value="A"/><given value="B"/></Patient>
            </resource></entry></Bundle>"#;
        let patient = json!({ "resourceType": "Patient", "id": "1", "text": {}, "given": ["A", "B"],
            "identifier": { "system": "s", "value": "<9>" } });
        let bundle = json!({ "resourceType": "Bundle", "xmlns": "http://hl7.org/fhir",
            "entry": { "fullUrl": "urn:1", "resource": patient } });
        assert_eq!(resource(text), Ok(bundle));
    }

    #[test]
    fn entities_and_endless_nesting_are_refused() {
        let bomb = r#"<!DOCTYPE g [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><Group xmlns="http://hl7.org/fhir"><id value="&b;"/></Group>"#;
        assert!(resource(bomb).is_err());
        assert!(resource(&"<a>".repeat(100_000)).is_err());
        assert!(resource("<Group><id value='1'>").is_err());
    }
}
