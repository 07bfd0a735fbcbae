//! The response to each qualified event: its tier follows from the risk, its actions and its responder from the tier.

use super::agreement::Tier;
use super::clock::Moment;
use super::event::Event;
use super::fault::{BundleFault as F, CompletionFault, QualificationFault, RecordFault};
use super::record::{another, stranger};
use crate::sample::calendar::{day, days_after, days_before};
use crate::sample::draw::Draw;
use crate::sample::fault::Fault;
use crate::sample::office::Lead;
use crate::sample::table::{Charge, Row, Table, row};

const PARTICIPANT: usize = 1;
const TIER: usize = 2;
const SAFETY: usize = 3;
const RESPONDER: usize = 4;
const THRESHOLD: usize = 5;

/// The responses and their actions, and who gives them.
pub(super) struct Responses {
    pub(super) bundles: Table,
    pub(super) actions: Table,
    pub(super) leads: Vec<Lead>,
}

/// When a response to the event was released, if one was.
pub(super) fn release(event: &Event) -> Option<Moment> {
    let given = (event.is_qualified() || event.has(F::RejectedReleased)) && !event.has(F::Unreleased);
    event.released.filter(|_| given)
}

/// The tier that the response says it has.
pub(super) fn stated_tier(event: &Event) -> Tier {
    match (event.has(F::ResponseTierDiffers), event.tier()) {
        (false, tier) => tier,
        (true, Tier::Amber) => Tier::Red,
        (true, _) => Tier::Amber,
    }
}

/// Not completed by now, so that it still takes a slot.
pub(super) fn is_open(event: &Event) -> bool {
    use CompletionFault::{CompletionTimeEmpty, Uncompleted};
    event.completion.is_none() || event.has(Uncompleted) || event.has(CompletionTimeEmpty)
}

/// The assessments: one before each response, and now and then one after it.
pub(super) fn risk_tracker(events: &[Event], draw: &mut Draw) -> Table {
    let mut table = Table::new("risk_tracker", &["participant_id", "assessed_at", "risk_score"], &[0, 1]);
    for event in events {
        let (after, later_score) = (draw.percent(20), draw.between(5, 99));
        let assessed = event.received.plus(draw.between(1, 3).into());
        if event.has(F::ProfileMissing) {
            continue;
        }
        if assessed <= Moment::now() {
            table.push(row![event.participant, assessed.plain(), event.risk_score]);
        }
        let later = event.released.map(|released| released.plus(26 * 60));
        if let Some(later) = later.filter(|later| after && event.single && *later <= Moment::now()) {
            table.push(row![event.participant, later.plain(), later_score]);
        }
    }
    table
}

/// Gives each released response to the next responder of its tier.
pub(super) fn responses(events: &[Event], draw: &mut Draw) -> Responses {
    let header = [
        "event_id",
        "participant_id",
        "response_tier",
        "immediate_safety_status",
        "assigned_responder",
        "escalation_threshold_code",
        "released_at",
    ];
    let mut bundles = Table::new("response_bundles", &header, &[0]);
    let mut actions = Table::new("bundle_actions", &["event_id", "component", "responder"], &[0, 1]);
    let mut released: Vec<_> = events.iter().filter_map(|event| Some((release(event)?, event))).collect();
    released.sort_by_key(|(moment, event)| (*moment, event.id));
    let mut teams = Tier::ALL.map(|tier| Team::of(tier, &released));
    let mut specials = Vec::new();
    for (moment, event) in released {
        let responder = responder(event, &mut teams, &mut specials);
        let mut actions_of = |component: &str| actions.push(row![event.id, component, responder]);
        let components = stated_tier(event).components();
        components[..components.len() - 1].iter().for_each(|component| actions_of(component));
        let last = if event.has(F::ActionUnnamed) { "follow_up_call" } else { components[components.len() - 1] };
        actions_of(last);
        bundles.push(bundle(event, moment, &responder));
    }
    let mut leads: Vec<Lead> = teams.into_iter().flat_map(|team| team.close(draw)).collect();
    leads.append(&mut specials);
    Responses { bundles, actions, leads }
}

fn bundle(event: &Event, released: Moment, responder: &str) -> Row {
    let mut row = row![
        event.id,
        event.participant,
        stated_tier(event).name(),
        event.safety,
        responder,
        event.tier().threshold(),
        released.with_offset(),
    ];
    let planted = event.fault;
    let elsewhere = match planted {
        Some(Fault::Record(RecordFault::RecordedAfterRelease)) => Some(Charge::new("D1-C1", planted)),
        Some(Fault::Qualification(QualificationFault::RegisteredLate)) => Some(Charge::new("D2-V3", planted)),
        Some(Fault::Completion(CompletionFault::Uncompleted)) => {
            Some(Charge::new("D4-L1", planted).missing_from("completions"))
        }
        _ => None,
    };
    row.charges.extend(elsewhere);
    let Some(Fault::Bundle(fault)) = planted else { return row };
    let charge = |control: &str| Some(Charge::new(control, fault));
    match fault {
        F::BundleParticipantEmpty => row.spoil(PARTICIPANT, "", charge("D3-F1")),
        F::BundleTierEmpty => row.spoil(TIER, "", charge("D3-F2")),
        F::BundleSafetyEmpty => row.spoil(SAFETY, "", charge("D3-F3")),
        F::ResponderEmpty => row.spoil(RESPONDER, "", charge("D3-F4")),
        F::ThresholdEmpty => row.spoil(THRESHOLD, "", charge("D3-F5")),
        F::ResponseTierDiffers | F::ProfileMissing => row.charge(Charge::new("D3-V1", fault)),
        F::BundleSafetyDiffers => {
            let other = another(&["safe_at_home", "accompanied", "at_risk"], event.safety, event.id.0 as usize);
            row.spoil(SAFETY, other, charge("D3-V2"));
        }
        F::ThresholdDiffers => {
            let other = another(&["ET-RED", "ET-AMBER", "ET-GREEN"], event.tier().threshold(), event.id.0 as usize);
            row.spoil(THRESHOLD, other, charge("D3-V3"));
        }
        F::ResponderUnknown | F::ResponderAway | F::ResponderOverbooked => row.charge(Charge::new("D3-G1", fault)),
        F::ResponderUnauthorized => row.charge(Charge::new("D3-G2", fault)),
        F::ActionUnnamed => row.charge(Charge::new("D3-C1", fault)),
        F::RejectedReleased => row.charges.extend(["D2-V3", "D3-L1"].map(|control| Charge::new(control, fault))),
        F::BundleParticipantDiffers => row.spoil(PARTICIPANT, stranger(event), charge("D3-L1")),
        F::ReleasedLate => row.charge(Charge::new("D3-T1", fault)),
        F::Unreleased => {}
    }
    row
}

/// The next of the team, unless a mistake has named somebody.
fn responder(event: &Event, teams: &mut [Team; 3], specials: &mut Vec<Lead>) -> String {
    let mut ask = |role, open_slots, to| {
        let id = format!("S-29{:02}", specials.len());
        specials.push(Lead { id: id.clone(), role, open_slots, from: None, to });
        id
    };
    match event.fault {
        Some(Fault::Bundle(F::ResponderUnknown)) => "S-133".to_owned(),
        Some(Fault::Bundle(F::ResponderAway)) => ask("clinician", 5, Some(day(2026, 3, 2))),
        Some(Fault::Bundle(F::ResponderOverbooked)) => ask("clinician", 0, None),
        Some(Fault::Bundle(F::ResponderUnauthorized)) => ask("peer", 3, None),
        _ => teams[stated_tier(event) as usize].take(event),
    }
}

/// The responders of one tier, who take events in turn.
struct Team {
    leads: Vec<Lead>,
    next: usize,
}

impl Team {
    fn of(tier: Tier, released: &[(Moment, &Event)]) -> Self {
        const EVENTS_PER_LEAD: usize = 24;
        const FIRST_NUMBER: usize = 3001;
        let count = released.iter().filter(|(_, event)| stated_tier(event) == tier).count();
        let leads = (0..=count / EVENTS_PER_LEAD).map(|nth| {
            let id = format!("S-{}", FIRST_NUMBER + nth * Tier::ALL.len() + tier as usize);
            Lead { id, role: tier.role(), open_slots: 0, from: None, to: None }
        });
        Self { leads: leads.collect(), next: 0 }
    }

    /// Whoever takes a response that is still open needs a slot for it, and must be there on its day.
    fn take(&mut self, event: &Event) -> String {
        let turn = self.next % self.leads.len();
        self.next += 1;
        let lead = &mut self.leads[turn];
        if let Some(released) = event.released.filter(|_| is_open(event)) {
            let day = released.day();
            lead.open_slots += 1;
            lead.from = Some(lead.from.map_or(day, |from| from.min(day)));
            lead.to = Some(lead.to.map_or(day, |to| to.max(day)));
        }
        lead.id.clone()
    }

    /// Some have room for more, some are always there, and some of those without open work have left.
    fn close(mut self, draw: &mut Draw) -> Vec<Lead> {
        for lead in &mut self.leads {
            let busy = lead.open_slots > 0;
            lead.open_slots += draw.below(3);
            (lead.from, lead.to) = match draw.below(4) {
                0 => (lead.from, None),
                1 => (lead.from.map(|from| days_before(from, 30)), lead.to.map(|to| days_after(to, 14))),
                2 if !busy => (None, Some(day(2026, 2, 13))),
                3 if busy => (lead.from, lead.to),
                _ => (None, None),
            };
        }
        self.leads
    }
}
