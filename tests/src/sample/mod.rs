//! A week of an attribution pilot, made from a seed: the files of step A1, and the findings that
//! they must give rise to. It can never depend on the core, on a clock or on the machine.

mod agreement;
mod authorization;
mod draw;
mod fault;
mod office;
mod person;
mod roster;
mod sources;
mod table;

pub use fault::{Fault, FaultPlan, Gate, Lapse};
pub use table::Answer;

use chrono::{Datelike, NaiveDate, Weekday};

use agreement::CONTRACT;
use draw::{Draw, scatter};
use person::{MemberId, Person, Standing};

/// The instant at which every sample is judged: the end of a Monday's work.
pub const AS_OF: &str = "2026-03-09T17:00:00-04:00";

/// What to make.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The same seed makes the same bytes.
    pub seed: u64,
    /// How many people the payer attributes on the roster day.
    pub participants: u32,
    /// The day on which the roster was made; the contract wants a Monday.
    pub roster_day: NaiveDate,
    /// What is wrong.
    pub faults: FaultPlan,
}

impl Plan {
    /// A faultless week, whose roster was made on the as-of day.
    #[must_use]
    pub fn new(seed: u64, participants: u32) -> Self {
        Self { seed, participants, roster_day: as_of_day(), faults: FaultPlan::none() }
    }

    /// The same plan with these faults.
    #[must_use]
    pub fn with_faults(mut self, faults: FaultPlan) -> Self {
        self.faults = faults;
        self
    }

    /// The same plan, with the roster made on the Friday before.
    #[must_use]
    pub fn made_on_friday(mut self) -> Self {
        self.roster_day = as_of_day() - chrono::Days::new(3);
        self
    }
}

/// A week's files and what is wrong with them.
#[derive(Debug)]
pub struct Sample {
    /// The contract and the tables, by file name.
    pub files: Vec<(String, Vec<u8>)>,
    /// Every finding, in the order of a report.
    pub answers: Vec<Answer>,
}

/// Makes the files of the attribution pilot's first step.
///
/// # Panics
/// When the plan has more faults than people whom they suit, or a roster that nobody confirmed and
/// that was not made on the as-of day: then no file would say when it was made.
#[must_use]
pub fn attribution(plan: &Plan) -> Sample {
    let kept = plan.faults.lapse(Gate::RosterKept) != Some(Lapse::Missing);
    assert!(kept || plan.roster_day == as_of_day(), "only its confirmation dates the roster");
    let people = people(plan);
    let (confirmations, mut answers) = office::confirmations(plan);
    if plan.roster_day.weekday() != Weekday::Mon {
        answers.push(Answer {
            control: "A1-T1",
            dataset: "roster",
            line: None,
            key: None,
            missing_from: None,
            planted: "made_on_another_day".to_owned(),
        });
    }
    let mut files = vec![("contract.toml".to_owned(), CONTRACT.as_bytes().to_vec())];
    let mut write = |table: table::Table| {
        files.push((format!("{}.csv", table.name), table.to_csv()));
        answers.extend(table.answers());
    };
    write(sources::payer_attribution(&people));
    write(sources::case_management(&people));
    write(sources::authorization_register(&people));
    write(sources::local_nominations(&people));
    write(office::staff());
    write(confirmations);
    write(roster::roster(&people));
    answers.sort_by(|a, b| in_report(a).cmp(&in_report(b)));
    Sample { files, answers }
}

fn as_of_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 9).expect("a day of the calendar")
}

fn people(plan: &Plan) -> Vec<Person> {
    let mut draw = Draw::seeded(plan.seed);
    let share = |percent: u32| plan.participants * percent / 100 + 1;
    let groups = [
        (Standing::Attributed, plan.participants),
        (Standing::Former, share(6) + plan.faults.rows(Fault::FormerListed)),
        (Standing::Announced, share(2) + plan.faults.rows(Fault::AnnouncedListed)),
        (Standing::Nominee, share(1) + plan.faults.rows(Fault::NomineeListed)),
    ];
    let standings = groups.into_iter().flat_map(|(s, count)| std::iter::repeat_n(s, count as usize));
    let mut people: Vec<Person> = standings
        .zip(0..)
        .map(|(standing, number)| {
            let id = MemberId(scatter(number, plan.seed));
            person::person(id, standing, plan.roster_day, &mut draw)
        })
        .collect();
    people.sort_by_key(|person| person.id);
    plan.faults.plant(&mut people, &mut draw);
    people
}

/// Where a finding stands in a report: intake first, then the controls as the catalogue has them.
fn in_report(answer: &Answer) -> impl Ord + '_ {
    const KINDS: [&str; 6] = ["IN", "F", "G", "V", "T", "L"];
    let control = answer.control.strip_prefix("A1-").unwrap_or(answer.control);
    let kind = KINDS.iter().position(|kind| control.starts_with(kind)).unwrap_or(KINDS.len());
    (kind, control, answer.dataset, answer.line, &answer.key)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_plan_makes_the_same_bytes_twice() {
        let plan = Plan::new(3, 200).with_faults(FaultPlan::spread(24));
        assert_eq!(attribution(&plan).files, attribution(&plan).files);
    }

    #[test]
    fn a_faultless_week_has_no_answers() {
        assert_eq!(attribution(&Plan::new(4, 500)).answers, []);
    }

    #[test]
    fn the_whole_plan_reaches_every_control_of_the_step() {
        let faults =
            Gate::ALL.into_iter().fold(FaultPlan::spread(24), |plan, gate| plan.with_lapse(gate, Lapse::RoleNotHeld));
        let sample = attribution(&Plan::new(5, 300).with_faults(faults).made_on_friday());
        let controls: BTreeSet<&str> = sample.answers.iter().map(|answer| answer.control).collect();
        let expected = BTreeSet::from([
            "IN-3", "IN-4", "IN-5", "A1-F1", "A1-F2", "A1-F3", "A1-F4", "A1-F5", "A1-G1", "A1-G2", "A1-V1", "A1-V2",
            "A1-V3", "A1-T1", "A1-L1", "A1-C1",
        ]);
        assert_eq!(controls, expected);
    }
}
