//! A figure that a person can follow by hand: counted, or exact, and never rounded on the way.

use std::collections::BTreeMap;

use serde::Serialize;

/// A figure, or a group of figures by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(untagged)]
pub enum Metric {
    /// How many.
    Count(u64),
    /// An exact decimal, a day or a word.
    Text(String),
    /// Figures by name.
    Group(BTreeMap<String, Metric>),
}
