//! The figures of a roster that a person can follow by hand.

use std::collections::BTreeMap;

use super::super::exclusion;
use crate::dataset::Dataset::Roster;
use crate::derive::Run;
use crate::derive::entry::Status;
use crate::metric::Metric;

/// How many people are in, on the roster, authorized and excluded, as recomputed on the roster day.
pub(crate) fn metrics(run: &Run<'_>) -> BTreeMap<String, Metric> {
    let mut metrics =
        BTreeMap::from([("roster_day".to_owned(), Metric::Text(run.record_day(super::STEP).to_string()))]);
    let mut count = |name: &str, count: usize| metrics.insert(name.to_owned(), Metric::count(count));
    if let Some(roster) = run.table(Roster) {
        count("roster_rows", roster.len() as usize);
    }
    let Some(population) = run.population() else { return metrics };
    count("population", population.len());
    if let Some(submitted) = run.records() {
        let on_roster = population.iter().filter(|&(person, _)| submitted.get(person).is_some()).count();
        count("population_on_roster", on_roster);
        count("population_missing", population.len() - on_roster);
    }
    if let Some(authorizations) = run.authorizations() {
        let mut counts = Status::ALL.map(|status| (status, 0));
        for (person, _) in population.iter() {
            let status = authorizations[person as usize].status;
            counts.iter_mut().filter(|(counted, _)| *counted == status).for_each(|(_, count)| *count += 1);
        }
        let counts = counts.map(|(status, count)| (status.name(), count));
        metrics.insert("authorization_status".to_owned(), Metric::counts(counts));
    }
    metrics.extend(exclusion::metric(run, population.iter().map(|(person, _)| person)));
    metrics
}
