//! The figures of the assignments that a person can follow by hand.

use std::collections::BTreeMap;

use crate::contract::Tier;
use crate::dataset::Dataset::{Assignments, PriorityList};
use crate::derive::Run;
use crate::derive::delivery::{Lead, Standing};
use crate::metric::Metric;

/// When the list was released and what hangs on that, who leads how many, and how many slots there are.
pub(crate) fn metrics(run: &Run<'_>) -> BTreeMap<String, Metric> {
    let mut metrics = BTreeMap::new();
    let clock = run.clock();
    if let Some(released) = run.released() {
        let limit = run.contract.deadlines.assign;
        let assign_by = limit.map(|limit| limit.after_instant(released, &run.contract.calendar, clock).instant(clock));
        let huddle = run.contract.calendar.huddle_close_after(released, clock);
        let times = [("released_at", Some(released)), ("assign_by", assign_by), ("huddle_closes_at", huddle)];
        let known = times.into_iter().filter_map(|(name, at)| Some((name.to_owned(), at?)));
        metrics.extend(known.map(|(name, at)| (name, Metric::Text(clock.written(at)))));
    }
    if let Some(leads) = run.leads() {
        let slots = leads.all().iter().map(Lead::room).fold(0, u64::saturating_add);
        metrics.insert("leads".to_owned(), Metric::count(leads.all().len()));
        metrics.insert("open_slots".to_owned(), Metric::Count(slots));
    }
    metrics.extend(cases(run).into_iter().flatten().map(|(name, count)| (name.to_owned(), Metric::count(count))));
    metrics
}

/// How many are listed, have a lead or are escalated, all in all and of high priority.
fn cases(run: &Run<'_>) -> Option<[(&'static str, usize); 6]> {
    let (list, table, assigned) = (run.table(PriorityList)?, run.table(Assignments)?, run.assigned()?);
    let (lead, status) = (table.column("assigned_lead"), table.column("escalation_status"));
    let scored = run.active().zip(Standing::of(run));
    let [mut all, mut with_lead, mut escalated, mut absent, mut high, mut high_with_lead] = [0; 6];
    list.for_each_row(|row| {
        let person = list.person(row);
        let row = assigned.get(person);
        let has_lead = row.is_some_and(|row| !lead.is_empty(row));
        let tier = scored.and_then(|(active, standing)| active.get(person).and_then(|_| standing.tier(person)));
        let is_high = tier.is_some_and(Tier::is_high_priority);
        all += 1;
        with_lead += usize::from(has_lead);
        escalated += usize::from(row.is_some_and(|row| status.text(row) == "escalated"));
        absent += usize::from(row.is_none());
        high += usize::from(is_high);
        high_with_lead += usize::from(is_high && has_lead);
    });
    Some([
        ("listed", all),
        ("listed_with_lead", with_lead),
        ("listed_escalated", escalated),
        ("listed_without_assignment", absent),
        ("high_priority", high),
        ("high_priority_with_lead", high_with_lead),
    ])
}
