//! The figures of the completions that a person can follow by hand.

use std::collections::BTreeMap;

use crate::dataset::Dataset::{Completions, ResponseBundles};
use crate::derive::Run;
use crate::derive::delivery::{BarrierKind, Barriers, Evidence};
use crate::metric::Metric;
use crate::table::Subject;

/// How many responses are complete and with which status, how many of their actions are evidenced, and what is open.
pub(crate) fn metrics(run: &Run<'_>) -> BTreeMap<String, Metric> {
    let mut metrics = BTreeMap::new();
    if let Some(bundles) = run.table(ResponseBundles) {
        metrics.insert("responses".to_owned(), Metric::count(bundles.len() as usize));
    }
    let Some(table) = run.table(Completions) else { return metrics };
    metrics.insert("completions".to_owned(), Metric::count(table.len() as usize));
    let (status, mut by_status) = (table.column("completion_status"), BTreeMap::<_, usize>::new());
    table.for_each_row(|row| *by_status.entry(status.text(row)).or_default() += 1);
    let known = by_status.iter().filter(|(status, _)| !status.is_empty());
    let by_status = known.map(|(status, count)| (status.as_ref(), *count));
    metrics.insert("completion_status".to_owned(), Metric::counts(by_status));
    let figures = actions(run).into_iter().flatten().chain(open(run).into_iter().flatten());
    metrics.extend(figures.map(|(name, count)| (name.to_owned(), Metric::count(count))));
    metrics
}

/// Of all completed responses, the actions that their tiers call for, and those that are evidenced.
fn actions(run: &Run<'_>) -> Option<[(&'static str, usize); 2]> {
    let (table, bundles, evidence) = (run.table(Completions)?, run.bundles()?, Evidence::of(run)?);
    let (reviewed, mut required, mut lacking) = (table.column("review_date"), 0, 0);
    table.for_each_row(|row| {
        let event = table.number(Subject::Event, row);
        let Some(components) = bundles.get(event).and_then(|bundle| run.components(bundle)) else { return };
        let until = reviewed.instant(row, run.clock()).unwrap_or(run.as_of.instant());
        required += components.len();
        lacking += evidence.lacks(event, components, until).len();
    });
    Some([("actions_required", required), ("actions_evidenced", required - lacking)])
}

/// Of all completed responses, what was open on the day of the review.
fn open(run: &Run<'_>) -> Option<[(&'static str, usize); 2]> {
    let (table, barriers) = (run.table(Completions)?, Barriers::of(run)?);
    let (reviewed, mut dependencies, mut escalations) = (table.column("review_date"), 0, 0);
    table.for_each_row(|row| {
        let Some(review) = reviewed.instant(row, run.clock()) else { return };
        let (event, day) = (table.number(Subject::Event, row), run.clock().day(review));
        dependencies += barriers.open(event, BarrierKind::Dependency, day).count();
        escalations += barriers.open(event, BarrierKind::Escalation, day).count();
    });
    Some([("dependencies_open", dependencies), ("escalations_open", escalations)])
}
