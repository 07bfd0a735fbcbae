//! What the contract's criteria give: the first that fails gives the code; whoever fails none qualifies.

use super::population::Attributions;
use super::rules::{Case, Rules};
use super::{Events, Population};
use crate::contract::Criterion;
use crate::derive::Run;
use crate::table::Row;
use crate::value::{Day, Step};

/// What the rules give a person or an event.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Ruling<'c> {
    /// Every criterion holds.
    Qualifies,
    /// This criterion is the first that does not.
    Excluded(&'c Criterion),
    /// A criterion reads a table that was not received, and none before it fails.
    Undecided,
}

impl<'c> Ruling<'c> {
    /// The code that the rules give.
    pub(crate) fn code(self) -> Option<&'c str> {
        match self {
            Self::Excluded(criterion) => Some(&criterion.exclusion_code),
            Self::Qualifies | Self::Undecided => None,
        }
    }
}

/// What the rules give each person of the population, or each event.
pub(crate) struct Rulings<'r> {
    criteria: &'r [Criterion],
    /// For each of them, one more than the criterion that fails, or one of the two below.
    verdicts: Vec<u16>,
}

pub(super) const QUALIFIES: u16 = 0;
pub(super) const UNDECIDED: u16 = u16::MAX;

impl<'r> Rulings<'r> {
    /// The rulings on a population on the roster day.
    pub(super) fn on_people(run: &Run<'r>, population: &Population, people: usize) -> Self {
        let (rules, mut verdicts) = (Rules::on_roster_day(run), vec![UNDECIDED; people]);
        let day = Some(run.record_day(Step::A1));
        population.for_each(|number, row| verdicts[number as usize] = rules.apply(Case { number, row, day }));
        Self { criteria: &run.contract.criteria, verdicts }
    }

    /// The rulings on events, each on its own day.
    pub(super) fn on_events(run: &Run<'r>, events: &Events, count: usize) -> Self {
        let (rules, mut verdicts) = (Rules::on_events(run), vec![UNDECIDED; count]);
        for (number, event) in events.iter() {
            verdicts[number as usize] = rules.apply(Case { number, row: event.row, day: event.day });
        }
        Self { criteria: &run.contract.criteria, verdicts }
    }

    /// The ruling on one of them; undecided for whatever is none of them.
    pub(crate) fn get(&self, number: u32) -> Ruling<'r> {
        self.verdicts.get(number as usize).map_or(Ruling::Undecided, |&verdict| ruling(self.criteria, verdict))
    }
}

/// The rules, ready for one person on one day, whichever it is: they read that person's rows and nobody else's, so that
/// a million decisions on as many days cost no more than their people have rows.
pub(crate) struct AnyDay<'r> {
    pub(super) criteria: &'r [Criterion],
    pub(super) attributions: Attributions<'r>,
    pub(super) rules: Rules<'r>,
}

impl<'r> AnyDay<'r> {
    /// The payer's row that puts a person in on a day, and what the rules give them then; none for whoever is not in.
    pub(crate) fn on(&self, day: Day, person: u32) -> Option<(Row, Ruling<'r>)> {
        let row = self.attributions.on(day, person)?;
        let verdict = self.rules.apply(Case { number: person, row, day: Some(day) });
        Some((row, ruling(self.criteria, verdict)))
    }
}

fn ruling(criteria: &[Criterion], verdict: u16) -> Ruling<'_> {
    match verdict {
        QUALIFIES => Ruling::Qualifies,
        UNDECIDED => Ruling::Undecided,
        failing => criteria.get(usize::from(failing) - 1).map_or(Ruling::Undecided, Ruling::Excluded),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::contract::Contract;
    use crate::intake::{File, Received};
    use crate::table::Subject;

    const PAYER: &str = "participant_id,attribution_date,attribution_end_date,product,birth_date
P1,2025-06-01,2026-01-31,dual,2008-02-29\nP1,2026-02-01,,dual,2008-02-29\nP2,2026-02-20,2026-03-02,commercial,1980-01-01
P2,2026-01-01,,medicaid,1980-01-01\nP3,2026-02-10,,medicaid,\nP4,2025-01-01,2026-02-15,dual,1990-05-05\n";
    const CASES: &str = "participant_id,qualifying_category\nP1,smi\nP2,chronic\nP3,smi\nP4,none\n";
    const REGISTER: &str = "authorization_id,participant_id,status,start_date,end_date
1,P1,active,2025-01-01,2026-02-15\n2,P1,pending,2026-02-10,\n3,P1,active,2026-03-05,\n4,P2,active,2026-01-01,2026-03-01\n";

    #[test]
    fn one_person_on_any_day_is_ruled_on_as_the_whole_population_is_on_that_day() {
        let contract = Contract::parse(include_bytes!("../../../../tests/cases/A1/clean/contract.toml")).unwrap();
        let mut seen = BTreeSet::new();
        for day in contract.effective_from.iter_days().take(90) {
            let link = format!("control_id,confirmed_by,confirmed_role,confirmed_at\nA1-L1,S1,any,{day}T09:00\n");
            let files =
                [("payer_attribution", PAYER), ("case_management", CASES), ("authorization_register", REGISTER)];
            let files = files.into_iter().chain([("confirmations", &*link)]);
            let files = files.map(|(name, csv)| File::new(format!("{name}.csv"), csv)).collect();
            let received = Received::read(files, &contract, &mut |_| {});
            let run = Run::new(&contract, contract.as_of("2026-06-30T17:00").unwrap(), &received);
            let (population, rulings) = (run.population().unwrap(), run.rulings().unwrap());
            for person in 0..received.count(Subject::Person) as u32 {
                let expected = population.get(person).map(|row| (row, rulings.get(person).code()));
                let one = run.on_any_day().unwrap().on(day, person).map(|(row, ruling)| (row, ruling.code()));
                assert_eq!(one, expected, "{person} on {day}");
                seen.insert(format!("{one:?}"));
            }
        }
        assert!(seen.len() > 6, "the days show too little: {seen:?}");
    }
}
