//! Who leads what for whom: everybody on the list has a lead, or is escalated with a reason.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::agreement::{BARRIER_CODES, Tier};
use super::fault::{AssignmentFault as F, ListFault};
use super::list::Ranked;
use super::participant::Participant;
use super::week::Week;
use crate::sample::calendar::{at, day, days_after, days_before, minute};
use crate::sample::draw::Draw;
use crate::sample::fault::Fault;
use crate::sample::office::Lead;
use crate::sample::table::{Charge, Row, Table, row};

const ID: usize = 0;
const INTERVENTION: usize = 1;
const WINDOW: usize = 2;
const LEAD: usize = 3;
const DUE: usize = 4;
const ESCALATION: usize = 5;
const BARRIER: usize = 6;
const VALIDATED: usize = 7;

/// What was handed out, and to whom.
pub(super) struct Assigned {
    pub(super) table: Table,
    pub(super) leads: Vec<Lead>,
}

/// On the list, and on no assignment that could be told to be theirs.
pub(super) fn is_lost(participant: &Participant) -> bool {
    participant.has(F::AssignmentIdEmpty)
}

/// Hands the work out in the order of the list.
pub(super) fn assignments(ranked: &[Ranked<'_>], people: &[Participant], week: Week, draw: &mut Draw) -> Assigned {
    let header = [
        "participant_id",
        "intervention_type",
        "timing_window",
        "assigned_lead",
        "due_date",
        "escalation_status",
        "barrier_code",
        "validation_timestamp",
    ];
    let mut table = Table::new("assignments", &header, &[ID]);
    let strays = people.iter().filter(|p| p.has(F::AssignedUnlisted));
    let served: Vec<&Participant> = ranked.iter().map(|entry| entry.participant).chain(strays).collect();
    let mut teams = Tier::ALL.map(|tier| Team::of(tier, &served, week, draw));
    let mut specials = Specials::default();
    for participant in served {
        let team = &mut teams[participant.risk.tier() as usize];
        table.push(assigned(participant, team, &mut specials, week, draw));
    }
    let mut leads: Vec<Lead> = teams.into_iter().flat_map(|team| team.close(draw)).collect();
    leads.append(&mut specials.0);
    Assigned { table, leads }
}

/// The leads of one tier, who take cases in turn.
struct Team {
    leads: Vec<Lead>,
    next: usize,
}

impl Team {
    fn of(tier: Tier, served: &[&Participant], week: Week, draw: &mut Draw) -> Self {
        const CASES_PER_LEAD: usize = 14;
        const FIRST_NUMBER: usize = 2001;
        let cases = served.iter().filter(|p| p.risk.tier() == tier).count();
        let (release_day, next_day) = (week.release.date(), week.day_after_release());
        // Each is there on at least one day from the release to the earliest due date.
        let spans = [
            (None, None),
            (Some(days_before(release_day, 40)), None),
            (None, Some(release_day)),
            (Some(next_day), Some(days_after(next_day, 60))),
        ];
        let leads = (0..=cases / CASES_PER_LEAD).map(|nth| {
            let (from, to) = draw.pick(&spans);
            let id = format!("S-{}", FIRST_NUMBER + nth * Tier::ALL.len() + tier as usize);
            Lead { id, role: tier.role(), open_slots: 0, from, to }
        });
        Self { leads: leads.collect(), next: 0 }
    }

    /// The next lead takes a case, and needs a slot for it.
    fn take(&mut self) -> String {
        let turn = self.next % self.leads.len();
        let lead = &mut self.leads[turn];
        self.next += 1;
        lead.open_slots += 1;
        lead.id.clone()
    }

    /// Some have room for more.
    fn close(mut self, draw: &mut Draw) -> Vec<Lead> {
        self.leads.iter_mut().for_each(|lead| lead.open_slots += draw.below(4));
        self.leads
    }
}

/// Leads who are asked by nobody else, mostly because they should not be.
#[derive(Default)]
struct Specials(Vec<Lead>);

impl Specials {
    fn ask(&mut self, role: &'static str, open_slots: u32, to: Option<NaiveDate>) -> String {
        let id = format!("S-19{:02}", self.0.len());
        self.0.push(Lead { id: id.clone(), role, open_slots, from: None, to });
        id
    }
}

fn assigned(p: &Participant, team: &mut Team, specials: &mut Specials, week: Week, draw: &mut Draw) -> Row {
    let tier = p.risk.tier();
    let unserved = p.barrier.or(p.has(F::HighUnassigned).then_some(BARRIER_CODES[0]));
    let validated = week.validation(draw);
    let due = due(tier, week, draw);
    let mut row = if let Some(barrier) = unserved {
        row![
            p.person.id,
            tier.interventions()[0],
            tier.due_within(),
            "",
            minute(due),
            "escalated",
            barrier,
            minute(validated)
        ]
    } else {
        let intervention = draw.pick(tier.interventions());
        row![p.person.id, intervention, tier.due_within(), "", minute(due), "none", "", minute(validated)]
    };
    match p.person.fault {
        Some(Fault::Assignment(fault)) => spoil(&mut row, fault, specials, week),
        Some(Fault::List(ListFault::ListIdEmpty)) => row.charge(Charge::new("A4-L1", p.person.fault)),
        _ => {}
    }
    // Whom a mistake has given a lead, or none, takes nobody's slot.
    let led = unserved.is_some() || !row.cells[LEAD].is_empty() || p.has(F::LeadMissing);
    if !led {
        row.cells[LEAD] = team.take();
    }
    row
}

/// Within the tier's limit, now and then to the minute.
fn due(tier: Tier, week: Week, draw: &mut Draw) -> NaiveDateTime {
    match tier {
        Tier::High => week.release + TimeDelta::hours(draw.pick(&[24, 30, 42, 48])),
        Tier::Rising => at(draw.pick(&[day(2026, 3, 20), day(2026, 3, 23), day(2026, 3, 25)]), 23, 30),
        Tier::Steady => at(draw.after(day(2026, 3, 23), 0, 23), 17, 0),
    }
}

fn spoil(row: &mut Row, fault: F, specials: &mut Specials, week: Week) {
    let charge = |control: &str| Some(Charge::new(control, fault));
    match fault {
        F::AssignmentIdEmpty => row.spoil(ID, "", charge("A4-F1")),
        F::InterventionEmpty => row.spoil(INTERVENTION, "", charge("A4-F2")),
        F::InterventionForeign => row.spoil(INTERVENTION, "phone_outreach", charge("A4-F2")),
        F::LeadMissing => row.charges.extend(["A4-F3", "A4-V3"].map(|control| Charge::new(control, fault))),
        F::WindowEmpty => row.spoil(WINDOW, "", charge("A4-F4")),
        F::DueEmpty => row.spoil(DUE, "", charge("A4-F4")),
        F::EscalationEmpty => row.spoil(ESCALATION, "", charge("A4-F5")),
        F::EscalationForeign => row.spoil(ESCALATION, "no", charge("A4-F5")),
        F::ValidationEmpty => row.spoil(VALIDATED, "", charge("A4-F6")),
        F::LeadUnknown => row.spoil(LEAD, "S-133", charge("A4-G1")),
        F::LeadAway => {
            let away = specials.ask("clinician", 6, Some(days_before(week.release.date(), 1)));
            row.spoil(LEAD, away, charge("A4-G1"));
        }
        F::LeadOverbooked => row.spoil(LEAD, specials.ask("clinician", 0, None), charge("A4-G1")),
        F::LeadUnauthorized => {
            row.spoil(INTERVENTION, "home_visit", None);
            row.spoil(LEAD, specials.ask("community_worker", 3, None), charge("A4-G2"));
        }
        F::HighUnassigned => row.charge(Charge::new("A4-V1", fault)),
        F::DueLate => row.spoil(DUE, minute(at(day(2026, 4, 17), 9, 0)), charge("A4-V2")),
        F::DueEarly => {
            row.spoil(LEAD, specials.ask("clinician", 2, None), None);
            row.spoil(DUE, minute(week.release - TimeDelta::hours(2)), charge("A4-V2"));
        }
        F::EscalatedUncoded => row.spoil(BARRIER, "", charge("A4-V3")),
        F::EscalatedForeign => row.spoil(BARRIER, "B-BUSY", charge("A4-V3")),
        F::EscalatedLate => {
            row.spoil(VALIDATED, minute(Week::huddle_close() + TimeDelta::minutes(40)), charge("A4-V3"));
        }
        F::ValidatedLate => row.spoil(VALIDATED, minute(at(Week::today(), 14, 5)), charge("A4-T1")),
        F::AssignedUnlisted => row.charge(Charge::new("A4-L1", fault)),
    }
}
