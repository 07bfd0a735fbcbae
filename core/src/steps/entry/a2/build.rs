//! The cohort of the month as the decisions leave it.

use std::borrow::Cow;

use super::super::decided::Docket;
use crate::contract::Class;
use crate::dataset::Dataset::{CohortDecisions, LockedCohort};
use crate::derive::Run;
use crate::misuse::Misuse;
use crate::record::Record;
use crate::value::{Month, sort};

/// One row for each person who is active, in the byte order of their ids, locked now for the month of the as-of day.
pub(crate) fn build<'r>(run: &'r Run<'_>) -> Result<Record<'r>, Misuse> {
    let participant = run.source(CohortDecisions)?.column("participant_id");
    let active = Docket::of(run).into_iter().flat_map(|docket| docket.of_class(Class::admits));
    let mut ids: Vec<_> = active.map(|(_, decided)| participant.id(decided.row)).collect();
    sort(&mut ids);
    let (mut record, month) = (Record::new(LockedCohort, ids.len()), Month::of(run.as_of.day()).to_string());
    let now = run.clock().written(run.as_of.instant());
    for id in ids {
        record.push([Cow::Owned(month.clone()), id, Cow::Owned(now.clone())]);
    }
    Ok(record)
}
