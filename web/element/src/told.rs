//! What the panel is told of the element: settings, files, and what is shown. It works out none of it.

use std::sync::Arc;

use serde::Deserialize;

use crate::report::Answer;

/// What was given to the element, and how it is to be shown.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Settings {
    /// What the contract is called, once there is one.
    pub(crate) contract: Option<String>,
    /// Whether the page gave it, so that the user does not choose one.
    pub(crate) is_agreed: bool,
    pub(crate) files: Vec<GivenFile>,
    /// The instant, where the page has set it.
    pub(crate) as_of: Option<String>,
    /// The language of numbers and dates, as a tag that the platform knows.
    pub(crate) locale: String,
    pub(crate) is_disabled: bool,
}

/// A file that was given.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GivenFile {
    /// Its number in this element.
    pub(crate) id: u32,
    pub(crate) name: String,
    /// Its bytes, where they can be counted before they are read.
    pub(crate) size: Option<f64>,
    pub(crate) told: Told,
}

/// Which table a file is, as far as that is known.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "camelCase", tag = "is", content = "table")]
pub(crate) enum Told {
    /// It is being looked at.
    Looking,
    /// It is this table.
    Table(String),
    /// It is none that is known by its name or headers.
    Unknown,
    /// It shows only when it is read.
    Unseen,
}

/// What is shown. There is no other state that the panel can be in.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Screen {
    /// Files are being gathered; a notice says why there is no answer.
    Gathering(Option<String>),
    /// A check is under way.
    Working(Progress),
    /// A check has ended.
    Told(Arc<Answer>),
}

/// How far a check has come.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Progress {
    pub(crate) stage: Stage,
    pub(crate) file: String,
    pub(crate) rows: u32,
    pub(crate) done_bytes: f64,
    pub(crate) total_bytes: f64,
}

/// What a check does, in order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Stage {
    /// The worker is being started.
    #[default]
    Starting,
    /// Bytes arrive at the worker.
    Receiving,
    /// Bytes become rows.
    Reading,
    /// Rows are held against each other.
    Comparing,
}
