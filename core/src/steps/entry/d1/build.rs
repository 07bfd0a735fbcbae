//! The event records that the sources really give.

use std::borrow::Cow;

use crate::dataset::Dataset::{EventRecords, PayerEligibility, Referrals, Triage};
use crate::derive::Run;
use crate::misuse::Misuse;
use crate::record::Record;
use crate::value::sort_by;

/// One record for each referral, in the byte order of the events' ids; what no source says stays empty.
pub(crate) fn build<'r>(run: &'r Run<'_>) -> Result<Record<'r>, Misuse> {
    let (referrals, triage) = (run.source(Referrals)?, run.source(Triage)?);
    run.source(PayerEligibility)?;
    for dataset in run.contract.criteria.iter().map(|criterion| criterion.field.source()) {
        run.source(dataset)?;
    }
    let derived = (run.events(), run.triage(), run.eligibilities(), run.rulings());
    let (Some(events), Some(triage_rows), Some(eligibilities), Some(rulings)) = derived else {
        return Err(Misuse::new("The event records need the referrals, triage and the payer's file."));
    };
    let (id, participant, source) =
        (referrals.column("event_id"), referrals.column("participant_id"), referrals.column("event_source"));
    let category = triage.column("crisis_category");
    let mut all: Vec<_> = events.iter().map(|(number, event)| (id.id(event.row), number, event)).collect();
    sort_by(&mut all, |(a, ..), (b, ..)| a.cmp(b));
    let (mut record, now) = (Record::new(EventRecords, all.len()), run.clock().written(run.as_of.instant()));
    for (id, number, event) in all {
        let time = event.at.map(|at| run.clock().written(at)).unwrap_or_default();
        let category = triage_rows.get(number).map(|row| category.text(row)).unwrap_or_default();
        let eligibility = eligibilities.get(number as usize).copied().flatten();
        let eligibility = eligibility.map_or("", |eligibility| eligibility.coverage.name());
        record.push([
            id,
            participant.id(event.row),
            Cow::Owned(time),
            source.text(event.row),
            category,
            Cow::Borrowed(eligibility),
            Cow::Borrowed(rulings.get(number).code().unwrap_or_default()),
            Cow::Owned(now.clone()),
        ]);
    }
    Ok(record)
}
