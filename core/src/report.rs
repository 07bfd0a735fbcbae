//! What a run says: the published vocabulary, and the only types that leave as JSON.
//!
//! Field names and their order are a promise: the same bytes come out of every door.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::dataset::Dataset;
pub use crate::finding::{Finding, Place, Severity};
pub use crate::metric::{Metric, listed};
pub use crate::note::{Note, NoteKind};
use crate::value::{Digest, Step};

/// The whole answer of a run.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Report {
    /// The version of Tieout that decided.
    pub tieout: &'static str,
    /// The agreement that was held against the files.
    pub contract: ContractRef,
    /// What was said about the files, where somebody gave a mapping. Absent where nobody did.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub mapping: Option<MappingRef>,
    /// The instant at which everything is judged, with its offset.
    pub as_of: String,
    /// Every file that was given, by table, then by file name.
    pub inputs: Vec<InputRef>,
    /// All twelve steps, in order.
    pub steps: Vec<StepReport>,
    /// Every difference: intake first, then by control, table, line, key and field.
    pub findings: Vec<Finding>,
}

/// Which contract, and which bytes of it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ContractRef {
    /// The contract's own id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// SHA-256 of the file as given, as `sha256:` and lower-case hex.
    pub digest: Digest,
}

/// Which bytes of a mapping file.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MappingRef {
    /// SHA-256 of the file as given or, where it was confirmed elsewhere, as it is written.
    pub digest: Digest,
}

/// One file that was given.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct InputRef {
    /// The table it was read as; null when it is none that Tieout knows.
    pub dataset: Option<Dataset>,
    /// The file's name, without a path.
    pub file: String,
    /// SHA-256 of its bytes as given.
    pub digest: Digest,
    /// Rows below the header, blank ones left out.
    pub rows: u32,
    /// Which part of the file: a sheet of a workbook, a member of an archive. Absent where the file is one table.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub part: Option<String>,
    /// How it was read, where that took more than reading it. Absent where there is nothing to tell.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Note>>"))]
    pub notes: Vec<Note>,
}

/// How one step stands.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct StepReport {
    /// Which step.
    pub step: Step,
    /// Its state, decided by its controls.
    pub state: State,
    /// Every control of the step, in catalogue order.
    pub controls: Vec<ControlReport>,
    /// Figures that a person can follow by hand.
    pub metrics: BTreeMap<String, Metric>,
}

/// The state of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "StepState"))]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// A blocking control failed, or a table that the step needs has an intake finding.
    Blocked,
    /// Nothing blocks, but some controls could not be checked.
    Incomplete,
    /// Everything was checked, and nothing blocks.
    Clear,
    /// None of the step's own tables was given.
    NotStarted,
}

/// How one control came out.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ControlReport {
    /// The control's id.
    #[cfg_attr(feature = "typescript", ts(type = "ControlId"))]
    pub id: &'static str,
    /// What was decided.
    pub outcome: Outcome,
    /// How many findings it has.
    pub findings: u32,
    /// Why it was not checked or does not apply.
    pub why: Option<String>,
}

/// The outcome of a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was checked, and nothing speaks against it.
    Held,
    /// It has findings.
    Failed,
    /// Something that it needs is absent, and what could be decided found nothing.
    NotChecked,
    /// The contract or the pilot has no use for it.
    NotApplicable,
}

/// Why a participant or an event is in its tier. It is made for whoever asks, and is no part of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Explanation {
    /// Everything that counts, in the order of the contract.
    pub factors: Vec<FactorPoints>,
    /// The sum of all points.
    pub score: u64,
    /// The tier of that score.
    pub tier: String,
}

/// What one factor adds to a score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FactorPoints {
    /// What is looked at, as the contract names it.
    pub field: String,
    /// Its value; null where nothing is stated.
    pub value: Option<u64>,
    /// The points of that value.
    pub points: u64,
}
