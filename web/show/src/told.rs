//! States, outcomes and kinds in the words of a report; each is told by the core and never worked out from another.

use serde::{Deserialize, Serialize};

/// The state of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the report's own words")]
pub enum StateView {
    Blocked,
    Incomplete,
    Clear,
    NotStarted,
}

/// The kind of a control; controls are shown in groups of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the catalogue's own words")]
pub enum KindView {
    Intake,
    Field,
    Gate,
    Validation,
    Deadline,
    SignOff,
    Link,
    Conduct,
}

/// How a control came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the report's own words")]
pub enum OutcomeView {
    Held,
    Failed,
    NotChecked,
    NotApplicable,
}

/// One row of one of the user's files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The table that the file was read as.
    pub dataset: String,
    /// The file's name.
    pub file: String,
    /// The row's number as a spreadsheet shows it.
    pub line: u32,
    /// Every column of the file with the row's cell.
    pub cells: Vec<(String, String)>,
    /// The place among them of the column that the finding is about.
    pub meant: Option<u32>,
}
