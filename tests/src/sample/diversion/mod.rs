//! A crisis-diversion pilot: all six steps, with two locked months behind them and a third one running.

mod agreement;
mod bundle;
mod carrier;
mod clock;
mod completion;
mod confirmed;
mod course;
mod event;
mod fault;
mod outcome;
mod qualification;
mod record;
mod source;

pub use fault::{BundleFault, CompletionFault, OutcomeFault, QualificationFault, RecordFault};

use super::calendar::{at, day};
use super::confirmation::confirmations;
use super::draw::Draw;
use super::fault::Fault;
use super::office::Lead;
use super::payment::{Account, MONTHS, Measure, Month, PaymentDays, Terms};
use super::{Delivery, Plan, office, payment, register};
use agreement::{CONTRACT, MATERIAL_CENTS};
use clock::Moment;
use event::Event;

/// The end of a week's work, after the committee has met.
pub(super) const AS_OF: &str = "2026-03-13T17:00:00-05:00";

const TERMS: Terms = Terms {
    letter: 'D',
    file: "settlement_file",
    file_header: [
        "pilot_month",
        "qualified_event_count",
        "provisional_avoided_escalation_count",
        "claims_lag_pct",
        "outcome_trigger_status",
        "unresolved_methodology_question_count",
    ],
    decisions: "settlement_decisions",
    position_column: "settlement_position_status",
    dependency: ("closure", "closure_note"),
    measures: &[Measure { name: "CONTACT-48H", months: [(81, 96), (74, 90)], per: None }],
    tracked_lags: ["3.20", "14.5%"],
    material_cents: MATERIAL_CENTS,
    days: PaymentDays {
        file: day(2026, 3, 2),
        first_look: day(2026, 2, 11),
        settled: day(2026, 2, 26),
        material_until: day(2026, 3, 9),
        meeting: day(2026, 3, 11),
        today: day(2026, 3, 13),
    },
};

/// Who works in a crisis pilot besides the office.
const CRISIS_STAFF: [(&str, &str); 2] = [("S-160", "crisis_director"), ("S-161", "crisis_operations")];

/// The last minute of the day on which the file was made.
fn file_day_end() -> Moment {
    Moment::local(at(TERMS.days.file, 23, 59))
}

/// The files of all six steps.
pub(super) fn pilot(plan: &Plan, delivery: &mut Delivery<'_>) {
    let mut draw = Draw::seeded(plan.seed);
    let mut events = event::events(plan.participants, plan.seed, &mut draw);
    plan.faults.plant(&mut events, &Fault::of_events(), &mut draw);
    let mut draw = Draw::beside(plan.seed, "files");
    delivery.file("contract.toml", CONTRACT.as_bytes().to_vec());
    delivery.table(confirmations(&confirmed::of_pilot(), &agreement::versions(), &plan.faults));
    entry(&events, &mut draw, delivery);
    response(&events, &mut draw, delivery);
    settlement(plan, &events, &mut draw, delivery);
}

fn entry(events: &[Event], draw: &mut Draw, delivery: &mut Delivery<'_>) {
    delivery.table(source::referrals(events));
    delivery.table(source::triage(events, draw));
    delivery.table(source::payer_eligibility(events, draw));
    delivery.table(record::event_records(events));
    delivery.table(qualification::event_decisions(events));
    delivery.table(register::executive_register(qualification::register_entries(events)));
    delivery.table(qualification::locked_events(events));
}

fn response(events: &[Event], draw: &mut Draw, delivery: &mut Delivery<'_>) {
    delivery.table(bundle::risk_tracker(events, draw));
    let responses = bundle::responses(events, draw);
    delivery.table(responses.bundles);
    delivery.table(responses.actions);
    delivery.table(office::staffing_capacity(&responses.leads));
    let crisis_staff =
        CRISIS_STAFF.map(|(id, role)| Lead { id: id.to_owned(), role, open_slots: 0, from: None, to: None });
    delivery.table(office::staff(&[&crisis_staff[..], &responses.leads].concat()));
    delivery.table(completion::delivery_log(events, draw));
    delivery.table(completion::barrier_tracker(events, draw));
    delivery.table(completion::completions(events));
}

fn settlement(plan: &Plan, events: &[Event], draw: &mut Draw, delivery: &mut Delivery<'_>) {
    let locked = |month: &str| {
        events.iter().filter(|event| qualification::locked_month(event).as_deref() == Some(month)).count() as u32
    };
    let month = |nth: usize, lag_pct| {
        let (avoided, amount_cents) = outcome::avoided(events, MONTHS[nth]);
        Month { name: MONTHS[nth], count: locked(MONTHS[nth]), figure: avoided.to_string(), amount_cents, lag_pct }
    };
    let months = [month(0, "3.20"), month(1, "14.50")];
    let account = Account { terms: &TERMS, months, running_count: locked(MONTHS[2]), faults: &plan.faults };
    delivery.table(outcome::outcome_register(events));
    delivery.table(outcome::downstream_utilization(events, draw));
    let whose = |draw: &mut Draw| events[draw.below(events.len() as u32) as usize].participant.to_string();
    delivery.table(payment::claims(plan.participants * plan.claims_each, TERMS.days.today, whose, draw));
    payment::deliver(&account, delivery);
}
