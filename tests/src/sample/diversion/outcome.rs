//! What happened afterwards, what is claimed not to have happened, and what that comes to.

use super::agreement::{DOWNSTREAM_MINUTES, UNIT_VALUES};
use super::clock::Moment;
use super::event::Event;
use super::fault::OutcomeFault as F;
use super::qualification::locked_month;
use super::{bundle, file_day_end};
use crate::sample::draw::Draw;
use crate::sample::table::{Charge, Table, row};

/// Whether all that could have happened had happened by the end of the file's day.
pub(super) fn is_settled(event: &Event) -> bool {
    event.at.plus(DOWNSTREAM_MINUTES) <= file_day_end()
}

/// What is claimed for each response that has ended.
pub(super) fn outcome_register(events: &[Event]) -> Table {
    let mut table = Table::new("outcome_register", &["event_id", "participant_id", "claimed_avoided"], &[0]);
    table.extend(events.iter().filter_map(|event| {
        let unfounded = event.has(F::ClaimedEscalated) || event.has(F::ClaimedUnlocked);
        let ended = bundle::release(event).is_some() && event.completion.is_some();
        let claim = event.claim.unwrap_or("none");
        (ended || unfounded).then(|| {
            row![event.id, event.participant, claim].charged(unfounded.then(|| Charge::new("D5-G1", event.fault)))
        })
    }));
    table
}

/// What the monitor saw: escalations, and around them visits that are none.
pub(super) fn downstream_utilization(events: &[Event], draw: &mut Draw) -> Table {
    const FIRST_NUMBER: u32 = 660_401;
    let mut seen = Vec::new();
    for event in events {
        seen.extend(event.escalation.map(|(kind, at)| (at, event.participant, kind)));
        if event.single {
            let (kind, _) = draw.pick(&UNIT_VALUES);
            let around = [
                (6, event.at.plus(DOWNSTREAM_MINUTES + 1), kind),
                (5, event.at.plus(-i64::from(draw.between(0, 900))), kind),
                (8, event.at.plus(draw.between(10, 5000).into()), "urgent_care"),
            ];
            let drawn = around.into_iter().filter(|(chance, ..)| draw.percent(*chance));
            seen.extend(drawn.map(|(_, at, kind)| (at, event.participant, kind)));
        }
    }
    seen.retain(|(at, ..)| *at <= Moment::now());
    seen.sort_unstable();
    let header = ["encounter_id", "participant_id", "occurred_at", "kind"];
    let mut table = Table::new("downstream_utilization", &header, &[0]);
    let numbered = seen.into_iter().zip(FIRST_NUMBER..);
    table.extend(
        numbered.map(|((at, participant, kind), number)| row![format!("DU{number}"), participant, at.in_utc(), kind]),
    );
    table
}

/// How many escalations of a month count as avoided, and what they are worth.
pub(super) fn avoided(events: &[Event], month: &str) -> (u32, i64) {
    let of_month = events.iter().filter(|event| locked_month(event).as_deref() == Some(month));
    let counted = of_month.filter(|event| is_settled(event) && event.escalation.is_none());
    let stabilized = counted.filter(|event| event.completion.as_ref().is_some_and(|c| c.status == "stabilized"));
    let values = stabilized.filter_map(|event| UNIT_VALUES.iter().find(|(kind, _)| event.claim == Some(kind)));
    values.fold((0, 0), |(count, cents), (_, value)| (count + 1, cents + value))
}
