//! Pilots made from a seed: their contract, their files, and the findings that these must give rise to.
//! A sample can never depend on the core, on a clock or on the machine.

mod draw;
mod calendar;
mod table;
mod fault;
mod confirmation;
mod office;
mod register;
mod payment;
mod attribution;
mod diversion;

pub use attribution::{AssignmentFault, CohortFault, ListFault, RankFault, RosterFault, WeekFault};
pub use confirmation::{Gate, Lapse};
pub use diversion::{BundleFault, CompletionFault, OutcomeFault, QualificationFault, RecordFault};
pub use fault::{Fault, FaultPlan};
pub use payment::{FileFault, PositionFault};
pub use table::Answer;

use table::{Table, Written};

/// What to make.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The same seed makes the same bytes.
    pub seed: u64,
    /// How many people the payer attributes on the roster day, or how many referrals come in.
    pub participants: u32,
    /// How many encounters a person has in the feed at least.
    pub encounters_each: u32,
    /// About how many claims there are for each participant.
    pub claims_each: u32,
    /// What is wrong.
    pub faults: FaultPlan,
}

impl Plan {
    /// A faultless pilot.
    #[must_use]
    pub fn new(seed: u64, participants: u32) -> Self {
        Self { seed, participants, encounters_each: 3, claims_each: 5, faults: FaultPlan::none() }
    }

    /// The same plan with these faults.
    #[must_use]
    pub fn with_faults(mut self, faults: FaultPlan) -> Self {
        self.faults = faults;
        self
    }
}

/// A pilot's files and what is wrong with them.
#[derive(Debug)]
pub struct Sample {
    /// The instant at which they are judged.
    pub as_of: &'static str,
    /// The contract and the tables, by file name.
    pub files: Vec<(String, Vec<u8>)>,
    /// Every finding, in the order of a report.
    pub answers: Vec<Answer>,
}

/// The kinds of sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The first step of an attribution pilot, on a Monday.
    RosterWeek,
    /// An attribution pilot, with two weeks and two months behind it.
    Attribution,
    /// A crisis-diversion pilot, with two months behind it.
    Diversion,
}

impl Kind {
    /// The instant at which every sample of this kind is judged.
    #[must_use]
    pub const fn as_of(self) -> &'static str {
        match self {
            Self::RosterWeek => attribution::ROSTER_AS_OF,
            Self::Attribution => attribution::AS_OF,
            Self::Diversion => diversion::AS_OF,
        }
    }

    /// Makes a sample and gives each file away as soon as it is written, so that a large one is never held whole.
    ///
    /// # Panics
    /// When the plan has more faults than people whom they suit.
    pub fn deliver(self, plan: &Plan, give: &mut dyn FnMut(&str, Vec<u8>)) -> Vec<Answer> {
        let mut delivery = Delivery { give, answers: Vec::new() };
        match self {
            Self::RosterWeek => attribution::roster_week(plan, &mut delivery),
            Self::Attribution => attribution::pilot(plan, &mut delivery),
            Self::Diversion => diversion::pilot(plan, &mut delivery),
        }
        let mut answers = delivery.answers;
        answers.sort_by(|a, b| a.in_report().cmp(&b.in_report()));
        answers
    }

    /// Makes a sample.
    ///
    /// # Panics
    /// As `deliver` does.
    #[must_use]
    pub fn make(self, plan: &Plan) -> Sample {
        let mut files = Vec::new();
        let answers = self.deliver(plan, &mut |name, bytes| files.push((name.to_owned(), bytes)));
        Sample { as_of: self.as_of(), files, answers }
    }
}

/// The first step of an attribution pilot.
#[must_use]
pub fn roster_week(plan: &Plan) -> Sample {
    Kind::RosterWeek.make(plan)
}

/// A whole attribution pilot.
#[must_use]
pub fn attribution(plan: &Plan) -> Sample {
    Kind::Attribution.make(plan)
}

/// A whole crisis-diversion pilot.
#[must_use]
pub fn diversion(plan: &Plan) -> Sample {
    Kind::Diversion.make(plan)
}

/// Files on their way out, and what has been said about them so far.
struct Delivery<'s> {
    give: &'s mut dyn FnMut(&str, Vec<u8>),
    answers: Vec<Answer>,
}

impl Delivery<'_> {
    fn file(&mut self, name: &str, bytes: Vec<u8>) {
        (self.give)(name, bytes);
    }

    fn table(&mut self, table: Table) {
        self.written(table.written());
    }

    fn written(&mut self, written: Written) {
        self.file(&format!("{}.csv", written.name), written.bytes);
        self.answers.extend(written.answers);
    }

    fn answer(&mut self, answer: Answer) {
        self.answers.push(answer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: [Kind; 3] = [Kind::RosterWeek, Kind::Attribution, Kind::Diversion];

    #[test]
    fn a_plan_makes_the_same_bytes_twice() {
        for kind in KINDS {
            let plan = Plan::new(3, 200).with_faults(FaultPlan::none().with(RosterFault::Forgotten, 2));
            let plan = if kind == Kind::Diversion { Plan::new(3, 200) } else { plan };
            assert_eq!(kind.make(&plan).files, kind.make(&plan).files);
        }
    }

    #[test]
    fn a_faultless_pilot_has_no_answers() {
        for kind in KINDS {
            assert_eq!(kind.make(&Plan::new(4, 500)).answers, []);
        }
    }
}
