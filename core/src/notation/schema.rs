//! The JSON Schema of a file, made of the declarations that also read it; it never says more than they do.

use serde_json::{Map, Value, json};

use super::reading::{Read, Section};

/// The schema of a whole file of this title.
pub(crate) fn of_file<T: Read>(title: &str) -> Value {
    let mut schema = T::schema();
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!(title);
    schema
}

/// How a section adds its fields.
pub(crate) type Describe = fn(&mut TableSchema);

/// The schema of one table while its fields are described.
#[derive(Default)]
pub(crate) struct TableSchema {
    properties: Map<String, Value>,
    required: Vec<Value>,
    choices: Vec<Value>,
}

impl TableSchema {
    /// The schema of a section, with these lines of documentation.
    pub(crate) fn of<S: Section>(about: &[&str]) -> Value {
        let mut table = Self::default();
        S::describe(&mut table);
        let mut schema = table.into_value();
        schema["description"] = prose(about);
        schema["unevaluatedProperties"] = json!(false);
        schema
    }

    /// Adds a field.
    pub(crate) fn field<T: Read>(&mut self, name: &str, doc: &[&str], has_default: bool) {
        let mut schema = T::schema();
        schema["description"] = prose(doc);
        self.properties.insert(name.to_owned(), schema);
        if !has_default && !T::MAY_BE_ABSENT {
            self.required.push(json!(name));
        }
    }

    /// Adds fields that are left out together.
    pub(crate) fn optional(&mut self, describe: Describe) {
        let mut part = Self::default();
        describe(&mut part);
        let given = part.properties.keys().map(|name| json!({ "required": [name] })).collect::<Vec<_>>();
        self.choices.push(json!({ "if": { "anyOf": given }, "then": part.into_value() }));
    }

    /// Adds a choice: the field's word, and the fields that each word brings.
    pub(crate) fn choice(&mut self, tag: &str, doc: &[&str], variants: &[(&str, Describe)]) {
        let words: Vec<_> = variants.iter().map(|(word, _)| word).collect();
        self.properties.insert(tag.to_owned(), json!({ "enum": words, "description": prose(doc) }));
        self.required.push(json!(tag));
        for (word, describe) in variants {
            let mut part = Self::default();
            describe(&mut part);
            self.choices.push(json!({ "if": { "properties": { tag: { "const": word } } }, "then": part.into_value() }));
        }
    }

    /// Lets a field stand that is of no use with every choice.
    pub(crate) fn tolerate(&mut self, name: &str) {
        self.properties.entry(name).or_insert(json!(true));
    }

    fn into_value(self) -> Value {
        let mut schema = json!({ "type": "object", "properties": self.properties });
        if !self.required.is_empty() {
            schema["required"] = Value::Array(self.required);
        }
        if !self.choices.is_empty() {
            schema["allOf"] = Value::Array(self.choices);
        }
        schema
    }
}

fn prose(lines: &[&str]) -> Value {
    Value::String(lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" "))
}
