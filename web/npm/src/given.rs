//! What JavaScript hands in, as the core's words. An argument of another form is refused by name, never guessed at.

use js_sys::{Array, Uint8Array};
use serde::Deserialize;
use tieout::{AsOf, Contract, Dataset, Digest, File, Step};
use wasm_bindgen::{JsCast, JsValue};

use crate::refusal::Refusal;

/// The contract, from text or bytes.
pub(crate) fn contract(value: &JsValue) -> Result<Contract, Refusal> {
    let bytes = match value.as_string() {
        Some(text) => text.into_bytes(),
        None => bytes("contract", value)?,
    };
    Ok(Contract::parse(&bytes)?)
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
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub(crate) struct InputFile {
    /// Its name, with or without a path.
    name: String,
    /// Its bytes.
    #[serde(with = "serde_bytes")]
    #[cfg_attr(feature = "typescript", ts(type = "Uint8Array"))]
    bytes: Vec<u8>,
    /// The table that it is, where its name and its header do not tell.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Dataset>"))]
    dataset: Option<String>,
    /// Its SHA-256, where you have computed it beside other work; otherwise the engine does.
    #[serde(default, with = "serde_bytes")]
    #[cfg_attr(feature = "typescript", ts(optional, type = "Uint8Array"))]
    digest: Option<Vec<u8>>,
    /// Which part of a file these bytes are, as a sheet of a workbook or a member of an archive; `digest` is then
    /// that of the whole file.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    part: Option<String>,
}

/// The files of a run.
pub(crate) fn files(value: &JsValue) -> Result<Vec<File>, Refusal> {
    let files = value.dyn_ref::<Array>();
    let files = files.ok_or_else(|| Refusal::argument("`files` is not an array. Give [{ name, bytes }, …]."))?;
    files.iter().enumerate().map(|(index, value)| file(index, value)).collect()
}

fn file(index: usize, value: JsValue) -> Result<File, Refusal> {
    let InputFile { name, bytes, dataset, digest, part } = serde_wasm_bindgen::from_value(value).map_err(|fault| {
        Refusal::argument(format!(
            "`files[{index}]` cannot be read: {fault}. Give {{ name: string, bytes: Uint8Array }}."
        ))
    })?;
    let dataset = self::dataset(&format!("`files[{index}].dataset`"), dataset)?;
    let digest = digest.map(|bytes| self::digest(&format!("`files[{index}].digest`"), bytes)).transpose()?;
    Ok(File { dataset, digest, part, ..File::new(name, bytes) })
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
