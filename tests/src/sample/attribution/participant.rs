//! What became of a person in the pilot: decided, served, and at what risk. It follows from what is
//! true of the person, or from the one thing that somebody got wrong.

use chrono::{NaiveDate, NaiveDateTime};

use super::agreement::{BARRIER_CODES, MANUAL_CODES, NO_AUTHORIZATION, TENURE_DAYS, Tier};
use super::authorization::Status;
use super::fault::{AssignmentFault, CohortFault, ListFault, RosterFault};
use super::person::{Person, Standing};
use super::risk::Risk;
use super::week::Week;
use crate::sample::calendar::{at, days_after};
use crate::sample::draw::Draw;
use crate::sample::fault::{Carrier, Fault};

/// What a decision makes of a participant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Active,
    Pending,
    Excluded,
}

impl Class {
    /// As the site writes it.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Active => "IN",
            Self::Pending => "WAIT",
            Self::Excluded => "OUT",
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Pending => "pending",
            Self::Excluded => "excluded",
        }
    }
}

/// One decision on a participant, and when the register showed it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Decision {
    pub(super) class: Class,
    pub(super) on: NaiveDate,
    pub(super) code: Option<&'static str>,
    pub(super) registered: NaiveDateTime,
}

/// A person and what the pilot did about them.
#[derive(Debug, Clone)]
pub(super) struct Participant {
    pub(super) person: Person,
    /// Oldest first; the last one counts. None for people who are not of the population.
    pub(super) decisions: Vec<Decision>,
    /// When the live workflow took the person in, oldest first.
    pub(super) entered: Vec<NaiveDateTime>,
    pub(super) risk: Risk,
    /// Why nobody serves the person this week; high priority knows no such reason.
    pub(super) barrier: Option<&'static str>,
}

impl Participant {
    pub(super) fn of(person: Person, draw: &mut Draw) -> Self {
        let decisions = match person.standing {
            Standing::Attributed => decisions(&person, draw),
            _ => Vec::new(),
        };
        let risk = Risk::drawn(draw);
        let barrier = draw.percent(8).then(|| draw.pick(&BARRIER_CODES)).filter(|_| risk.tier() != Tier::High);
        let entered = entries(&decisions, draw);
        Self { person, decisions, entered, risk, barrier }
    }

    /// Under this decision on a day.
    pub(super) fn class_on(&self, day: NaiveDate) -> Option<Class> {
        self.decisions.iter().rev().find(|decision| decision.on <= day).map(|decision| decision.class)
    }

    pub(super) fn is_active_on(&self, day: NaiveDate) -> bool {
        self.class_on(day) == Some(Class::Active)
    }

    /// Attributed on a day, and no longer.
    pub(super) fn had_left_by_now(&self, day: NaiveDate) -> bool {
        let span = self.person.span();
        self.person.standing == Standing::Former && span.from <= day && span.to.is_some_and(|to| to >= day)
    }

    pub(super) fn has(&self, fault: impl Into<Fault>) -> bool {
        self.person.fault == Some(fault.into())
    }

    fn class(&self) -> Option<Class> {
        self.decisions.last().map(|decision| decision.class)
    }
}

impl Carrier for Participant {
    fn suits(&self, fault: Fault) -> bool {
        if self.person.fault.is_some() {
            return false;
        }
        match fault {
            Fault::Roster(fault) => self.suits_roster(fault),
            Fault::Cohort(fault) => self.suits_cohort(fault),
            Fault::List(fault) => self.suits_list(fault),
            Fault::Assignment(fault) => self.suits_assignment(fault),
            _ => false,
        }
    }

    /// What is done wrong is then done: whoever is activated by mistake is served like anybody else.
    fn carry(&mut self, fault: Fault) {
        self.person.fault = Some(fault);
        let Some(last) = self.decisions.last_mut() else {
            if fault == CohortFault::DecidedUnlisted.into() {
                self.decisions.push(Decision::new(Class::Excluded, Week::review(), Some(MANUAL_CODES[1])));
            }
            return;
        };
        let first_minutes = at(last.on, 7, 30);
        match fault {
            Fault::Cohort(CohortFault::ExcludedActivated) => {
                *last = Decision::new(Class::Active, Week::review(), None);
            }
            Fault::Cohort(CohortFault::ReviewedLate) => {
                *last = Decision::new(last.class, days_after(Week::last_review(), 1), last.code);
            }
            Fault::Cohort(CohortFault::Undecided) => self.decisions.clear(),
            Fault::Cohort(CohortFault::EnteredUndecided) => self.entered = vec![at(Week::last_review(), 9, 15)],
            Fault::Cohort(CohortFault::EnteredEarly) => self.entered = vec![first_minutes],
            _ => {}
        }
    }
}

impl Participant {
    fn suits_roster(&self, fault: RosterFault) -> bool {
        use RosterFault::{CodeForeign, CodeUncalled};
        let undecided = self.class() != Some(Class::Active);
        // A code on the roster would also speak against an active decision.
        self.person.suits(Fault::Roster(fault)) && (undecided || !matches!(fault, CodeForeign | CodeUncalled))
    }

    fn suits_cohort(&self, fault: CohortFault) -> bool {
        use CohortFault as F;
        let class = self.class();
        let excluded = class == Some(Class::Excluded) && self.person.rule_code.is_some();
        let only_now = self.decisions.len() == 1;
        match fault {
            F::DecidedUnlisted => matches!(self.person.standing, Standing::Former | Standing::Announced),
            F::DecisionIdEmpty
            | F::DecisionDateEmpty
            | F::ReviewedLate
            | F::Undecided
            | F::RegisterMissing
            | F::ExcludedActivated => excluded && only_now,
            F::DecisionCodeEmpty
            | F::DecisionCodeForeign
            | F::RationaleMissing
            | F::RationaleForeign
            | F::RationaleDiffers
            | F::EnteredUndecided
            | F::RegisterDiffers
            | F::LockedInactive => excluded,
            F::PendingUnowned | F::PendingOpenEnded | F::PendingOverdue => class == Some(Class::Pending),
            F::BasisMissing | F::LockForgotten => class == Some(Class::Active),
            F::EnteredEarly => class == Some(Class::Active) && only_now && self.decisions[0].on < Week::review(),
            F::ReviewerEmpty | F::ControlStatusEmpty | F::CheckpointEmpty | F::ReviewerUnauthorized => class.is_some(),
        }
    }

    fn suits_list(&self, fault: ListFault) -> bool {
        let active = self.class() == Some(Class::Active);
        match fault {
            // Whoever is gone from the list is no longer looked for by those who hand out the work.
            ListFault::ListIdEmpty | ListFault::Unlisted => active && self.risk.tier() != Tier::High,
            ListFault::ListedInactive => self.class() == Some(Class::Excluded) && self.person.rule_code.is_some(),
            _ => active,
        }
    }

    fn suits_assignment(&self, fault: AssignmentFault) -> bool {
        use AssignmentFault as F;
        let active = self.class() == Some(Class::Active);
        let (high, served) = (self.risk.tier() == Tier::High, self.barrier.is_none());
        match fault {
            F::HighUnassigned | F::InterventionForeign => active && high,
            F::LeadUnauthorized => active && served && self.risk.tier() == Tier::Rising,
            F::EscalatedUncoded | F::EscalatedForeign | F::EscalatedLate => active && !served,
            F::AssignedUnlisted => self.class() == Some(Class::Excluded) && self.person.rule_code.is_some(),
            _ => active && !high && served,
        }
    }
}

impl Decision {
    fn new(class: Class, on: NaiveDate, code: Option<&'static str>) -> Self {
        Self { class, on, code, registered: at(on, 16, 5) }
    }
}

/// Whoever is in stays in until something changes; whoever is not is looked at again with every roster.
fn decisions(person: &Person, draw: &mut Draw) -> Vec<Decision> {
    let known_since = person.span().from;
    let review = if draw.percent(30) { Week::last_review() } else { Week::review() };
    if let Some(code) = person.rule_code {
        let pending = code == NO_AUTHORIZATION && person.status == Status::Pending && draw.percent(75);
        let (class, code) = if pending { (Class::Pending, None) } else { (Class::Excluded, Some(code)) };
        let before = (known_since < Week::review_before() && draw.percent(60)).then(Week::review_before);
        return before.into_iter().chain([review]).map(|on| Decision::new(class, on, code)).collect();
    }
    let in_since = intake(days_after(known_since, TENURE_DAYS), draw);
    let active = Decision::new(Class::Active, in_since, None);
    if let Some(code) = person.manual_code {
        let excluded = Decision::new(Class::Excluded, Week::review(), Some(code));
        return if in_since < excluded.on { vec![active, excluded] } else { vec![excluded] };
    }
    match draw.below(100) {
        0..4 => vec![Decision::new(Class::Pending, review, None)],
        // Left on the last day, after the list and the month were made with them.
        4..6 => vec![active, Decision::new(Class::Excluded, Week::today(), Some(MANUAL_CODES[0]))],
        // Waited for a paper first.
        6..14 if in_since < Week::review() => {
            let waiting = Decision::new(Class::Pending, in_since, None);
            vec![waiting, Decision::new(Class::Active, days_after(in_since, 7), None)]
        }
        _ => vec![active],
    }
}

/// The review in which somebody came in who could not come before a day.
fn intake(earliest: NaiveDate, draw: &mut Draw) -> NaiveDate {
    let [first, second, third, last] = Week::intakes();
    let drawn = draw.weighted(&[(50, first), (22, second), (16, third), (12, last)]);
    Week::intakes().into_iter().find(|&review| review >= drawn.max(earliest)).unwrap_or(last)
}

/// The live workflow takes people in on the morning after the register shows them; some come back to it.
fn entries(decisions: &[Decision], draw: &mut Draw) -> Vec<NaiveDateTime> {
    let Some(active) = decisions.iter().find(|decision| decision.class == Class::Active) else {
        return Vec::new();
    };
    let morning = days_after(active.on, 1);
    let mut entered = vec![at(morning, 8, draw.below(60))];
    if active.on < Week::review_before() && draw.percent(5) {
        entered.push(at(days_after(Week::review_before(), 6), 8, draw.below(60)));
    }
    entered
}
