//! The record of each event: what building it would give, less care.

use super::agreement::{CATEGORIES, FOREIGN_CODE, RULE_CODES, SOURCES};
use super::event::{Event, ParticipantId};
use super::fault::{QualificationFault, RecordFault as F};
use crate::sample::fault::Fault;
use crate::sample::table::{Charge, Row, Table, row};

const PARTICIPANT: usize = 1;
const TIME: usize = 2;
const SOURCE: usize = 3;
const CATEGORY: usize = 4;
const ELIGIBILITY: usize = 5;
const CODE: usize = 6;
const RECORDED: usize = 7;

/// Referred long ago, and on no record.
pub(super) fn is_lost(event: &Event) -> bool {
    event.has(F::Unrecorded) || event.has(QualificationFault::RuledUnrecorded)
}

/// The records, in the order in which the events came in.
pub(super) fn event_records(events: &[Event]) -> Table {
    let header = [
        "event_id",
        "participant_id",
        "event_timestamp",
        "event_source",
        "crisis_category",
        "payer_eligibility_status",
        "exclusion_reason_code",
        "recorded_at",
    ];
    let mut table = Table::new("event_records", &header, &[0]);
    table.extend(events.iter().filter(|event| !is_lost(event)).filter_map(record));
    table
}

fn record(event: &Event) -> Option<Row> {
    let recorded = event.recorded?;
    let code = event.rule_code.or(event.manual_code).unwrap_or_default();
    let mut row = row![
        event.id,
        event.participant,
        event.at.plain(),
        event.source,
        event.category,
        event.cover.word(),
        code,
        recorded.with_offset(),
    ];
    match event.fault {
        Some(Fault::Record(fault)) => spoil(&mut row, event, fault),
        Some(Fault::Qualification(fault @ (QualificationFault::Unruled | QualificationFault::RulingTimeEmpty))) => {
            row.charge(Charge::new("D2-L1", fault).missing_from("event_decisions"));
        }
        _ => {}
    }
    Some(row)
}

fn spoil(row: &mut Row, event: &Event, fault: F) {
    let charge = |control: &str| Some(Charge::new(control, fault));
    let pick = event.id.0 as usize;
    match fault {
        F::RecordParticipantEmpty => row.spoil(PARTICIPANT, "", charge("D1-F1")),
        F::RecordTimeEmpty => row.spoil(TIME, "", charge("D1-F2")),
        F::RecordSourceEmpty => row.spoil(SOURCE, "", charge("D1-F3")),
        F::RecordCategoryEmpty => row.spoil(CATEGORY, "", charge("D1-F4")),
        F::RecordEligibilityEmpty => row.spoil(ELIGIBILITY, "", charge("D1-F5")),
        F::RecordCodeMissing => row.spoil(CODE, "", charge("D1-F6")),
        F::RecordCodeForeign => row.spoil(CODE, FOREIGN_CODE, charge("D1-V3")),
        F::RecordCodeDiffers | F::RecordCodeUncalled => {
            row.spoil(CODE, another(&RULE_CODES, event.rule_code.unwrap_or_default(), pick), charge("D1-V3"));
        }
        F::TriageMissing => row.charge(Charge::new("D1-V1", fault).missing_from("triage")),
        F::TriageApart => row.charge(Charge::new("D1-V1", fault)),
        F::RecordTimeDiffers => row.spoil(TIME, event.at.plus(-12 * 60).plain(), charge("D1-V1")),
        F::RecordParticipantDiffers => row.spoil(PARTICIPANT, stranger(event), charge("D1-V1")),
        F::RecordSourceDiffers => row.spoil(SOURCE, another(&SOURCES, event.source, pick), charge("D1-V1")),
        F::RecordCategoryDiffers => row.spoil(CATEGORY, another(&CATEGORIES, event.category, pick), charge("D1-V1")),
        F::RecordEligibilityDiffers => {
            let words = ["eligible", "suspended", "terminated", "not_found"];
            row.spoil(ELIGIBILITY, another(&words, event.cover.word(), pick), charge("D1-V2"));
        }
        F::RecordedLate => row.charge(Charge::new("D1-T1", fault)),
        F::RecordUndated => row.spoil(RECORDED, "", charge("D1-T1")),
        F::RecordedAfterDecision | F::RecordedAfterRelease => row.charge(Charge::new("D1-C1", fault)),
        F::ReferralLost => row.charge(Charge::new("D1-L1", fault).missing_from("referrals")),
        F::Unrecorded => {}
    }
}

/// A word of the list that is not the one given.
pub(super) fn another(list: &[&'static str], given: &str, pick: usize) -> &'static str {
    let others: Vec<_> = list.iter().copied().filter(|word| *word != given).collect();
    others[pick % others.len()]
}

/// Somebody else's number, of whom the pilot has never heard.
pub(super) fn stranger(event: &Event) -> ParticipantId {
    ParticipantId(event.participant.0 + 100_000_000)
}
