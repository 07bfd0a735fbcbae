//! The systems of record: the event platform, triage, and the payer's eligibility spans.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::agreement::TOLERANCE_MINUTES;
use super::event::{Cover, Event, ParticipantId};
use super::fault::RecordFault as F;
use crate::sample::calendar::{days_after, days_before};
use crate::sample::draw::Draw;
use crate::sample::table::{Charge, Table, or_empty, row};

/// What came in, as the platform exports it.
pub(super) fn referrals(events: &[Event]) -> Table {
    let header = ["event_id", "participant_id", "referral_received_at", "event_timestamp", "event_source"];
    let mut table = Table::new("referrals", &header, &[0]);
    table.extend(events.iter().filter(|event| !event.has(F::ReferralLost)).map(|event| {
        let lost = super::record::is_lost(event);
        row![event.id, event.participant, event.received.in_utc(), event.at.in_utc(), event.source]
            .charged(lost.then(|| Charge::new("D1-L1", event.fault).missing_from("event_records")))
    }));
    table
}

/// What triage found; its clock is some minutes off.
pub(super) fn triage(events: &[Event], draw: &mut Draw) -> Table {
    let header = ["event_id", "participant_id", "triage_timestamp", "crisis_category", "safety_status"];
    let mut table = Table::new("triage", &header, &[0]);
    for event in events {
        let off = i64::from(draw.between(0, 2 * TOLERANCE_MINUTES as u32)) - TOLERANCE_MINUTES;
        let off = if event.has(F::TriageApart) { 35 } else { off };
        if !event.has(F::TriageMissing) {
            let at = event.at.plus(off);
            table.push(row![event.id, event.participant, at.plain(), event.category, event.safety]);
        }
    }
    table
}

/// Spans that amount, on the day of each event, to the cover which was decided first.
pub(super) fn payer_eligibility(events: &[Event], draw: &mut Draw) -> Table {
    let mut participants: BTreeMap<ParticipantId, Vec<&Event>> = BTreeMap::new();
    for event in events {
        participants.entry(event.participant).or_default().push(event);
    }
    let mut table =
        Table::new("payer_eligibility", &["participant_id", "eligibility_status", "start_date", "end_date"], &[0, 2]);
    for (participant, events) in participants {
        let days: Vec<NaiveDate> = events.iter().map(|event| event.at.day()).collect();
        let (Some(&first), Some(&last)) = (days.iter().min(), days.iter().max()) else { continue };
        let mut spans: BTreeMap<NaiveDate, (Cover, Option<NaiveDate>)> = BTreeMap::new();
        for (cover, from, to) in spans_of(events[0].cover, first, last, draw) {
            spans.entry(from).or_insert((cover, to));
        }
        table.extend(spans.into_iter().map(|(from, (cover, to))| row![participant, cover.word(), from, or_empty(to)]));
    }
    table
}

type Span = (Cover, NaiveDate, Option<NaiveDate>);

/// The spans that decide come first: of two that begin on one day, the earlier is written.
fn spans_of(cover: Cover, first: NaiveDate, last: NaiveDate, draw: &mut Draw) -> Vec<Span> {
    let long_before = draw.before(first, 200, 500);
    let before = draw.before(first, 1, 60);
    let holds = |cover, draw: &mut Draw| {
        (cover, draw.before(first, 0, 180), draw.percent(50).then(|| draw.after(last, 0, 120)))
    };
    let ended = (Cover::Eligible, long_before, Some(before));
    let begins = (Cover::Eligible, draw.after(last, 1, 30), None);
    match cover {
        // A suspension beside a span that holds does not count.
        Cover::Eligible if draw.percent(5) => vec![holds(Cover::Eligible, draw), (Cover::Suspended, before, None)],
        Cover::Eligible => vec![holds(Cover::Eligible, draw)],
        Cover::Suspended => {
            vec![holds(Cover::Suspended, draw), (Cover::Terminated, days_before(before, 1), None), ended]
        }
        Cover::Terminated => vec![holds(Cover::Terminated, draw), ended, begins],
        Cover::NotFound if draw.percent(50) => vec![ended, (Cover::Eligible, days_after(last, 1), None)],
        Cover::NotFound => Vec::new(),
    }
}
