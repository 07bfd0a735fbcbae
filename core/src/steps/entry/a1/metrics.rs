//! The figures of a roster that a person can follow by hand.

use std::collections::BTreeMap;

use crate::dataset::Dataset::Roster;
use crate::derive::Run;
use crate::derive::entry::{Ruling, Status};
use crate::metric::Metric;

/// How many people are in, on the roster, authorized and excluded, as recomputed on the roster day.
pub(crate) fn metrics(run: &Run<'_>) -> BTreeMap<String, Metric> {
    let mut metrics =
        BTreeMap::from([("roster_day".to_owned(), Metric::Text(run.record_day(super::STEP).to_string()))]);
    let mut count = |name: &str, count: usize| metrics.insert(name.to_owned(), Metric::Count(count as u64));
    if let Some(roster) = run.table(Roster) {
        count("roster_rows", roster.len() as usize);
    }
    let Some(population) = run.population() else { return metrics };
    count("population", population.len());
    if let Some(submitted) = run.roster() {
        let on_roster = population.iter().filter(|&(person, _)| submitted.get(person).is_some()).count();
        count("population_on_roster", on_roster);
        count("population_missing", population.len() - on_roster);
    }
    if let Some(authorizations) = run.authorizations() {
        let of = |status: Status| {
            population.iter().filter(|&(person, _)| authorizations[person as usize].status == status).count()
        };
        metrics.insert("authorization_status".to_owned(), group(Status::ALL.map(|status| (status.name(), of(status)))));
    }
    metrics.extend(criteria(run));
    metrics
}

/// How many qualify, and how many each code keeps out.
fn criteria(run: &Run<'_>) -> Option<(String, Metric)> {
    let (rulings, mut counts) = (run.rulings()?, BTreeMap::<&str, usize>::new());
    for (person, _) in run.population()?.iter() {
        let outcome = match rulings.get(person) {
            Ruling::Undecided => return None,
            Ruling::Qualifies => "qualifies",
            Ruling::Excluded(criterion) => &criterion.exclusion_code,
        };
        *counts.entry(outcome).or_default() += 1;
    }
    Some(("criteria".to_owned(), group(counts)))
}

fn group<'n>(counts: impl IntoIterator<Item = (&'n str, usize)>) -> Metric {
    let counts = counts.into_iter().filter(|&(_, count)| count > 0);
    Metric::Group(counts.map(|(name, count)| (name.to_owned(), Metric::Count(count as u64))).collect())
}
