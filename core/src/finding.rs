//! One difference between what a record says and what it should say; never an opinion without a place.

use std::sync::Arc;

use serde::Serialize;

use crate::dataset::Dataset;

/// One difference, with its place, its rule and its remedy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Finding {
    /// The control, or `IN-1` to `IN-5` for what intake found.
    #[cfg_attr(feature = "typescript", ts(type = "ControlId | IntakeCode"))]
    pub control: &'static str,
    /// Whether it blocks the step.
    pub severity: Severity,
    /// The table that it is about.
    pub dataset: Dataset,
    /// Which of the table's files, where it was made of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub file: Option<Arc<str>>,
    /// The row as a spreadsheet numbers it; null when it is about the whole table.
    pub line: Option<u32>,
    /// The row's key as written.
    pub key: Option<String>,
    /// The column.
    pub field: Option<&'static str>,
    /// What the row says.
    pub stated: Option<String>,
    /// What it should say.
    pub expected: Option<String>,
    /// The row on the far side that shows it.
    pub other: Option<Place>,
    /// The table in which this row has no counterpart.
    pub missing_from: Option<Dataset>,
    /// The difference in a sentence.
    pub message: String,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Place {
    /// The table.
    pub dataset: Dataset,
    /// Which of the table's files, where it was made of several.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub file: Option<Arc<str>>,
    /// The row as a spreadsheet numbers it.
    pub line: u32,
}

/// Whether a finding stops its step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The step may not go on.
    Block,
    /// Worth knowing; never blocks.
    Warn,
}

impl Finding {
    /// A finding that says no more than where it is, to be completed by the rule that made it.
    pub(crate) fn new(control: &'static str, severity: Severity, dataset: Dataset) -> Self {
        Self {
            control,
            severity,
            dataset,
            file: None,
            line: None,
            key: None,
            field: None,
            stated: None,
            expected: None,
            other: None,
            missing_from: None,
            message: String::new(),
        }
    }

    /// The file and line of the row of this table that it is about or, if none is, that shows it.
    #[must_use]
    pub fn place_in(&self, dataset: Dataset) -> Option<(Option<&str>, u32)> {
        let here = self.line.filter(|_| self.dataset == dataset).map(|line| (self.file.as_deref(), line));
        let other = self.other.as_ref().filter(|other| other.dataset == dataset);
        here.or_else(|| other.map(|other| (other.file.as_deref(), other.line)))
    }

    /// The order of a report within one control.
    pub(crate) fn place_order(&self, other: &Self) -> std::cmp::Ordering {
        let place = |finding: &Self| (finding.dataset, finding.file.clone(), finding.line);
        place(self).cmp(&place(other)).then_with(|| (&self.key, self.field).cmp(&(&other.key, other.field)))
    }
}
