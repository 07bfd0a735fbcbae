//! The figures of event records that a person can follow by hand.

use std::collections::BTreeMap;

use super::super::exclusion;
use crate::dataset::Dataset::EventRecords;
use crate::derive::Run;
use crate::derive::entry::Coverage;
use crate::metric::Metric;

/// How many events there are, recorded, eligible and excluded, as recomputed on the day of each.
pub(crate) fn metrics(run: &Run<'_>) -> BTreeMap<String, Metric> {
    let mut metrics = BTreeMap::new();
    let mut add = |name: &str, metric: Metric| _ = metrics.insert(name.to_owned(), metric);
    if let Some(records) = run.table(EventRecords) {
        add("record_rows", Metric::count(records.len() as usize));
    }
    let Some(events) = run.events() else { return metrics };
    add("events", Metric::count(events.len()));
    if let Some(recorded) = run.records() {
        let known = events.iter().filter(|&(number, _)| recorded.get(number).is_some()).count();
        add("events_recorded", Metric::count(known));
        add("events_missing", Metric::count(events.len() - known));
    }
    if let Some(eligibilities) = run.eligibilities() {
        let of = |coverage| eligibilities.iter().flatten().filter(|known| known.coverage == coverage).count();
        let counts = Coverage::ALL.map(|coverage| (coverage.name(), of(coverage)));
        add("eligibility_status", Metric::counts(counts));
    }
    metrics.extend(exclusion::metric(run, events.iter().map(|(number, _)| number)));
    metrics
}
