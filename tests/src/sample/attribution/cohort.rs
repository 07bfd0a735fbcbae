//! The decisions on the cohort, and what hangs on them: the register, the locked months, the live workflow.

use super::agreement::{FOREIGN_CODES, RULE_CODES};
use super::fault::CohortFault as F;
use super::participant::{Class, Decision, Participant};
use super::roster::{another, is_forgotten};
use super::week::Week;
use crate::sample::calendar::{days_after, days_before, minute, month_of};
use crate::sample::fault::Fault;
use crate::sample::register::Entry;
use crate::sample::table::{Charge, Row, Table, or_empty, row};

const ID: usize = 0;
const CODE: usize = 1;
const DATE: usize = 2;
const REVIEWER: usize = 3;
const STATUS: usize = 4;
const CHECKPOINT: usize = 5;
const RATIONALE: usize = 6;
const BASIS: usize = 7;
const OWNER: usize = 8;
const DEADLINE: usize = 9;

/// Every decision, person by person, the older ones first.
pub(super) fn cohort_decisions(people: &[Participant]) -> Table {
    let header = [
        "participant_id",
        "cohort_decision_code",
        "review_date",
        "reviewer_id",
        "control_status",
        "next_checkpoint_date",
        "exclusion_reason_code",
        "attribution_basis",
        "owner",
        "clarification_deadline",
    ];
    let mut table = Table::new("cohort_decisions", &header, &[ID, DATE]);
    for participant in people {
        let Some((current, earlier)) = participant.decisions.split_last() else { continue };
        table.extend(earlier.iter().map(|decision| told(participant, decision)));
        table.push(current_row(participant, current));
    }
    table
}

/// A decision as it should be written down.
fn told(participant: &Participant, decision: &Decision) -> Row {
    let number = participant.person.id.0;
    let (open, active) = (decision.class == Class::Pending, decision.class == Class::Active);
    let deadline = days_after(decision.on.max(Week::today()), number % 4);
    row![
        participant.person.id,
        decision.class.code(),
        decision.on,
        "S-118",
        if open { "open" } else { "closed" },
        days_after(decision.on, 28),
        decision.code.unwrap_or_default(),
        if active { "payer attribution, category and authorization seen" } else { "" },
        if open { "S-112" } else { "" },
        or_empty(open.then_some(deadline)),
    ]
}

fn current_row(participant: &Participant, decision: &Decision) -> Row {
    let mut row = told(participant, decision);
    for (control, dataset) in lost_counterparts(participant) {
        row.charge(Charge::new(control, participant.person.fault).missing_from(dataset));
    }
    let Some(Fault::Cohort(fault)) = participant.person.fault else { return row };
    let number = participant.person.id.0 as usize;
    let charge = |control: &str| Some(Charge::new(control, fault));
    match fault {
        F::DecisionIdEmpty => row.spoil(ID, "", charge("A2-F1")),
        F::DecisionCodeEmpty => row.spoil(CODE, "", charge("A2-F2")),
        F::DecisionCodeForeign => row.spoil(CODE, "DENIED", charge("A2-F2")),
        F::DecisionDateEmpty => row.spoil(DATE, "", charge("A2-F3")),
        F::ReviewerEmpty => row.spoil(REVIEWER, "", charge("A2-F4")),
        F::ControlStatusEmpty => row.spoil(STATUS, "", charge("A2-F5")),
        F::CheckpointEmpty => row.spoil(CHECKPOINT, "", charge("A2-F6")),
        F::PendingUnowned => row.spoil(OWNER, "", charge("A2-G1")),
        F::PendingOpenEnded => row.spoil(DEADLINE, "", charge("A2-G2")),
        F::PendingOverdue => row.spoil(DEADLINE, days_before(Week::today(), 1), charge("A2-G2")),
        F::BasisMissing => row.spoil(BASIS, "", charge("A2-V1")),
        F::ExcludedActivated => row.charge(Charge::new("A2-V1", fault)),
        F::RationaleMissing => row.spoil(RATIONALE, "", charge("A2-V2")),
        F::RationaleForeign => row.spoil(RATIONALE, FOREIGN_CODES[number % FOREIGN_CODES.len()], charge("A2-V2")),
        F::RationaleDiffers => {
            let given = decision.code.unwrap_or_default();
            row.spoil(RATIONALE, another(&RULE_CODES, given, number), charge("A2-V2"));
        }
        F::ReviewedLate => row.charge(Charge::new("A2-T1", fault)),
        F::ReviewerUnauthorized => row.spoil(REVIEWER, "S-140", charge("A2-R3")),
        // What is wrong stands in another table, or the finding has been charged above.
        F::EnteredUndecided
        | F::EnteredEarly
        | F::Undecided
        | F::DecidedUnlisted
        | F::RegisterMissing
        | F::RegisterDiffers
        | F::LockedInactive
        | F::LockForgotten => {}
    }
    row
}

/// Where a decision should have had a counterpart and has none: each is a finding at the decision.
fn lost_counterparts(participant: &Participant) -> Vec<(&'static str, &'static str)> {
    let mut lost = Vec::new();
    if is_forgotten(&participant.person) || participant.has(F::DecidedUnlisted) {
        lost.push(("A2-L1", "roster"));
    }
    if participant.has(F::RegisterMissing) || participant.has(F::RegisterDiffers) {
        lost.push(("A2-L1", "executive_register"));
    }
    if participant.has(F::LockForgotten) {
        lost.push(("A2-L1", "locked_cohort"));
    }
    if super::list::is_left_out(participant) {
        lost.push(("A3-L1", "priority_list"));
    }
    lost
}

/// What the executive register shows of the decisions; some write the class out, some the site's code.
pub(super) fn register_entries(people: &[Participant]) -> Vec<Entry> {
    let shown = people.iter().filter(|participant| !participant.has(F::RegisterMissing));
    let entries = shown.flat_map(|participant| {
        let newest = participant.decisions.len().saturating_sub(1);
        participant.decisions.iter().enumerate().map(move |(nth, decision)| {
            let differs = nth == newest && participant.has(F::RegisterDiffers);
            let class = if differs { Class::Pending } else { decision.class };
            let in_full = participant.person.id.0.is_multiple_of(3);
            Entry {
                case: participant.person.id.to_string(),
                decision: if in_full { class.name() } else { class.code() },
                at: decision.registered,
            }
        })
    });
    entries.collect()
}

/// Who was active when each month was locked; of the months before, also people who have left since.
pub(super) fn locked_cohort(people: &[Participant]) -> Table {
    let mut table = Table::new("locked_cohort", &["pilot_month", "participant_id", "locked_at"], &[0, 1]);
    for (nth, lock) in Week::locks().into_iter().enumerate() {
        let day = lock.date();
        table.extend(people.iter().filter(|participant| is_locked(participant, nth)).map(|participant| {
            let stray = is_running(nth) && participant.has(F::LockedInactive);
            row![month_of(day), participant.person.id, minute(lock)]
                .charged(stray.then(|| Charge::new("A2-L1", F::LockedInactive)))
        }));
    }
    table
}

/// How many are locked into each month.
pub(super) fn locked_counts(people: &[Participant]) -> [u32; 3] {
    [0, 1, 2].map(|nth| people.iter().filter(|participant| is_locked(participant, nth)).count() as u32)
}

fn is_locked(participant: &Participant, nth: usize) -> bool {
    let day = Week::locks()[nth].date();
    if is_running(nth) {
        let active = participant.is_active_on(day) && !participant.has(F::LockForgotten);
        active || participant.has(F::LockedInactive)
    } else {
        participant.is_active_on(day) || participant.had_left_by_now(day)
    }
}

/// The month that has not ended is the only one that still has to agree with the decisions.
fn is_running(nth: usize) -> bool {
    nth + 1 == Week::locks().len()
}

/// Who was taken into the live workflow, in the order in which they came.
pub(super) fn live_workflow(people: &[Participant]) -> Table {
    let mut entries: Vec<_> = people.iter().flat_map(|p| p.entered.iter().map(move |&entered| (entered, p))).collect();
    entries.sort_by_key(|(entered, participant)| (*entered, participant.person.id));
    let mut table = Table::new("live_workflow", &["participant_id", "entered_at"], &[0, 1]);
    table.extend(entries.into_iter().map(|(entered, participant)| {
        let too_soon = participant.has(F::EnteredUndecided) || participant.has(F::EnteredEarly);
        let charge = too_soon.then(|| Charge::new("A2-V3", participant.person.fault));
        row![participant.person.id, minute(entered)].charged(charge)
    }));
    table
}
