//! The events that count, as the decisions leave them.

use std::borrow::Cow;

use super::super::decided::Docket;
use crate::contract::Class;
use crate::dataset::Dataset::{EventDecisions, LockedEvents, Referrals};
use crate::derive::Run;
use crate::misuse::Misuse;
use crate::record::Record;
use crate::value::{Month, sort};

/// One row for each qualified event that a referral brought and dated, in the byte order of their ids, locked now for the
/// month of its day and the referral's participant.
pub(crate) fn build<'r>(run: &'r Run<'_>) -> Result<Record<'r>, Misuse> {
    run.source(EventDecisions)?;
    let referrals = run.source(Referrals)?;
    let (id, participant) = (referrals.column("event_id"), referrals.column("participant_id"));
    let qualified = Docket::of(run).into_iter().flat_map(|docket| docket.of_class(Class::admits));
    let events = qualified.filter_map(|(number, _)| run.events()?.get(number));
    let mut rows: Vec<_> =
        events.filter_map(|event| Some((id.id(event.row), Month::of(event.day?), event.row))).collect();
    sort(&mut rows);
    let (mut record, now) = (Record::new(LockedEvents, rows.len()), run.clock().written(run.as_of.instant()));
    for (id, month, row) in rows {
        record.push([id, participant.id(row), Cow::Owned(month.to_string()), Cow::Owned(now.clone())]);
    }
    Ok(record)
}
