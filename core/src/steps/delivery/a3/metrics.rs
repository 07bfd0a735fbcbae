//! The figures of a priority list that a person can follow by hand.

use std::collections::BTreeMap;

use chrono::Days;

use super::super::tally::Tally;
use crate::dataset::Dataset::PriorityList;
use crate::derive::Run;
use crate::derive::delivery::Standing;
use crate::metric::Metric;
use crate::value::Day;

/// The day and the window for which the list is recomputed, who is active, and how they score.
pub(crate) fn metrics(run: &Run<'_>) -> BTreeMap<String, Metric> {
    let text = |day: Day| Metric::Text(day.to_string());
    let mut metrics = BTreeMap::from([("release_day".to_owned(), text(run.release_day()))]);
    if let Some(list) = run.table(PriorityList) {
        metrics.insert("list_rows".to_owned(), Metric::Count(list.len().into()));
    }
    let utilization = run.contract.scoring.as_ref().and_then(|scoring| scoring.utilization.as_ref());
    let days = utilization.and_then(|utilization| u64::from(utilization.window_days).checked_sub(1));
    if let Some(first) = days.and_then(|days| run.release_day().checked_sub_days(Days::new(days))) {
        let window = [("from".to_owned(), text(first)), ("to".to_owned(), text(run.release_day()))];
        metrics.insert("window".to_owned(), Metric::Group(window.into()));
    }
    let Some(active) = run.active() else { return metrics };
    metrics.insert("active".to_owned(), Metric::count(active.iter().count()));
    if let Some(standing) = Standing::of(run) {
        let mut tally = Tally::default();
        active.for_each(|person, _| tally.add(standing.score(person).as_ref()));
        metrics.extend(tally.into_metrics());
    }
    metrics
}
