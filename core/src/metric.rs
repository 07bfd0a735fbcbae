//! A figure that a person can follow by hand: counted, or exact, and never rounded on the way.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::value::{gathered, sort_by_key};

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
    #[serde(serialize_with = "in_every_doors_order")]
    Group(BTreeMap<String, Metric>),
}

fn in_every_doors_order<S: Serializer>(group: &BTreeMap<String, Metric>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(listed(group))
}

/// Figures in the order of reports: names that are whole numbers first, by their value. JavaScript lists them so,
/// whatever order they came in, and a report has the same bytes at every door.
#[must_use]
pub fn listed(group: &BTreeMap<String, Metric>) -> Vec<(&String, &Metric)> {
    let whole = |name: &str| name.parse::<u32>().ok().filter(|&value| value != u32::MAX && value.to_string() == name);
    let mut figures: Vec<_> = group.iter().collect();
    sort_by_key(&mut figures, |(name, _)| whole(name).map_or((true, 0), |value| (false, value)));
    figures
}

impl Metric {
    pub(crate) const fn count(count: usize) -> Self {
        Self::Count(count as u64)
    }

    /// How many of each name there are; a name that has none is left out.
    pub(crate) fn counts<'n>(counts: impl IntoIterator<Item = (&'n str, usize)>) -> Self {
        let counts = counts.into_iter().filter(|&(_, count)| count > 0);
        Self::Group(gathered(counts.map(|(name, count)| (name.to_owned(), Self::count(count)))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_as_javascript_lists_them() {
        let group = Metric::counts(["b", "10", "2", "02", "a", "4294967295"].map(|name| (name, 1)));
        assert_eq!(serde_json::to_string(&group).unwrap(), r#"{"2":1,"10":1,"02":1,"4294967295":1,"a":1,"b":1}"#);
    }
}
