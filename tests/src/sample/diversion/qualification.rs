//! The decisions on events, and what hangs on them: the register and the locked events.

use chrono::Days;

use super::agreement::{FOREIGN_CODE, RESPONSE_WINDOW_MINUTES, RULE_CODES, basis};
use super::clock::Moment;
use super::course::{Class, Ruling};
use super::event::Event;
use super::fault::{BundleFault, QualificationFault as F, RecordFault};
use super::record::{another, stranger};
use crate::sample::calendar::{days_after, month_of};
use crate::sample::fault::Fault;
use crate::sample::register::Entry;
use crate::sample::table::{Charge, Row, Table, row};

const PARTICIPANT: usize = 1;
const CODE: usize = 2;
const TIME: usize = 3;
const REVIEWER: usize = 4;
const STATUS: usize = 5;
const CHECKPOINT: usize = 6;
const RATIONALE: usize = 7;
const BASIS: usize = 8;
const OWNER: usize = 9;
const DEADLINE: usize = 10;

/// Every decision, event by event, the older ones first.
pub(super) fn event_decisions(events: &[Event]) -> Table {
    let header = [
        "event_id",
        "participant_id",
        "event_decision_code",
        "review_date",
        "reviewer_id",
        "control_status",
        "next_checkpoint_date",
        "exclusion_reason_code",
        "trigger_basis",
        "owner",
        "clarification_deadline",
    ];
    let mut table = Table::new("event_decisions", &header, &[0, TIME]);
    for event in events {
        let Some((current, earlier)) = event.rulings.split_last() else { continue };
        table.extend(earlier.iter().map(|ruling| told(event, ruling)));
        table.push(current_row(event, current));
    }
    table
}

/// A decision as it should be written down.
fn told(event: &Event, ruling: &Ruling) -> Row {
    let (open, qualified) = (ruling.class == Class::Pending, ruling.class == Class::Qualified);
    let rejected = ruling.class == Class::Rejected;
    row![
        event.id,
        event.participant,
        ruling.class.code(),
        ruling.at.plain(),
        if event.id.0.is_multiple_of(4) { "S-160" } else { "S-118" },
        if open { "open" } else { "closed" },
        days_after(ruling.at.day(), 7),
        if rejected { event.rule_code.or(event.manual_code).unwrap_or_default() } else { "" },
        if qualified { basis(event.category) } else { "" },
        if open { "S-161" } else { "" },
        if open { event.at.plus(RESPONSE_WINDOW_MINUTES).plain() } else { String::new() },
    ]
}

fn current_row(event: &Event, ruling: &Ruling) -> Row {
    let mut row = told(event, ruling);
    for (control, dataset) in lost_counterparts(event) {
        row.charge(Charge::new(control, event.fault).missing_from(dataset));
    }
    let early = matches!(event.fault, Some(Fault::Record(fault)) if matches!(
        fault,
        RecordFault::RecordedAfterDecision | RecordFault::RecordedAfterRelease
    ));
    row.charges.extend(early.then(|| Charge::new("D2-T1", event.fault)));
    let Some(Fault::Qualification(fault)) = event.fault else { return row };
    let charge = |control: &str| Some(Charge::new(control, fault));
    let pick = event.id.0 as usize;
    match fault {
        F::RulingParticipantEmpty => row.spoil(PARTICIPANT, "", charge("D2-F1")),
        F::RulingCodeEmpty => row.spoil(CODE, "", charge("D2-F2")),
        F::RulingCodeForeign => row.spoil(CODE, "MAYBE", charge("D2-F2")),
        F::RulingTimeEmpty => row.spoil(TIME, "", charge("D2-F3")),
        F::RulingReviewerEmpty => row.spoil(REVIEWER, "", charge("D2-F4")),
        F::RulingControlStatusEmpty => row.spoil(STATUS, "", charge("D2-F5")),
        F::RulingCheckpointEmpty => row.spoil(CHECKPOINT, "", charge("D2-F6")),
        F::ClarificationUnowned => row.spoil(OWNER, "", charge("D2-G1")),
        F::ClarificationOpenEnded => row.spoil(DEADLINE, "", charge("D2-G2")),
        F::ClarificationOverdue => row.spoil(DEADLINE, Moment::now().plus(-25).plain(), charge("D2-G2")),
        F::ClarificationPastWindow => {
            row.spoil(DEADLINE, event.at.plus(RESPONSE_WINDOW_MINUTES + 1).plain(), charge("D2-G2"));
        }
        F::UnfitQualified => row.charge(Charge::new("D2-V1", fault)),
        F::TriggerMissing => row.spoil(BASIS, "", charge("D2-V1")),
        F::TriggerUnfit => {
            row.spoil(BASIS, another(&["DANGER", "RELAPSE", "CONDUCT"], basis(event.category), pick), charge("D2-V1"));
        }
        F::RejectionUncoded => row.spoil(RATIONALE, "", charge("D2-V2")),
        F::RejectionForeign => row.spoil(RATIONALE, FOREIGN_CODE, charge("D2-V2")),
        F::RejectionDiffers => {
            let given = event.rule_code.unwrap_or_default();
            row.spoil(RATIONALE, another(&RULE_CODES, given, pick), charge("D2-V2"));
        }
        F::RuledLate => row.charge(Charge::new("D2-T1", fault)),
        F::RulingUnauthorized => row.spoil(REVIEWER, "S-140", charge("D2-R3")),
        F::RulingParticipantDiffers => row.spoil(PARTICIPANT, stranger(event), charge("D2-L1")),
        // What is wrong stands in another table, or the finding has been charged above.
        F::RegisteredLate
        | F::Unruled
        | F::RuledUnrecorded
        | F::RulingUnregistered
        | F::RulingRegisteredOtherwise
        | F::LockedUnqualified
        | F::EventLockForgotten
        | F::LockedMonthDiffers
        | F::LockedParticipantDiffers => {}
    }
    row
}

/// Where a decision should have had a counterpart and has none: each is a finding at the decision.
fn lost_counterparts(event: &Event) -> Vec<(&'static str, &'static str)> {
    let lost = [
        (event.has(F::RuledUnrecorded), "D2-L1", "event_records"),
        (event.has(F::RulingUnregistered), "D2-L1", "executive_register"),
        (event.has(F::RulingRegisteredOtherwise), "D2-L1", "executive_register"),
        (event.has(F::EventLockForgotten), "D2-L1", "locked_events"),
        (event.has(BundleFault::Unreleased), "D3-L1", "response_bundles"),
    ];
    lost.into_iter().filter(|(lost, ..)| *lost).map(|(_, control, dataset)| (control, dataset)).collect()
}

/// What the executive register shows of the decisions; some write the class out, some the site's code.
pub(super) fn register_entries(events: &[Event]) -> Vec<Entry> {
    let shown = events.iter().filter(|event| !event.has(F::RulingUnregistered));
    let entries = shown.flat_map(|event| {
        let newest = event.rulings.len().saturating_sub(1);
        event.rulings.iter().enumerate().map(move |(nth, ruling)| {
            let otherwise = nth == newest && event.has(F::RulingRegisteredOtherwise);
            let class = if otherwise { Class::Pending } else { ruling.class };
            let decision = if event.id.0.is_multiple_of(3) { class.name() } else { class.code() };
            Entry { case: event.id.to_string(), decision, at: ruling.registered.wall() }
        })
    });
    entries.collect()
}

/// What is qualified, each locked into the month of its day soon after the register showed it.
pub(super) fn locked_events(events: &[Event]) -> Table {
    let mut table = Table::new("locked_events", &["event_id", "participant_id", "pilot_month", "locked_at"], &[0]);
    table.extend(events.iter().filter_map(|event| {
        let month = locked_month(event)?;
        let locked = event.rulings.last()?.registered.plus(15).min(Moment::now());
        let row = row![event.id, event.participant, month, locked.plain()];
        let charge = |fault: F| Charge::new("D2-L1", fault);
        Some(match event.fault {
            Some(Fault::Qualification(fault @ (F::LockedUnqualified | F::LockedMonthDiffers))) => {
                row.charged(charge(fault))
            }
            Some(Fault::Qualification(fault @ F::LockedParticipantDiffers)) => {
                row.with(1, stranger(event)).charged(charge(fault))
            }
            _ => row,
        })
    }));
    table
}

/// The month that an event is locked into.
pub(super) fn locked_month(event: &Event) -> Option<String> {
    let locked = event.is_qualified() && !event.has(F::EventLockForgotten);
    let day = event.at.day();
    let day = if event.has(F::LockedMonthDiffers) { day - Days::new(31) } else { day };
    (locked || event.has(F::LockedUnqualified)).then(|| month_of(day))
}
