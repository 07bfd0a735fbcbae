//! A pilot that was read once and can be asked often. It keeps tables and a contract, never an instant and never an answer.

use js_sys::JsString;
use tieout::{Contract, Given, Mapping, Received};
use wasm_bindgen::prelude::*;

use crate::listener::{CheckOptions, Listener};
use crate::refusal::Refusal;
use crate::told::{FileRow, Told};
use crate::{RecordName, StepName, TableName, given, payers};

/// A contract and its files, read once, to be asked as often as you like and at any instant.
///
/// It holds the engine's memory until `free()` is called, `using` leaves it, or the garbage collector finds it.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Pilot {
    contract: Contract,
    received: Received,
}

impl Pilot {
    /// Reads the files as the contract and the mapping say; what a listener throws is thrown on.
    pub(crate) fn read(
        contract: Contract,
        mapping: Option<&Mapping>,
        files: impl IntoIterator<Item = impl Into<Given>>,
        options: CheckOptions,
    ) -> Result<Self, JsValue> {
        let mut listener = Listener::of(options);
        let given = payers::read(files.into_iter().map(Into::into).collect(), &contract, mapping)?;
        let received = Received::read_tables(given, &contract, mapping, &mut |progress| listener.hear(&progress));
        listener.outcome()?;
        Ok(Self { contract, received })
    }
}

#[wasm_bindgen]
impl Pilot {
    /// Holds the files against the contract, at an instant, and returns every difference, as `check` does.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn check(&self, #[wasm_bindgen(js_name = asOf)] as_of: &JsString) -> Result<JsValue, JsValue> {
        let as_of = given::instant(&self.contract, as_of)?;
        tieout::check(&self.contract, as_of, &self.received).told()
    }

    /// Builds a table that a step makes from its sources and returns it as CSV, as `build` does.
    pub fn build(
        &self,
        record: &RecordName,
        #[wasm_bindgen(js_name = asOf)] as_of: &JsString,
    ) -> Result<String, JsValue> {
        let (record, as_of) = (given::record(record)?, given::instant(&self.contract, as_of)?);
        Ok(tieout::build_csv(record, &self.contract, as_of, &self.received).map_err(Refusal::from)?)
    }

    /// Every difference at an instant, as the CSV that people forward: its rule, its place, both values and what to do.
    ///
    /// A cell that a spreadsheet would run as a formula is made plain text by a leading apostrophe.
    #[wasm_bindgen(js_name = findingsCsv)]
    pub fn findings_csv(&self, #[wasm_bindgen(js_name = asOf)] as_of: &JsString) -> Result<String, JsValue> {
        let as_of = given::instant(&self.contract, as_of)?;
        let report = tieout::check(&self.contract, as_of, &self.received);
        Ok(tieout::findings_csv(&report.findings, &self.received, &[]))
    }

    /// The row that a finding names by its table and line, as the file has it; undefined where there is none.
    ///
    /// The file is named where the finding names it, which it does where the table was made of several.
    #[expect(clippy::needless_pass_by_value, reason = "JavaScript's string is handed over for good")]
    #[wasm_bindgen(unchecked_return_type = "FileRow | undefined")]
    pub fn row(&self, dataset: &TableName, line: u32, file: Option<String>) -> Result<JsValue, JsValue> {
        let dataset = given::dataset("`dataset`", Some(given::text("dataset", dataset)?))?;
        let row = dataset.and_then(|dataset| FileRow::of(&self.received, dataset, line, file.as_deref()));
        row.map_or(Ok(JsValue::UNDEFINED), |row| row.told())
    }

    /// Why a participant or an event is in its tier, as `whyTier` tells it.
    #[wasm_bindgen(js_name = whyTier, unchecked_return_type = "Explanation | undefined")]
    pub fn why_tier(
        &self,
        step: &StepName,
        #[wasm_bindgen(js_name = asOf)] as_of: &JsString,
        key: &JsString,
    ) -> Result<JsValue, JsValue> {
        let (step, key) = (given::step(step)?, given::text("key", key)?);
        let as_of = given::instant(&self.contract, as_of)?;
        let why = tieout::why_tier(step, &self.contract, as_of, &self.received, &key);
        why.map_or(Ok(JsValue::UNDEFINED), |why| why.told())
    }
}
