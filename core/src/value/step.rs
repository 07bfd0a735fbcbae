//! A pilot is one of two kinds; each has six steps, and their order is the order of the work.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The kind of agreement that a contract describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pilot {
    /// A payer attributes people to a provider for a term.
    Attribution,
    /// A payer pays for crises that were met before they escalated.
    Diversion,
}

/// One step of a pilot: a record that somebody makes, and the controls that it must pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[expect(missing_docs, reason = "each step's title says what it is")]
pub enum Step {
    A1,
    A2,
    A3,
    A4,
    A5,
    A6,
    D1,
    D2,
    D3,
    D4,
    D5,
    D6,
}

impl Step {
    /// All twelve, in the order of reports.
    pub const ALL: [Self; 12] = [
        Self::A1,
        Self::A2,
        Self::A3,
        Self::A4,
        Self::A5,
        Self::A6,
        Self::D1,
        Self::D2,
        Self::D3,
        Self::D4,
        Self::D5,
        Self::D6,
    ];

    /// The pilot that this step belongs to.
    #[must_use]
    pub fn pilot(self) -> Pilot {
        if self < Self::D1 { Pilot::Attribution } else { Pilot::Diversion }
    }

    /// What the step makes, as a heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::A1 => "Attributed roster",
            Self::A2 => "Cohort activation",
            Self::A3 => "Intervention priority list",
            Self::A4 => "Intervention assignments",
            Self::A5 => "Payment assurance file",
            Self::A6 => "Payment position",
            Self::D1 => "Event qualification record",
            Self::D2 => "Event qualification decision",
            Self::D3 => "Response bundle",
            Self::D4 => "Response completion",
            Self::D5 => "Avoided-escalation settlement file",
            Self::D6 => "Settlement position",
        }
    }

    /// The step of this name, as `A1`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.to_string() == name)
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}
