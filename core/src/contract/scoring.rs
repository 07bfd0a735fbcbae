//! How risk becomes a score, and a score action; points are agreed, never learned.

use std::collections::BTreeMap;

use super::field::Field;
use crate::notation::reading::section;
use crate::value::Limit;

section! {
    /// How risk becomes a score: the sum of the factors' points.
    pub struct Scoring {
        /// The name of the model, so that results can say which one gave them.
        pub model: String,
        /// What is counted.
        pub factors: Vec<Factor>,
    }
    with {
        /// What counts as utilization; always there in an attribution pilot.
        pub utilization: Option<Utilization>,
    }
}

section! {
    /// What an attribution pilot counts, and over how many days.
    pub struct Utilization in Attribution {
        /// The days that count, the last being the day of the release.
        pub window_days: u32,
        /// The kinds of encounter that are visits to an emergency department.
        pub ed_kinds: Vec<String>,
        /// The kinds of encounter that are inpatient stays.
        pub inpatient_kinds: Vec<String>,
        /// The revenue codes by which a claim (837) is a visit to an emergency department.
        pub ed_revenue_codes: Vec<String> = Vec::new(),
        /// The types of bill, by their first two digits, by which a claim (837) is an inpatient stay.
        pub inpatient_bill_types: Vec<String> = Vec::new(),
        /// How many days old the newest record of the feed may be.
        pub feed_max_age_days: u32,
        /// The points of an incident, by its severity.
        pub incident_severity_points: BTreeMap<String, u32>,
    }
}

section! {
    /// A value that counts, and how much.
    pub struct Factor {
        /// What is looked at.
        pub field: Field,
        /// Its points, from the lowest value up.
        pub steps: Vec<FactorStep>,
    }
}

section! {
    /// The points of a value from here up to the next step.
    pub struct FactorStep {
        /// The least value.
        pub from: u32,
        /// Its points.
        pub points: u32,
    }
}

section! {
    /// A range of scores, and what is done about it.
    pub struct Tier {
        /// Its name.
        pub tier: String,
        /// The least score.
        pub from: u32,
    }
    with {
        /// What is done for a participant; always there in an attribution pilot.
        pub service: Option<Service>,
        /// What is done about an event; always there in a diversion pilot.
        pub response: Option<Response>,
    }
}

section! {
    /// What is done for a participant of a tier.
    pub struct Service in Attribution {
        /// Whether somebody must be assigned in any case.
        pub high_priority: bool = false,
        /// How long after the release it must begin.
        pub due_within: Limit,
        /// The interventions that fit; the first is preferred.
        pub interventions: Vec<String>,
    }
}

section! {
    /// What is done about an event of a tier.
    pub struct Response in Diversion {
        /// The code of the threshold that was passed.
        pub escalation_threshold: String,
        /// The actions of the response, each of which must be evidenced.
        pub components: Vec<String>,
    }
}

impl Factor {
    /// The points of a value: those of the last step that it reaches, or none.
    #[must_use]
    pub fn points(&self, value: u64) -> u64 {
        self.steps.iter().rev().find(|step| u64::from(step.from) <= value).map_or(0, |step| step.points.into())
    }
}

impl Tier {
    /// Whether whoever is in it must have somebody assigned in any case.
    #[must_use]
    pub fn is_high_priority(&self) -> bool {
        self.service.as_ref().is_some_and(|service| service.high_priority)
    }
}

#[cfg(test)]
mod tests {
    use super::super::field::Derived;
    use super::*;

    #[test]
    fn a_value_has_the_points_of_the_last_step_that_it_reaches() {
        let steps = [(1, 2), (4, 7)].map(|(from, points)| FactorStep { from, points });
        let factor = Factor { field: Field::Derived(Derived::EdCount), steps: steps.into() };
        assert_eq!([0, 1, 3, 4, 99].map(|value| factor.points(value)), [0, 2, 2, 7, 7]);
    }
}
