//! The agreement that the people are made for: its text, and the words and numbers of it that the generator needs.

use crate::sample::calendar::day;
use crate::sample::confirmation::Versions;

/// The contract file, as both sides signed it.
pub(super) const CONTRACT: &str = include_str!("contract.toml");
const VERSION: &str = "2026.3";
const SUPERSEDED_VERSION: &str = "2026.2";

pub(super) fn versions() -> Versions {
    Versions { current: VERSION, superseded: SUPERSEDED_VERSION, since: day(2026, 3, 1) }
}

pub(super) const COVERED_PRODUCTS: [&str; 2] = ["medicaid", "dual"];
pub(super) const QUALIFYING_CATEGORIES: [&str; 4] = ["smi", "sud", "idd", "chronic"];
pub(super) const OTHER_CATEGORIES: [&str; 3] = ["none", "perinatal", "wellness"];
pub(super) const ADULT_AGE_YEARS: u32 = 18;
pub(super) const TENURE_DAYS: u32 = 30;

pub(super) const NOT_COVERED: &str = "NOT-COVERED";
pub(super) const UNDER_AGE: &str = "UNDER-18";
pub(super) const SHORT_TENURE: &str = "SHORT-TENURE";
pub(super) const NO_CATEGORY: &str = "NO-CATEGORY";
pub(super) const NO_AUTHORIZATION: &str = "NO-AUTH";
/// The codes that a criterion gives.
pub(super) const RULE_CODES: [&str; 5] = [NOT_COVERED, UNDER_AGE, SHORT_TENURE, NO_CATEGORY, NO_AUTHORIZATION];
/// The codes that only a person may give.
pub(super) const MANUAL_CODES: [&str; 3] = ["OPTED-OUT", "MOVED-AWAY", "DECEASED"];
/// What sites write although nobody agreed on it.
pub(super) const FOREIGN_CODES: [&str; 3] = ["DUPLICATE", "NO-CONTACT", "OTHER"];

/// What keeps people from being served.
pub(super) const BARRIER_CODES: [&str; 3] = ["B-CAPACITY", "B-UNREACHED", "B-AUTH"];

pub(super) const WINDOW_DAYS: u32 = 90;
pub(super) const FEED_MAX_AGE_DAYS: u32 = 7;
pub(super) const ED_KIND: &str = "ed";
pub(super) const INPATIENT_KINDS: [&str; 2] = ["inpatient", "observation"];
/// What the feed holds besides, and nobody scores.
pub(super) const OTHER_KINDS: [&str; 4] = ["outpatient", "telehealth", "pharmacy", "home_health"];
pub(super) const SEVERITIES: [(&str, u32); 3] = [("minor", 1), ("moderate", 2), ("major", 4)];

/// From which value on a factor has which points.
type Steps = &'static [(u32, u32)];
pub(super) const ED_STEPS: Steps = &[(0, 0), (1, 2), (3, 5), (5, 8)];
pub(super) const INPATIENT_STEPS: Steps = &[(0, 0), (1, 4), (2, 7)];
pub(super) const INCIDENT_STEPS: Steps = &[(0, 0), (2, 2), (5, 4)];
pub(super) const VARIANCE_STEPS: Steps = &[(0, 0), (1, 1), (3, 3)];

pub(super) fn points(steps: Steps, value: u32) -> u32 {
    steps.iter().rev().find(|(from, _)| *from <= value).map_or(0, |(_, points)| *points)
}

/// How urgent a participant is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tier {
    High,
    Rising,
    Steady,
}

impl Tier {
    pub(super) const ALL: [Self; 3] = [Self::High, Self::Rising, Self::Steady];

    pub(super) const fn of(score: u32) -> Self {
        match score {
            10.. => Self::High,
            5..=9 => Self::Rising,
            _ => Self::Steady,
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Rising => "rising",
            Self::Steady => "steady",
        }
    }

    pub(super) const fn due_within(self) -> &'static str {
        match self {
            Self::High => "48h",
            Self::Rising => "5bd",
            Self::Steady => "20bd",
        }
    }

    pub(super) const fn interventions(self) -> &'static [&'static str] {
        match self {
            Self::High => &["home_visit", "case_conference"],
            Self::Rising => &["home_visit", "phone_outreach"],
            Self::Steady => &["phone_outreach"],
        }
    }

    /// The role that leads everything which the tier asks for.
    pub(super) const fn role(self) -> &'static str {
        match self {
            Self::High => "clinician",
            Self::Rising => "nurse",
            Self::Steady => "community_worker",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contract_speaks_the_same_words() {
        let codes = RULE_CODES.iter().chain(&MANUAL_CODES).map(|code| format!("code = \"{code}\""));
        let versions = [
            format!("\nversion = \"{VERSION}\""),
            format!("\nsupersedes = \"{SUPERSEDED_VERSION}\""),
            format!("value = {COVERED_PRODUCTS:?}"),
            format!("value = {QUALIFYING_CATEGORIES:?}"),
            format!("value = {ADULT_AGE_YEARS}\n"),
            format!("value = {TENURE_DAYS}\n"),
        ];
        let tiers = Tier::ALL.map(|tier| {
            let within = tier.due_within();
            format!("due_within = \"{within}\"\ninterventions = {:?}\n", tier.interventions())
        });
        let barriers = BARRIER_CODES.map(|code| format!("code = \"{code}\""));
        let severities = SEVERITIES.map(|(severity, points)| format!("{severity} = {points}\n"));
        let scoring = [
            format!("window_days = {WINDOW_DAYS}\n"),
            format!("feed_max_age_days = {FEED_MAX_AGE_DAYS}\n"),
            format!("ed_kinds = [{ED_KIND:?}]"),
            format!("inpatient_kinds = {INPATIENT_KINDS:?}"),
        ];
        let words = codes.chain(versions).chain(tiers).chain(barriers).chain(severities).chain(scoring);
        for words in words {
            assert!(CONTRACT.contains(&words), "contract.toml has no {words:?}");
        }
        for code in FOREIGN_CODES {
            assert!(!CONTRACT.contains(code), "{code} is meant to be unknown to contract.toml");
        }
    }
}
