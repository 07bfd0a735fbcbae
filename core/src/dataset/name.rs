//! A table goes by its canonical name, in reports, in messages and in its order among the others.

use std::cmp::Ordering;
use std::fmt;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Dataset;

impl Dataset {
    /// The canonical name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.definition().name
    }

    /// The table of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|d| d.name() == name)
    }
}

impl fmt::Display for Dataset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl PartialOrd for Dataset {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Dataset {
    fn cmp(&self, other: &Self) -> Ordering {
        self.name().cmp(other.name())
    }
}

impl Serialize for Dataset {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Dataset {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::named(&name).ok_or_else(|| D::Error::custom(format_args!("there is no table {name}")))
    }
}

/// A column's own name, where there is one.
pub(crate) fn column<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'static str>, D::Error> {
    Option::<String>::deserialize(deserializer)?.map(column_named).transpose()
}

/// The columns' own names.
pub(crate) fn columns<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<&'static str>, D::Error> {
    Vec::<String>::deserialize(deserializer)?.into_iter().map(column_named).collect()
}

#[expect(clippy::needless_pass_by_value, reason = "it is passed on by name")]
fn column_named<E: Error>(name: String) -> Result<&'static str, E> {
    let all = Dataset::ALL.iter().flat_map(|dataset| dataset.definition().columns);
    let named = all.map(|column| column.name).find(|&column| column == name);
    named.ok_or_else(|| E::custom(format_args!("there is no column {name}")))
}
