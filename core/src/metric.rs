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

impl Metric {
    pub(crate) const fn count(count: usize) -> Self {
        Self::Count(count as u64)
    }

    /// How many of each name there are; a name that has none is left out.
    pub(crate) fn counts<'n>(counts: impl IntoIterator<Item = (&'n str, usize)>) -> Self {
        let counts = counts.into_iter().filter(|&(_, count)| count > 0);
        Self::Group(counts.map(|(name, count)| (name.to_owned(), Self::count(count))).collect())
    }
}
