//! The figures of the responses that a person can follow by hand.

use std::collections::BTreeMap;

use super::super::tally::Tally;
use crate::dataset::Dataset::ResponseBundles;
use crate::derive::Run;
use crate::derive::delivery::Crisis;
use crate::metric::Metric;
use crate::table::Subject;

/// How many events are qualified, how many responses there are and are still open, and how their events score.
pub(crate) fn metrics(run: &Run<'_>) -> BTreeMap<String, Metric> {
    let mut metrics = BTreeMap::new();
    let mut count = |name: &str, count: usize| metrics.insert(name.to_owned(), Metric::count(count));
    if let Some(decisions) = run.decisions() {
        let current = decisions.all_current(run.as_of.instant());
        count("qualified_events", current.filter(|(_, decided)| decided.admits()).count());
    }
    let Some(table) = run.table(ResponseBundles) else { return metrics };
    count("responses", table.len() as usize);
    let is_open = |&row: &_| run.is_complete(table.number(Subject::Event, row)) == Some(false);
    if run.completions().is_some() {
        count("responses_open", table.rows().filter(is_open).count());
    }
    if let Some(crisis) = Crisis::of(run) {
        let (mut tally, mut unknown, released) = (Tally::default(), 0, table.column("released_at"));
        table.for_each_row(|row| {
            let release = released.instant(row, run.clock());
            let score = release.and_then(|release| crisis.score(table.number(Subject::Event, row), release));
            unknown += usize::from(score.is_none());
            tally.add(score.as_ref());
        });
        count("responses_without_profile", unknown);
        metrics.extend(tally.into_metrics());
    }
    metrics
}
