//! What the core says, as plain JavaScript values whose JSON is, byte for byte, the core's own.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use tieout::control::Kind;
use tieout::{Dataset, Received, Severity, Step};
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

/// A rule that files are held to before any control is asked.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub(crate) struct IntakeRule {
    /// Its id, which never changes its meaning.
    #[cfg_attr(feature = "typescript", ts(type = "IntakeCode"))]
    id: &'static str,
    /// What holds when nothing is wrong.
    title: &'static str,
    /// Why it matters.
    why: String,
    /// What to do about a finding.
    remedy: String,
}

/// Every rule of intake, in the order of reports.
pub(crate) fn intake_rules() -> Vec<IntakeRule> {
    let told = |id: &'static str| {
        let tieout::Rule { title, why, remedy } = tieout::rule(id)?;
        Some(IntakeRule { id, title, why, remedy })
    };
    ["IN-1", "IN-2", "IN-3", "IN-4", "IN-5"].into_iter().filter_map(told).collect()
}

/// A step and what it makes.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub(crate) struct StepTitle {
    /// Which step.
    step: Step,
    /// What it makes, as a heading.
    title: &'static str,
}

/// Every step, in the order of the work.
pub(crate) fn steps() -> Vec<StepTitle> {
    Step::ALL.map(|step| StepTitle { step, title: step.title() }).into()
}

/// A row of a file that was given, as the file has it.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub(crate) struct FileRow {
    /// The table that the file was read as.
    dataset: Dataset,
    /// The file's name.
    file: String,
    /// The row as a spreadsheet numbers it.
    line: u32,
    /// Every column of the file, in its order.
    cells: Vec<FileCell>,
}

/// A cell of such a row.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub(crate) struct FileCell {
    /// The header as the file has it.
    header: String,
    /// The column as findings name it; null where it is none that Tieout reads.
    column: Option<&'static str>,
    /// What the file says.
    value: String,
}

impl FileRow {
    /// The row at this line of a table's file, if there is one; which file need only be said where there are several.
    pub(crate) fn of(received: &Received, dataset: Dataset, line: u32, file: Option<&str>) -> Option<Self> {
        let table = received.table(dataset)?;
        let columns = dataset.definition().columns.iter().map(|column| column.name);
        let named: Vec<_> = columns.map(|name| (table.place_of(name), name)).collect();
        let column = |place| named.iter().find(|(of, _)| *of == Some(place)).map(|&(_, name)| name);
        let cells = table.headers().iter().zip(table.row_at(file, line)?).enumerate();
        let cell = |(place, (header, value)): (usize, (&String, _))| FileCell {
            header: header.clone(),
            column: column(place),
            value,
        };
        let file = file.unwrap_or_else(|| table.file()).to_owned();
        Some(Self { dataset, file, line, cells: cells.map(cell).collect() })
    }
}
