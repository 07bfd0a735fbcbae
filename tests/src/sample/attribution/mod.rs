//! An attribution pilot: a roster's week alone, or all six steps with two weeks and two months behind them.

mod agreement;
mod assignment;
mod authorization;
mod cohort;
mod confirmed;
mod fault;
mod list;
mod participant;
mod person;
mod risk;
mod roster;
mod source;
mod utilization;
mod week;
mod workbook;

pub use fault::{AssignmentFault, CohortFault, ListFault, RankFault, RosterFault, WeekFault};

use super::calendar::{day, days_before};
use super::confirmation::{Gate, Lapse, confirmations};
use super::draw::{Draw, scatter};
use super::fault::Fault;
use super::payment::{Account, MONTHS, Measure, Month, PaymentDays, PositionFault, SUPPORTABLE_LAG, Terms, YOUNG_LAG};
use super::table::{Answer, Charge};
use super::{Delivery, Plan, office, payment, register};
use agreement::CONTRACT;
use participant::Participant;
use person::{MemberId, Person, Standing, Term};
use week::Week;

/// The end of a Monday's work.
pub(super) const ROSTER_AS_OF: &str = "2026-03-09T17:00:00-04:00";
/// The end of a week's work, after the committee has met.
pub(super) const AS_OF: &str = "2026-03-20T17:00:00-04:00";

const TERMS: Terms = Terms {
    letter: 'A',
    file: "payment_assurance",
    file_header: [
        "pilot_month",
        "attributed_participant_count",
        "provisional_savings_estimate",
        "claims_lag_pct",
        "outcome_trigger_status",
        "unresolved_methodology_question_count",
    ],
    decisions: "payment_decisions",
    position_column: "payment_position_status",
    dependency: ("data", "data_note"),
    measures: &[
        Measure { name: "ED-PER-1000", months: [(112, 268), (121, 259)], per: Some(1000) },
        Measure { name: "FUH-30", months: [(31, 47), (29, 50)], per: None },
    ],
    tracked_lags: ["4.4", "15.1%"],
    material_cents: 20_000_000,
    days: PaymentDays {
        file: day(2026, 3, 10),
        first_look: day(2026, 2, 18),
        settled: day(2026, 3, 4),
        material_until: day(2026, 3, 17),
        meeting: day(2026, 3, 18),
        today: day(2026, 3, 20),
    },
};

/// The files of step A1 alone.
pub(super) fn roster_week(plan: &Plan, delivery: &mut Delivery<'_>) {
    let monday = day(2026, 3, 9);
    let on_another_day = plan.faults.has(WeekFault::MadeOnAnotherDay);
    let roster_day = if on_another_day { days_before(monday, 3) } else { monday };
    let kept = plan.faults.lapse(Gate::ROSTER_KEPT) != Some(Lapse::Missing);
    assert!(kept || !on_another_day, "only its confirmation dates the roster");
    let mut draw = Draw::seeded(plan.seed);
    let mut people = people(plan, Term { first: roster_day, last: roster_day }, &mut draw);
    plan.faults.plant(&mut people, &Fault::of_people(), &mut draw);
    delivery.file("contract.toml", CONTRACT.as_bytes().to_vec());
    sources(people.iter(), delivery);
    delivery.table(office::staff(&[]));
    delivery.table(confirmations(&confirmed::of_roster(roster_day), &agreement::versions(), &plan.faults));
    delivery.table(roster::roster(people.iter(), |_| None));
    if on_another_day {
        delivery.answer(Answer::about("roster", "A1-T1", WeekFault::MadeOnAnotherDay));
    }
}

/// The files of all six steps.
pub(super) fn pilot(plan: &Plan, delivery: &mut Delivery<'_>) {
    let kept = plan.faults.lapse(Gate::ROSTER_KEPT) != Some(Lapse::Missing);
    assert!(kept, "only its confirmation dates the roster");
    let week = Week::new(&plan.faults);
    let mut draw = Draw::seeded(plan.seed);
    let people = people(plan, week.term(), &mut draw);
    let mut life = Draw::beside(plan.seed, "life");
    let mut people: Vec<Participant> = people.into_iter().map(|person| Participant::of(person, &mut life)).collect();
    plan.faults.plant(&mut people, &Fault::of_people(), &mut draw);
    delivery.file("contract.toml", CONTRACT.as_bytes().to_vec());
    sources(people.iter().map(|participant| &participant.person), delivery);
    delivery.table(confirmations(&confirmed::of_pilot(week), &agreement::versions(), &plan.faults));
    delivery.table(roster::roster(people.iter().map(|p| &p.person), undecided));
    cohort(&people, delivery);
    service(plan, &people, week, delivery);
    settlement(plan, &people, delivery);
    for (fault, dataset, control) in [
        (WeekFault::MadeOnAnotherDay, "roster", "A1-T1"),
        (WeekFault::ListedOnAnotherDay, "priority_list", "A3-T1"),
        (WeekFault::FeedStale, "utilization_feed", "A3-G1"),
    ] {
        if plan.faults.has(fault) {
            delivery.answer(Answer::about(dataset, control, fault));
        }
    }
}

fn people(plan: &Plan, term: Term, draw: &mut Draw) -> Vec<Person> {
    let share = |percent: u32| plan.participants * percent / 100 + 1;
    let groups = [
        (Standing::Attributed, plan.participants),
        (Standing::Former, share(6) + plan.faults.rows(RosterFault::FormerListed)),
        (Standing::Announced, share(2) + plan.faults.rows(RosterFault::AnnouncedListed)),
        (Standing::Nominee, share(1) + plan.faults.rows(RosterFault::NomineeListed)),
    ];
    let standings = groups.into_iter().flat_map(|(s, count)| std::iter::repeat_n(s, count as usize));
    let mut people: Vec<Person> = standings
        .zip(0..)
        .map(|(standing, number)| person::person(MemberId(scatter(number, plan.seed)), standing, term, draw))
        .collect();
    people.sort_by_key(|person| person.id);
    people
}

fn sources<'p>(people: impl Iterator<Item = &'p Person> + Clone, delivery: &mut Delivery<'_>) {
    delivery.table(source::payer_attribution(people.clone()));
    delivery.table(source::case_management(people.clone()));
    delivery.table(source::authorization_register(people.clone()));
    delivery.table(source::local_nominations(people));
}

/// What a roster row is guilty of when nobody decided on it.
fn undecided(person: &Person) -> Option<Charge> {
    use CohortFault::{DecisionDateEmpty, DecisionIdEmpty, Undecided};
    let lost = matches!(person.fault, Some(Fault::Cohort(DecisionIdEmpty | DecisionDateEmpty | Undecided)));
    (lost || roster::is_stranger(person)).then(|| Charge::new("A2-L1", person.fault).missing_from("cohort_decisions"))
}

fn cohort(people: &[Participant], delivery: &mut Delivery<'_>) {
    delivery.table(cohort::cohort_decisions(people));
    delivery.table(register::executive_register(cohort::register_entries(people)));
    delivery.table(cohort::locked_cohort(people));
    delivery.table(cohort::live_workflow(people));
}

fn service(plan: &Plan, people: &[Participant], week: Week, delivery: &mut Delivery<'_>) {
    let mut draw = Draw::beside(plan.seed, "service");
    delivery.table(utilization::utilization_feed(people, plan.encounters_each, week, &mut draw));
    delivery.table(utilization::incident_history(people, week, &mut draw));
    delivery.table(utilization::case_variances(people, week, &mut draw));
    let ranked = list::ranking(people, week, &plan.faults, &mut draw);
    delivery.table(list::priority_list(&ranked));
    let assigned = assignment::assignments(&ranked, people, week, &mut draw);
    delivery.table(assigned.table);
    delivery.table(office::staff(&assigned.leads));
    delivery.table(office::staffing_capacity(&assigned.leads));
}

fn settlement(plan: &Plan, people: &[Participant], delivery: &mut Delivery<'_>) {
    let locked = cohort::locked_counts(people);
    let by_much = plan.faults.has(PositionFault::MaterialWaited);
    let figures = [workbook::Figures::saved(locked[0]), workbook::Figures::overspent(by_much)];
    let month = |nth: usize, lag_pct| {
        let amount_cents = figures[nth].estimate_cents();
        Month { name: MONTHS[nth], count: locked[nth], figure: payment::money(amount_cents), amount_cents, lag_pct }
    };
    let months = [month(0, SUPPORTABLE_LAG), month(1, YOUNG_LAG)];
    let account = Account { terms: &TERMS, months, running_count: locked[2], faults: &plan.faults };
    delivery.table(workbook::performance_workbook(&figures));
    let mut draw = Draw::beside(plan.seed, "claims");
    let whose = |draw: &mut Draw| people[draw.below(people.len() as u32) as usize].person.id.to_string();
    delivery.table(payment::claims(plan.participants * plan.claims_each, Week::today(), whose, &mut draw));
    payment::deliver(&account, delivery);
}
