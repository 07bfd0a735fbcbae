//! What JavaScript hands in, as the core's words. An argument of another form is refused by name, never guessed at.

use js_sys::{Array, Reflect, Uint8Array};
use tieout::intake::Room;
use tieout::{AsOf, Contract, Dataset, Digest, File, Mapping, Note, NoteKind, Step};
use wasm_bindgen::{JsCast, JsValue};

use crate::refusal::Refusal;

/// The contract, from text or bytes.
pub(crate) fn contract(value: &JsValue) -> Result<Contract, Refusal> {
    Ok(Contract::parse(&text_or_bytes("contract", value)?)?)
}

/// The mapping, from text or bytes, where there is one.
pub(crate) fn mapping(value: &JsValue) -> Result<Option<Mapping>, Refusal> {
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    Mapping::parse(&text_or_bytes("mapping", value)?).map(Some).map_err(Refusal::mapping)
}

fn text_or_bytes(argument: &str, value: &JsValue) -> Result<Vec<u8>, Refusal> {
    value.as_string().map_or_else(|| bytes(argument, value), |text| Ok(text.into_bytes()))
}

/// A table that a step makes, by its own name or by the step's.
pub(crate) fn record(value: &JsValue) -> Result<Dataset, Refusal> {
    let name = text("record", value)?;
    tieout::record_named(&name).ok_or_else(|| {
        let steps = Step::ALL.map(|step| step.to_string()).join(", ");
        let tables: Vec<_> = Step::ALL.into_iter().flat_map(tieout::records).map(|record| record.name()).collect();
        let tables = tables.join(", ");
        Refusal::argument(format!("`record` is “{name}”, which no step makes. Give a step, {steps}, or {tables}."))
    })
}

/// A step by its name.
pub(crate) fn step(value: &JsValue) -> Result<Step, Refusal> {
    let name = text("step", value)?;
    Step::named(&name).ok_or_else(|| {
        let known = Step::ALL.map(|step| step.to_string()).join(", ");
        Refusal::argument(format!("`step` is “{name}”, which is none. Give one of {known}."))
    })
}

/// A string argument.
pub(crate) fn text(argument: &str, value: &JsValue) -> Result<String, Refusal> {
    value.as_string().ok_or_else(|| Refusal::argument(format!("`{argument}` is not a string. Give it as text.")))
}

/// An argument of bytes.
pub(crate) fn bytes(argument: &str, value: &JsValue) -> Result<Vec<u8>, Refusal> {
    let bytes = value.dyn_ref::<Uint8Array>();
    bytes
        .map(Uint8Array::to_vec)
        .ok_or_else(|| Refusal::argument(format!("`{argument}` is not a Uint8Array. Give the file's bytes.")))
}

/// An instant that the contract can judge at.
pub(crate) fn instant(contract: &Contract, value: &JsValue) -> Result<AsOf, Refusal> {
    Ok(contract.as_of(&text("asOf", value)?)?)
}

/// A file as it was given.
#[derive(Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub(crate) struct InputFile {
    /// Its name, with or without a path.
    name: String,
    /// Its bytes.
    #[cfg_attr(feature = "typescript", ts(type = "Uint8Array"))]
    bytes: Vec<u8>,
    /// The table that it is, where its name and its header do not tell.
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Dataset>"))]
    dataset: Option<String>,
    /// Its SHA-256, where you have computed it beside other work; otherwise the engine does.
    #[cfg_attr(feature = "typescript", ts(optional, type = "Uint8Array"))]
    digest: Option<Vec<u8>>,
    /// Which part of a file these bytes are, as a sheet of a workbook or a member of an archive; `digest` is then
    /// that of the whole file.
    #[cfg_attr(feature = "typescript", ts(optional))]
    part: Option<String>,
    /// How the part was taken out of the file, as `tieout/spreadsheets` tells it; the report repeats it.
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<PartNote>>"))]
    notes: Vec<PartNote>,
}

/// One thing to know about how a part was taken out of a file.
#[derive(Debug)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub(crate) struct PartNote {
    /// In what form it was read, or what looks wrong and may be right.
    kind: PartNoteKind,
    /// How many rows or cells it is about; 0 where counting says nothing.
    cells: u32,
    /// The first row that it is about, as a spreadsheet numbers rows.
    line: Option<u32>,
    /// The note in a sentence.
    message: String,
}

/// What sort of thing a note on a part tells.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename_all = "snake_case"))]
pub(crate) enum PartNoteKind {
    Read,
    Doubted,
}

impl InputFile {
    /// Reads one, or says which of its fields is of another kind than it should be.
    fn of(value: &JsValue) -> Result<Self, &'static str> {
        Ok(Self {
            name: string(&field(value, "name")).ok_or("`name` is not a string")?,
            bytes: plain(&field(value, "bytes")).ok_or("`bytes` is not a Uint8Array")?,
            dataset: wished(value, "dataset", string, "`dataset` is not a string")?,
            digest: wished(value, "digest", plain, "`digest` is not a Uint8Array")?,
            part: wished(value, "part", string, "`part` is not a string")?,
            notes: wished(value, "notes", part_notes, "`notes` are not what `unpack` gives")?.unwrap_or_default(),
        })
    }
}

impl PartNote {
    fn of(value: &JsValue) -> Option<Self> {
        let kind = match &*string(&field(value, "kind"))? {
            "read" => PartNoteKind::Read,
            "doubted" => PartNoteKind::Doubted,
            _ => return None,
        };
        let (cells, message) = (count(&field(value, "cells"))?, string(&field(value, "message"))?);
        Some(Self { kind, cells, line: wished(value, "line", count, "").ok()?, message })
    }
}

impl From<PartNote> for Note {
    fn from(PartNote { kind, cells, line, message }: PartNote) -> Self {
        let kind = match kind {
            PartNoteKind::Read => NoteKind::Read,
            PartNoteKind::Doubted => NoteKind::Doubted,
        };
        Self { kind, field: None, cells, line, message }
    }
}

/// A field of an object; undefined where there is none, or no object.
fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

/// What may be left out, or what is wrong with it where it is there and cannot be read.
pub(crate) fn wished<T>(
    object: &JsValue,
    name: &str,
    read: fn(&JsValue) -> Option<T>,
    fault: &'static str,
) -> Result<Option<T>, &'static str> {
    let value = field(object, name);
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    read(&value).map(Some).ok_or(fault)
}

fn string(value: &JsValue) -> Option<String> {
    value.as_string()
}

fn plain(value: &JsValue) -> Option<Vec<u8>> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}

#[expect(clippy::cast_sign_loss, reason = "it is no less than none")]
fn count(value: &JsValue) -> Option<u32> {
    let whole = value.as_f64().filter(|number| number.fract() == 0.0);
    whole.filter(|number| (0.0..=f64::from(u32::MAX)).contains(number)).map(|number| number as u32)
}

fn part_notes(value: &JsValue) -> Option<Vec<PartNote>> {
    value.dyn_ref::<Array>()?.iter().map(|note| PartNote::of(&note)).collect()
}

/// The files of a run.
pub(crate) fn files(value: &JsValue) -> Result<Vec<File>, Refusal> {
    let files = value.dyn_ref::<Array>();
    let files = files.ok_or_else(|| Refusal::argument("`files` is not an array. Give [{ name, bytes }, …]."))?;
    find_room(files)?;
    files.iter().enumerate().map(|(index, value)| file(index, &value)).collect()
}

/// Refuses files that are larger than the memory before any of them is copied into it.
fn find_room(files: &Array) -> Result<(), Refusal> {
    let mut room = Room::EMPTY;
    for file in files.iter() {
        if let Some(bytes) = field(&file, "bytes").dyn_ref::<Uint8Array>() {
            let name = field(&file, "name").as_string().unwrap_or_default();
            room.take(&name, u64::from(bytes.length())).map_err(Refusal::too_large)?;
        }
    }
    Ok(())
}

fn file(index: usize, value: &JsValue) -> Result<File, Refusal> {
    let InputFile { name, bytes, dataset, digest, part, notes } = InputFile::of(value).map_err(|fault| {
        Refusal::argument(format!(
            "`files[{index}]` cannot be read: {fault}. Give {{ name: string, bytes: Uint8Array }}."
        ))
    })?;
    let dataset = self::dataset(&format!("`files[{index}].dataset`"), dataset)?;
    let digest = digest.map(|bytes| self::digest(&format!("`files[{index}].digest`"), bytes)).transpose()?;
    Ok(File { dataset, digest, part, notes: told(notes), ..File::new(name, bytes) })
}

/// Notes in the core's words.
fn told(notes: Vec<PartNote>) -> Vec<Note> {
    notes.into_iter().map(Note::from).collect()
}

/// Notes on a part, where there are any.
pub(crate) fn notes(argument: &str, value: &JsValue) -> Result<Vec<Note>, Refusal> {
    if value.is_undefined() {
        return Ok(Vec::new());
    }
    let refused = || Refusal::argument(format!("{argument} are not what `unpack` gives. Leave them out."));
    part_notes(value).map(told).ok_or_else(refused)
}

/// A table by its name, where one is stated.
pub(crate) fn dataset(argument: &str, stated: Option<String>) -> Result<Option<Dataset>, Refusal> {
    let named = |stated: String| {
        Dataset::named(&stated).ok_or_else(|| {
            Refusal::argument(format!(
                "{argument} is “{stated}”, which is no table. Leave it out to have the file recognized."
            ))
        })
    };
    stated.map(named).transpose()
}

/// The digest of a file, from its bytes.
pub(crate) fn digest(argument: &str, bytes: Vec<u8>) -> Result<Digest, Refusal> {
    <[u8; 32]>::try_from(bytes).map(Digest::from_bytes).map_err(|bytes| {
        Refusal::argument(format!("{argument} has {} bytes. Give the 32 of SHA-256, or leave it out.", bytes.len()))
    })
}
