//! The assignments that would serve as many as can be served, the highest rank first.

use std::borrow::Cow;

use crate::contract::Tier;
use crate::dataset::Dataset::{Assignments, CohortDecisions, PriorityList, Staff, StaffingCapacity};
use crate::derive::Run;
use crate::derive::delivery::{Lead, Offer, Standing};
use crate::misuse::Misuse;
use crate::record::Record;
use crate::table::Row;
use crate::value::sort;

/// Said where nobody has a free slot, if the contract has the code.
const NO_CAPACITY: &str = "B-CAPACITY";

/// One row for each row of the list, by rank; whoever finds no lead is escalated.
pub(crate) fn build<'r>(run: &'r Run<'_>) -> Result<Record<'r>, Misuse> {
    let barriers = &run.contract.barrier_codes;
    let Some(barrier) = barriers.iter().find(|known| known.code == NO_CAPACITY).or_else(|| barriers.first()) else {
        return Err(Misuse::new(format!("Contract {} has no barrier code to escalate with.", run.contract.id)));
    };
    let list = run.source(PriorityList)?;
    let factors = run.contract.scoring.iter().flat_map(|scoring| &scoring.factors);
    let sources = [CohortDecisions, StaffingCapacity, Staff].into_iter();
    for dataset in sources.chain(factors.map(|factor| factor.field.source())) {
        run.source(dataset)?;
    }
    let (Some(active), Some(standing), Some(leads)) = (run.active(), Standing::of(run), run.leads()) else {
        return Err(Misuse::new(format!("Contract {} has no scoring, and without it no tier.", run.contract.id)));
    };
    let rows = by_rank(run);
    let tier_of = |row: Row| active.get(list.person(row)).and_then(|_| standing.tier(list.person(row)));
    let kind_of = |tier: &Tier| run.contract.tiers.iter().position(|known| known.tier == tier.tier);
    let kinds: Vec<_> = rows.iter().map(|&row| tier_of(row).and_then(kind_of)).collect();
    let assigned = offer(run).assign(&kinds);
    let (id, now) = (list.column("participant_id"), run.clock().written(run.as_of.instant()));
    let mut record = Record::new(Assignments, rows.len());
    for (row, lead) in rows.into_iter().zip(assigned) {
        let tier = tier_of(row);
        let service = tier.and_then(|tier| tier.service.as_ref());
        let lead = lead.map(|lead| leads.all()[lead].id.clone());
        let intervention =
            lead.as_ref().zip(service).and_then(|(lead, service)| run.first_work(lead, &service.interventions));
        let due = tier.and_then(|tier| run.due(tier)).map(|due| run.clock().written(due.instant(run.clock())));
        let (status, barrier) = if lead.is_some() { ("none", "") } else { ("escalated", barrier.code.as_str()) };
        record.push([
            id.id(row),
            Cow::Borrowed(intervention.map_or("", |(_, work)| work)),
            Cow::Owned(service.map_or(String::new(), |service| service.due_within.to_string())),
            lead.unwrap_or_default(),
            Cow::Owned(due.unwrap_or_default()),
            Cow::Borrowed(status),
            Cow::Borrowed(barrier),
            Cow::Owned(now.clone()),
        ]);
    }
    Ok(record)
}

/// The rows of the list by rank, then id; those without a rank come last.
fn by_rank(run: &Run<'_>) -> Vec<Row> {
    let Some(list) = run.table(PriorityList) else { return Vec::new() };
    let (rank, id) = (list.column("rank"), list.column("participant_id"));
    let mut rows: Vec<_> = list.rows().map(|row| (rank.count(row).unwrap_or(u64::MAX), id.id(row), row)).collect();
    sort(&mut rows);
    rows.into_iter().map(|(_, _, row)| row).collect()
}

/// What the leads offer to each tier, between the release and its due day.
fn offer(run: &Run<'_>) -> Offer {
    let choices = run.contract.tiers.iter().map(|tier| {
        let (Some(service), Some(due)) = (&tier.service, run.due(tier)) else { return Vec::new() };
        run.who_may(&service.interventions, run.release_day(), due.day(run.clock()))
    });
    let slots = run.leads().into_iter().flat_map(|leads| leads.all().iter().map(Lead::room));
    Offer { slots: slots.collect(), choices: choices.collect() }
}
