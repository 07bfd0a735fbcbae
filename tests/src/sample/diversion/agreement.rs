//! The agreement that the events are made for: its text, and the words and numbers of it that the generator needs.

use crate::sample::calendar::day;
use crate::sample::confirmation::Versions;

/// The contract file, as both sides signed it.
pub(super) const CONTRACT: &str = include_str!("contract.toml");
const VERSION: &str = "2026.2";
const SUPERSEDED_VERSION: &str = "2026.1";

pub(super) fn versions() -> Versions {
    Versions { current: VERSION, superseded: SUPERSEDED_VERSION, since: day(2026, 2, 16) }
}

pub(super) const SOURCES: [&str; 4] = ["crisis_line", "mobile_team", "emergency_room", "school"];
pub(super) const OTHER_SOURCES: [&str; 2] = ["walk_in", "relative"];
pub(super) const CATEGORIES: [&str; 4] = ["self_harm", "psychosis", "overdose", "aggression"];
pub(super) const OTHER_CATEGORIES: [&str; 2] = ["housing", "grief"];
pub(super) const SAFETY: [&str; 3] = ["safe_at_home", "accompanied", "at_risk"];
pub(super) const TOO_LATE_SAFETY: [&str; 2] = ["dispatched", "in_custody"];

pub(super) const WRONG_DOOR: &str = "WRONG-DOOR";
pub(super) const NO_COVER: &str = "NO-COVER";
pub(super) const OTHER_CRISIS: &str = "OTHER-CRISIS";
pub(super) const TOO_LATE: &str = "TOO-LATE";
pub(super) const TOO_SOON: &str = "TOO-SOON";
/// The codes that a criterion gives.
pub(super) const RULE_CODES: [&str; 5] = [WRONG_DOOR, NO_COVER, OTHER_CRISIS, TOO_LATE, TOO_SOON];
/// The codes that only a person may give.
pub(super) const MANUAL_CODES: [&str; 2] = ["SAME-CALL", "WITHDRAWN"];
/// What sites write although nobody agreed on it.
pub(super) const FOREIGN_CODE: &str = "OUT-OF-AREA";

pub(super) const TOLERANCE_MINUTES: i64 = 10;
pub(super) const RECORD_MINUTES: i64 = 180;
pub(super) const RELEASE_MINUTES: i64 = 300;
pub(super) const COMPLETION_MINUTES: i64 = 72 * 60;
pub(super) const RESPONSE_WINDOW_MINUTES: i64 = 30 * 60;
pub(super) const DOWNSTREAM_MINUTES: i64 = 96 * 60;
/// The hours within which an earlier event counts for the score.
pub(super) const RECENT_MINUTES: i64 = 720 * 60;

pub(super) const REASONS: [&str; 3] = ["DECLINED", "NO-CONTACT", "MOVED"];
/// What an avoided escalation is worth, in cents.
pub(super) const UNIT_VALUES: [(&str, i64); 3] = [("ed", 138_000), ("inpatient", 945_000), ("police", 57_500)];
pub(super) const MATERIAL_CENTS: i64 = 2_500_000;

/// Why an event of a category qualifies.
pub(super) fn basis(category: &str) -> &'static str {
    match category {
        "overdose" => "RELAPSE",
        "aggression" => "CONDUCT",
        _ => "DANGER",
    }
}

/// How urgent a response is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tier {
    Red,
    Amber,
    Green,
}

impl Tier {
    pub(super) const ALL: [Self; 3] = [Self::Red, Self::Amber, Self::Green];

    /// The tier of a risk score and a number of recent events.
    pub(super) const fn of(risk_score: u32, recent_events: u32) -> Self {
        let risk_points = match risk_score {
            85.. => 8,
            60..=84 => 5,
            35..=59 => 2,
            _ => 0,
        };
        let event_points = match recent_events {
            3.. => 3,
            1..=2 => 1,
            0 => 0,
        };
        match risk_points + event_points {
            8.. => Self::Red,
            4..=7 => Self::Amber,
            _ => Self::Green,
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Red => "red",
            Self::Amber => "amber",
            Self::Green => "green",
        }
    }

    pub(super) const fn threshold(self) -> &'static str {
        match self {
            Self::Red => "ET-RED",
            Self::Amber => "ET-AMBER",
            Self::Green => "ET-GREEN",
        }
    }

    pub(super) const fn components(self) -> &'static [&'static str] {
        match self {
            Self::Red => &["safety_plan", "same_day_visit", "psychiatric_review"],
            Self::Amber => &["safety_plan", "same_day_visit"],
            Self::Green => &["safety_plan", "peer_contact"],
        }
    }

    /// The role that leads such a response, where none of a higher tier is needed.
    pub(super) const fn role(self) -> &'static str {
        match self {
            Self::Red => "clinician",
            Self::Amber => "nurse",
            Self::Green => "peer",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contract_speaks_the_same_words() {
        let mut words = vec![
            format!("\nversion = \"{VERSION}\""),
            format!("\nsupersedes = \"{SUPERSEDED_VERSION}\""),
            format!("value = {SOURCES:?}"),
            format!("value = {CATEGORIES:?}"),
            format!("value = {TOO_LATE_SAFETY:?}"),
            format!("timestamp_tolerance_minutes = {TOLERANCE_MINUTES}\n"),
            format!("record_event = \"{}h\"", RECORD_MINUTES / 60),
            format!("release_bundle = \"{}h\"", RELEASE_MINUTES / 60),
            format!("complete_response = \"{}h\"", COMPLETION_MINUTES / 60),
            format!("response_window = \"{}h\"", RESPONSE_WINDOW_MINUTES / 60),
            format!("downstream_window = \"{}h\"", DOWNSTREAM_MINUTES / 60),
            format!("material_exposure = \"{}.00\"", MATERIAL_CENTS / 100),
        ];
        words.extend(RULE_CODES.iter().chain(&MANUAL_CODES).chain(&REASONS).map(|code| format!("code = \"{code}\"")));
        words.extend(UNIT_VALUES.map(|(kind, cents)| format!("{kind} = \"{}.00\"", cents / 100)));
        words.extend(Tier::ALL.map(|tier| {
            let (threshold, components) = (tier.threshold(), tier.components());
            format!("escalation_threshold = \"{threshold}\"\ncomponents = {components:?}\n")
        }));
        for words in words {
            assert!(CONTRACT.contains(&words), "contract.toml has no {words:?}");
        }
        assert!(!CONTRACT.contains(FOREIGN_CODE));
    }

    #[test]
    fn a_score_leads_to_its_tier() {
        let tiers = [(90, 0), (60, 3), (60, 0), (59, 1), (59, 3), (34, 3)].map(|(risk, recent)| Tier::of(risk, recent));
        assert_eq!(tiers, [Tier::Red, Tier::Red, Tier::Amber, Tier::Green, Tier::Amber, Tier::Green]);
    }
}
