//! A draft of each completion, as evidence and barriers stand; a person reviews it before it counts.

use std::borrow::Cow;

use crate::dataset::Dataset::{BarrierTracker, Completions, DeliveryLog, Referrals, ResponseBundles};
use crate::derive::Run;
use crate::derive::delivery::{BarrierKind, Barriers, Evidence};
use crate::misuse::Misuse;
use crate::record::Record;
use crate::table::Subject;
use crate::value::sort;

/// One row for each response, reviewed at the as-of instant, in the byte order of the events' ids.
pub(crate) fn build<'r>(run: &'r Run<'_>) -> Result<Record<'r>, Misuse> {
    let (bundles, referrals) = (run.source(ResponseBundles)?, run.source(Referrals)?);
    for dataset in [DeliveryLog, BarrierTracker] {
        run.source(dataset)?;
    }
    let (Some(evidence), Some(barriers), Some(events)) = (Evidence::of(run), Barriers::of(run), run.events()) else {
        return Err(Misuse::new(format!("A completion needs {DeliveryLog}, {BarrierTracker} and {Referrals}.")));
    };
    let (id, now) = (bundles.column("event_id"), run.clock().written(run.as_of.instant()));
    let mut rows: Vec<_> = bundles.rows().map(|row| (id.id(row), row)).collect();
    sort(&mut rows);
    let mut record = Record::new(Completions, rows.len());
    for (id, row) in rows {
        let event = bundles.number(Subject::Event, row);
        let components = run.components(row);
        let is_evidenced =
            components.is_some_and(|components| evidence.lacks(event, components, run.as_of.instant()).is_empty());
        let dependencies = barriers.open(event, BarrierKind::Dependency, run.as_of.day()).count();
        let is_escalated = barriers.open(event, BarrierKind::Escalation, run.as_of.day()).next().is_some();
        let status = match (is_escalated, is_evidenced && dependencies == 0) {
            (true, _) => "escalated_out",
            (false, true) => "stabilized",
            (false, false) => "partially_stabilized",
        };
        let participant = match events.get(event) {
            Some(known) => referrals.column("participant_id").id(known.row),
            None => bundles.column("participant_id").id(row),
        };
        record.push([
            id,
            participant,
            Cow::Borrowed(status),
            Cow::Owned(dependencies.to_string()),
            Cow::Borrowed(if is_escalated { "escalated" } else { "none" }),
            Cow::Owned(now.clone()),
            Cow::Owned(now.clone()),
            Cow::Borrowed(""),
            Cow::Borrowed(""),
        ]);
    }
    Ok(record)
}
