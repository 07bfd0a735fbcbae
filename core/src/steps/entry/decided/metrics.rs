//! The figures of a decision log that a person can follow by hand.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::{Docket, Terms};
use crate::contract::Class;
use crate::derive::Run;
use crate::derive::entry::record_of;
use crate::metric::Metric;
use crate::table::Subject;

/// How many are decided, how, and with which reasons; how many wait, and how many have waited or were left too long.
pub(crate) fn metrics(run: &Run<'_>) -> BTreeMap<String, Metric> {
    let (mut metrics, pilot) = (BTreeMap::new(), run.contract.pilot);
    let Some(docket) = Docket::of(run) else { return metrics };
    let (mut classes, mut reasons) = (BTreeMap::<&str, usize>::new(), BTreeMap::<Cow<'_, str>, usize>::new());
    let reason = docket.table.column("exclusion_reason_code");
    let (mut decided_count, mut late, terms) = (0, 0, Terms::of(run));
    for (number, decided) in docket.standing() {
        decided_count += 1;
        *classes.entry(decided.class_name()).or_default() += 1;
        if let Some(code) = reason.code(decided.row).filter(|_| decided.class.is_some_and(Class::refuses)) {
            *reasons.entry(code).or_default() += 1;
        }
        let missed = terms.zip(docket.first(number)).and_then(|(terms, first)| terms.missed(number, first));
        late += usize::from(missed.is_some());
    }
    let mut add = |name: &str, metric: Metric| _ = metrics.insert(name.to_owned(), metric);
    add("decision_rows", Metric::count(docket.table.len() as usize));
    add("decided", Metric::count(decided_count));
    add("decided_late", Metric::count(late));
    add("classes", Metric::counts(classes));
    add("exclusion_codes", Metric::counts(reasons.iter().map(|(code, &count)| (code.as_ref(), count))));
    if let Some(record) = run.table(record_of(pilot)) {
        let (mut undecided, mut overdue, subject) = (0, 0, Subject::of(pilot));
        record.for_each_row(|row| {
            let number = record.number(subject, row);
            if docket.current(number).is_none() {
                undecided += 1;
                overdue += usize::from(terms.is_some_and(|terms| terms.passed(number).is_some()));
            }
        });
        add("undecided", Metric::count(undecided));
        add("overdue", Metric::count(overdue));
    }
    metrics
}
