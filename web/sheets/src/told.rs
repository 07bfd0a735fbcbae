//! The parts of a file as plain JavaScript objects; their bytes are copied once, out of the module.

use js_sys::{Array, Object, Reflect, Uint8Array};
use tieout_packed::{Member, Note, NoteKind, Progress};
use wasm_bindgen::JsValue;

/// The parts, in the file's order.
pub(crate) fn parts(members: Vec<Member>) -> Result<JsValue, JsValue> {
    // Each is let go as soon as JavaScript has it, so that a large file is not held twice.
    let parts: Result<Array, JsValue> = members.into_iter().map(part).collect();
    parts.map(JsValue::from)
}

/// How far the opening of a file has come.
pub(crate) fn progress(progress: Progress<'_>) -> Result<JsValue, JsValue> {
    object([
        ("part", progress.part.into()),
        ("rows", progress.rows.into()),
        ("share", progress.share.map_or(JsValue::NULL, JsValue::from)),
    ])
}

#[expect(clippy::needless_pass_by_value, reason = "what was handed over is let go here")]
fn part(member: Member) -> Result<JsValue, JsValue> {
    let notes: Result<Array, JsValue> = member.notes.iter().map(note).collect();
    object([
        ("part", member.name.as_str().into()),
        ("bytes", Uint8Array::from(&member.bytes[..]).into()),
        ("notes", notes?.into()),
    ])
}

fn note(note: &Note) -> Result<JsValue, JsValue> {
    let kind = match note.kind {
        NoteKind::Read => "read",
        NoteKind::Doubted => "doubted",
    };
    object([
        ("kind", kind.into()),
        ("field", JsValue::NULL),
        ("cells", note.cells.into()),
        ("line", note.line.map_or(JsValue::NULL, JsValue::from)),
        ("message", note.message.as_str().into()),
    ])
}

fn object<const N: usize>(fields: [(&str, JsValue); N]) -> Result<JsValue, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &name.into(), &value)?;
    }
    Ok(object.into())
}
