//! How each response ended: what was delivered, what stood in the way, and how it was reviewed.

use chrono::NaiveDate;

use super::bundle::{release, stated_tier};
use super::clock::Moment;
use super::course::Completion;
use super::event::Event;
use super::fault::CompletionFault as F;
use super::record::stranger;
use crate::sample::calendar::days_after;
use crate::sample::draw::Draw;
use crate::sample::fault::Fault;
use crate::sample::table::{Charge, Row, Table, or_empty, row};

const PARTICIPANT: usize = 1;
const STATUS: usize = 2;
const DEPENDENCIES: usize = 3;
const ESCALATION: usize = 4;
const REVIEWED: usize = 5;
const VALIDATED: usize = 6;
const REASON: usize = 7;
const CHECKPOINT: usize = 8;

/// How the response to an event ended, if one was given and has ended.
fn ended(event: &Event) -> Option<&Completion> {
    let told = (release(event).is_some() && !event.has(F::Uncompleted)) || event.has(F::CompletedUnreleased);
    event.completion.as_ref().filter(|_| told)
}

/// What was delivered, with its evidence; an action that was not done has none, or has it too late.
pub(super) fn delivery_log(events: &[Event], draw: &mut Draw) -> Table {
    let header = ["event_id", "component", "delivered_at", "evidence_ref"];
    let mut table = Table::new("delivery_log", &header, &[0, 1, 2]);
    for event in events {
        let Some(released) = release(event) else { continue };
        let until = ended(event).map_or(Moment::now(), |completion| completion.reviewed);
        let undone = event.completion.as_ref().and_then(|completion| completion.undone);
        for (place, component) in stated_tier(event).components().iter().enumerate() {
            let minutes = until.minutes_since(released).unsigned_abs() as u32;
            let delivered = if draw.percent(5) { until } else { released.plus(draw.below(minutes + 1).into()) };
            let evidence = format!("DOC-{}-{}", event.id.0, place + 1);
            if undone.is_none_or(|(skipped, _)| skipped != place) {
                table.push(row![event.id, component, delivered.plain(), evidence]);
                continue;
            }
            let late = until.plus(45);
            match draw.below(3) {
                0 => table.push(row![event.id, component, delivered.plain(), ""]),
                1 if late <= Moment::now() => table.push(row![event.id, component, late.plain(), evidence]),
                _ => {}
            }
        }
    }
    table
}

/// What stood in the way: what is open on the day of the review, and what is not.
pub(super) fn barrier_tracker(events: &[Event], draw: &mut Draw) -> Table {
    let mut barriers: Vec<(NaiveDate, &Event, &str, Option<NaiveDate>, &str)> = Vec::new();
    for event in events {
        let Some(completion) = ended(event) else { continue };
        let day = completion.reviewed.day();
        let opened = event.at.day();
        for _ in 0..completion.dependencies {
            let resolved = draw.percent(20).then(|| days_after(day, 1));
            barriers.push((opened, event, "dependency", resolved, ""));
        }
        if completion.status == "escalated_out" {
            barriers.push((opened, event, "escalation", None, "S-161"));
        }
        if draw.percent(15) {
            barriers.push((opened, event, draw.pick(&["dependency", "escalation"]), Some(day), ""));
        }
        if draw.percent(6) {
            barriers.push((days_after(day, 1), event, "dependency", None, ""));
        }
    }
    barriers.retain(|(opened, ..)| *opened <= Moment::now().day());
    barriers.sort_by_key(|(opened, event, ..)| (*opened, event.id));
    let header = ["barrier_id", "event_id", "kind", "opened_on", "resolved_on", "owner"];
    let mut table = Table::new("barrier_tracker", &header, &[0]);
    table.extend(barriers.into_iter().zip(1..).map(|((opened, event, kind, resolved, owner), number)| {
        let row = row![format!("B-{number:05}"), event.id, kind, opened, or_empty(resolved), owner];
        let unowned = event.has(F::BarrierUnowned) && !owner.is_empty();
        if unowned { row.with(5, "").charged(Charge::new("D4-G2", F::BarrierUnowned)) } else { row }
    }));
    table
}

/// The completions, in the order of their events.
pub(super) fn completions(events: &[Event]) -> Table {
    let header = [
        "event_id",
        "participant_id",
        "completion_status",
        "unresolved_dependency_count",
        "escalation_status",
        "review_date",
        "validation_timestamp",
        "incomplete_reason_code",
        "next_checkpoint_date",
    ];
    let mut table = Table::new("completions", &header, &[0]);
    table.extend(events.iter().filter_map(|event| Some(completion(event, ended(event)?))));
    table
}

fn completion(event: &Event, told: &Completion) -> Row {
    let mut row = row![
        event.id,
        event.participant,
        told.status,
        told.dependencies,
        if told.escalated { "escalated" } else { "none" },
        told.reviewed.with_offset(),
        told.validated.with_offset(),
        told.undone.map_or("", |(_, reason)| reason),
        or_empty(told.escalated.then(|| days_after(told.reviewed.day(), 5))),
    ];
    let Some(Fault::Completion(fault)) = event.fault else { return row };
    let charge = |control: &str| Some(Charge::new(control, fault));
    match fault {
        F::CompletionParticipantEmpty => row.spoil(PARTICIPANT, "", charge("D4-F1")),
        F::CompletionStatusEmpty => row.spoil(STATUS, "", charge("D4-F2")),
        F::CompletionStatusForeign => row.spoil(STATUS, "closed", charge("D4-F2")),
        F::DependenciesEmpty => row.spoil(DEPENDENCIES, "", charge("D4-F3")),
        F::CompletionEscalationEmpty => row.spoil(ESCALATION, "", charge("D4-F4")),
        F::CompletionTimeEmpty => row.spoil(REVIEWED, "", charge("D4-F5")),
        F::CompletionValidationEmpty => row.spoil(VALIDATED, "", charge("D4-F6")),
        F::ReasonMissing => row.spoil(REASON, "", charge("D4-G1")),
        F::ReasonForeign => row.spoil(REASON, "BUSY", charge("D4-G1")),
        F::StabilizedUnproven => row.spoil(STATUS, "stabilized", charge("D4-V1")),
        F::DependenciesDiffer => row.spoil(DEPENDENCIES, told.dependencies + 1, charge("D4-V2")),
        F::EscalatedUnplanned => row.spoil(CHECKPOINT, "", charge("D4-V3")),
        F::EscalatedValidatedLate => {
            let late = told.reviewed.next_huddle_close().plus(25);
            row.spoil(VALIDATED, late.with_offset(), charge("D4-V3"));
        }
        F::EscalatedValidatedEarly => row.spoil(VALIDATED, told.reviewed.plus(-20).with_offset(), charge("D4-V3")),
        F::CompletedUnreleased => row.charge(Charge::new("D4-L1", fault)),
        F::CompletionParticipantDiffers => row.spoil(PARTICIPANT, stranger(event), charge("D4-L1")),
        F::CompletedLate => row.charge(Charge::new("D4-T1", fault)),
        F::BarrierUnowned | F::Uncompleted => {}
    }
    row
}
