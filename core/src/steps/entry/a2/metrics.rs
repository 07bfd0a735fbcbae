//! The figures of a cohort's activation that a person can follow by hand.

use std::collections::BTreeMap;

use super::super::decided;
use crate::derive::Run;
use crate::metric::Metric;

/// What was decided, and from which roster day on it was due.
pub(crate) fn metrics(run: &Run<'_>) -> BTreeMap<String, Metric> {
    let mut metrics = decided::metrics(run);
    metrics.insert("roster_day".to_owned(), Metric::Text(run.record_day(super::STEP).to_string()));
    metrics
}
