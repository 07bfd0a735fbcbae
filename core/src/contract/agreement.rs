//! The file as a whole: which sections it may have, and who agrees on what from when to when; no rule of theirs.

use std::collections::BTreeMap;

use chrono_tz::Tz;

use super::calendar::Calendar;
use super::codes::{Class, Code, ExclusionCode, TriggerBasis};
use super::criteria::Criterion;
use super::payment::Payment;
use super::release::Release;
use super::scoring::{Scoring, Tier};
use crate::notation::reading::section;
use crate::value::{Day, Limit, Pilot};

section! {
    /// A contract: everything that a payer and a provider agree for a pilot, in one versioned file.
    pub(super) struct Agreement {
        /// Who agrees on what, and for how long.
        pub contract: Term,
        /// The days on which both sides work and meet.
        pub calendar: Calendar,
        /// How long each piece of work may take.
        pub deadlines: Deadlines = Deadlines::default(),
        /// What makes a recorded confirmation count.
        pub confirmations: ConfirmationRule = ConfirmationRule::default(),
        /// Who may approve what.
        pub roles: Roles = Roles::default(),
        /// How the events of a diversion pilot are matched.
        pub events: Option<EventRule>,
        /// Who or what qualifies: tried in this order, the first that does not hold gives its code.
        pub criteria: Vec<Criterion> = Vec::new(),
        /// The reasons for which somebody or something is left out.
        pub exclusion_codes: Vec<ExclusionCode> = Vec::new(),
        /// What may keep a participant from being served.
        pub barrier_codes: Vec<Code> = Vec::new(),
        /// Why an action of a response may stay incomplete.
        pub reason_codes: Vec<Code> = Vec::new(),
        /// What each decision code of the site means.
        pub decision_codes: BTreeMap<String, Class> = BTreeMap::new(),
        /// Why a qualified event qualifies.
        pub triggers: Vec<TriggerBasis> = Vec::new(),
        /// How risk becomes a score.
        pub scoring: Option<Scoring>,
        /// How a score becomes action: from the highest tier down.
        pub tiers: Vec<Tier> = Vec::new(),
        /// Which roles may lead an intervention or, in a diversion pilot, a response tier.
        pub authority: BTreeMap<String, Vec<String>> = BTreeMap::new(),
        /// What may be paid, and said about it.
        pub payment: Option<Payment>,
    }
}

section! {
    /// Who agrees on what, and for how long.
    pub(super) struct Term {
        /// The contract's own id; it stays the same from version to version.
        pub id: String,
        /// Which version of it this file is.
        pub version: String,
        /// The kind of pilot.
        pub pilot: Pilot,
        /// Who pays.
        pub payer: String,
        /// Who serves.
        pub provider: String,
        /// The first day on which it holds.
        pub effective_from: Day,
        /// The last day on which it holds.
        pub effective_to: Day,
        /// The zone in which days begin, and times without an offset are read.
        pub timezone: Tz,
        /// The version that this one replaces.
        pub supersedes: Option<String>,
        /// The version of Tieout that it needs, as "0.1". From 1.0 on, later ones with the same first number serve too.
        /// Left out: any.
        pub needs_tieout: Option<Release>,
    }
}

section! {
    /// How long each piece of work may take. One that is left out is not limited.
    #[derive(Default)]
    pub struct Deadlines {
        /// From the roster day to the first decision on a participant.
        pub approve_cohort: Option<Limit>,
        /// From the release of the priority list to a lead.
        pub assign: Option<Limit>,
        /// From the file day to a decision, where material money is at stake.
        pub material_review: Option<Limit>,
        /// From the receipt of a referral to its record.
        pub record_event: Option<Limit>,
        /// From the record of an event to the first decision on it.
        pub approve_event: Option<Limit>,
        /// From the decision on an event to the release of its response.
        pub release_bundle: Option<Limit>,
        /// From the release of a response to its completion.
        pub complete_response: Option<Limit>,
        /// From the event to the moment after which a clarification helps nobody.
        pub response_window: Option<Limit>,
    }
}

section! {
    /// What makes a recorded confirmation count.
    #[derive(Default)]
    pub struct ConfirmationRule {
        /// How many days a confirmation counts. Left out: for good.
        pub max_age_days: Option<u32>,
    }
}

section! {
    /// Who may approve what: the roles, as the staff table names them.
    #[derive(Default)]
    pub struct Roles {
        /// Who decides on participants.
        pub approve_cohort: Option<Vec<String>>,
        /// Who decides on events.
        pub approve_event: Option<Vec<String>>,
        /// Who decides on payments.
        pub approve_payment: Option<Vec<String>>,
    }
}

section! {
    /// How the events of a diversion pilot are matched.
    pub struct EventRule {
        /// How far apart the event platform and the triage system may date the same event.
        pub timestamp_tolerance_minutes: u32,
    }
}
