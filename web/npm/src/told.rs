//! What the core says, as plain JavaScript values whose JSON is, byte for byte, the core's own.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use tieout::control::Kind;
use tieout::{Severity, Step};
use wasm_bindgen::JsValue;

/// Anything that can be handed to JavaScript.
pub(crate) trait Told: Serialize {
    /// The value as plain objects, arrays, strings, numbers and null: no `Map`, no `undefined`.
    fn told(&self) -> Result<JsValue, JsValue> {
        Ok(self.serialize(&Serializer::json_compatible())?)
    }
}

impl<T: Serialize> Told for T {}

/// A rule of the catalogue.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Control {
    /// Its id, which never changes its meaning.
    #[cfg_attr(feature = "typescript", ts(type = "ControlId"))]
    id: &'static str,
    /// The step that asks.
    step: Step,
    /// What sort of question it is.
    kind: Kind,
    /// Whether a failure stops the step.
    severity: Severity,
    /// What holds when the control holds.
    title: &'static str,
    /// Why it matters.
    why: String,
    /// What to do about a finding.
    remedy: String,
}

/// Every control, in the order of reports.
pub(crate) fn catalogue() -> Vec<Control> {
    let told = |control: &tieout::Control| Control {
        id: control.id,
        step: control.step,
        kind: control.kind,
        severity: control.severity,
        title: control.title(),
        why: control.why(),
        remedy: control.remedy(),
    };
    tieout::catalogue().iter().copied().map(told).collect()
}
