//! The npm package `tieout`: each export translates, asks the core and hands on its answer. Nothing is decided here.

mod given;
mod told;
mod refusal;
mod payers;
mod listener;
mod pilot;
mod delivery;
#[cfg(feature = "typescript")]
pub mod typescript;

use js_sys::{JsString, Uint8Array};
use tieout::{Contract, Dataset};
use wasm_bindgen::prelude::*;

pub use delivery::Delivery;
pub use pilot::Pilot;

use listener::CheckOptions;
use told::Told;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../types.d.ts");

#[wasm_bindgen]
extern "C" {
    /// The contract file.
    #[wasm_bindgen(typescript_type = "string | Uint8Array")]
    pub type ContractFile;
    /// The files of a run.
    #[wasm_bindgen(typescript_type = "readonly InputFile[]")]
    pub type InputFiles;
    /// What a question may say besides.
    #[wasm_bindgen(typescript_type = "CheckOptions")]
    pub type Options;
    /// A step, by its name.
    #[wasm_bindgen(typescript_type = "Step")]
    pub type StepName;
    /// A table, by its name.
    #[wasm_bindgen(typescript_type = "DatasetName")]
    pub type TableName;
    /// A table that a step makes, by its own name or by the step's.
    #[wasm_bindgen(typescript_type = "Step | DatasetName")]
    pub type RecordName;
}

/// Holds the files against the contract, at an instant, and returns every difference.
///
/// The contract and the files are given as they are on disk; the instant as `2026-03-09T17:00`, in the
/// contract's time zone, or with an offset. The same bytes give the same report: `JSON.stringify(report)`
/// is what the command line prints with `--json`. Bad data is a finding; only a question that cannot be
/// asked throws a `TieoutError`.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn check(
    contract: &ContractFile,
    #[wasm_bindgen(js_name = asOf)] as_of: &JsString,
    files: &InputFiles,
    options: Option<Options>,
) -> Result<JsValue, JsValue> {
    read_at(contract, as_of, files, options)?.check(as_of)
}

/// Builds a table that a step makes from its sources and returns it as CSV, in canonical columns.
///
/// The table is named by itself, as `priority_list`, or by its step, as `A3`.
#[wasm_bindgen]
pub fn build(
    record: &RecordName,
    contract: &ContractFile,
    #[wasm_bindgen(js_name = asOf)] as_of: &JsString,
    files: &InputFiles,
    options: Option<Options>,
) -> Result<String, JsValue> {
    given::record(record)?;
    read_at(contract, as_of, files, options)?.build(record, as_of)
}

/// Why a participant of the priority list (`A3`), or an event that has a response (`D3`), is in its tier: each
/// factor's value and points, the score and the tier. Undefined where the files or the contract do not tell.
#[wasm_bindgen(js_name = whyTier, unchecked_return_type = "Explanation | undefined")]
pub fn why_tier(
    step: &StepName,
    contract: &ContractFile,
    #[wasm_bindgen(js_name = asOf)] as_of: &JsString,
    files: &InputFiles,
    key: &JsString,
    options: Option<Options>,
) -> Result<JsValue, JsValue> {
    given::step(step)?;
    read_at(contract, as_of, files, options)?.why_tier(step, as_of, key)
}

/// Reads the contract and the files once, so that they can be asked often and at any instant.
///
/// `read(contract, files).check(asOf)` is `check(contract, asOf, files)`.
#[wasm_bindgen]
pub fn read(contract: &ContractFile, files: &InputFiles, options: Option<Options>) -> Result<Pilot, JsValue> {
    read_agreed(given::contract(contract)?, files, options)
}

/// Every control, in the order of reports.
#[wasm_bindgen(unchecked_return_type = "Control[]")]
pub fn controls() -> Result<JsValue, JsValue> {
    told::catalogue().told()
}

/// Every rule that files are held to before any control is asked.
#[wasm_bindgen(js_name = intakeRules, unchecked_return_type = "IntakeRule[]")]
pub fn intake_rules() -> Result<JsValue, JsValue> {
    told::intake_rules().told()
}

/// Every step and what it makes, in the order of the work.
#[wasm_bindgen(unchecked_return_type = "StepTitle[]")]
pub fn steps() -> Result<JsValue, JsValue> {
    told::steps().told()
}

/// The table that a file would be read as, told by its name or else by its first bytes; undefined if it is none.
#[wasm_bindgen(unchecked_return_type = "DatasetName | undefined")]
pub fn recognize(
    #[wasm_bindgen(js_name = fileName)] file_name: &JsString,
    head: &Uint8Array,
) -> Result<Option<String>, JsValue> {
    let dataset = tieout::recognize(&given::text("fileName", file_name)?, &given::bytes("head", head)?);
    Ok(dataset.map(Dataset::name).map(str::to_owned))
}

/// Reads for a question at an instant, which is refused before the files are read rather than after.
fn read_at(
    contract: &ContractFile,
    as_of: &JsString,
    files: &InputFiles,
    options: Option<Options>,
) -> Result<Pilot, JsValue> {
    let contract = given::contract(contract)?;
    given::instant(&contract, as_of)?;
    read_agreed(contract, files, options)
}

fn read_agreed(contract: Contract, files: &InputFiles, options: Option<Options>) -> Result<Pilot, JsValue> {
    let options = CheckOptions::of(options)?;
    Pilot::read(contract, options.mapping()?.as_ref(), given::files(files)?, options)
}
