//! Agreed: the contract file, which says everything that is not in the tables. It cannot contradict itself.

mod agreement;
mod calendar;
mod deadline;
mod codes;
mod criteria;
mod field;
mod scoring;
mod payment;
mod release;
mod words;
mod check;

use std::collections::BTreeMap;

pub use crate::notation::{Fault, FileError};
pub use agreement::{ConfirmationRule, Deadlines, EventRule, Roles};
pub use calendar::{Calendar, Huddle};
use chrono_tz::Tz;
pub(crate) use codes::signing;
pub use codes::{Class, Code, ExclusionCode, TriggerBasis};
pub use criteria::{Criterion, Missing, Operand, Operator, Scalar, Test};
pub use deadline::Deadline;
pub use field::{Derived, Field};
pub use payment::{
    Average, AvoidedEscalation, ChainLadder, Grain, Lag, LossRate, Method, MinimumRate, Model, OutcomeTrigger, Payment,
    QualityLossRate, SharedSavings, Tracker,
};
pub use release::Release;
pub use scoring::{Factor, FactorStep, Response, Scoring, Service, Tier, Utilization};
pub use words::Rate;

use crate::notation::{self, Sort};
use crate::value::{Day, Digest, Pilot};
use agreement::{Agreement, Term};

/// Why a contract was refused, fault by fault.
pub type ContractError = FileError;

const SORT: Sort = Sort {
    stranger: [
        "the file is not a contract: no line of it begins a table [contract]",
        "give the TOML file of the agreement, which begins with a table [contract]",
    ],
    mark: "[contract]",
    pilot: |tree| tree.get("contract")?.get_ref().get("pilot")?.get_ref().as_str().and_then(words::pilot_named),
};

/// One version of an agreement, read from exact bytes and free of contradictions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contract {
    /// The contract's own id; it stays the same from version to version.
    pub id: String,
    /// Which version of it this is.
    pub version: String,
    /// The version that this one replaces.
    pub supersedes: Option<String>,
    /// The version of Tieout that it needs, if it names one.
    pub needs_tieout: Option<Release>,
    /// The digest of the file, by which results name it.
    pub digest: Digest,
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
    /// The days on which both sides work and meet.
    pub calendar: Calendar,
    /// How long each piece of work may take.
    pub deadlines: Deadlines,
    /// What makes a recorded confirmation count.
    pub confirmations: ConfirmationRule,
    /// Who may approve what.
    pub roles: Roles,
    /// How events are matched; always there in a diversion pilot.
    pub events: Option<EventRule>,
    /// Who or what qualifies, in the order in which they are tried.
    pub criteria: Vec<Criterion>,
    /// The reasons for which somebody or something is left out.
    pub exclusion_codes: Vec<ExclusionCode>,
    /// What may keep a participant from being served.
    pub barrier_codes: Vec<Code>,
    /// Why an action of a response may stay incomplete.
    pub reason_codes: Vec<Code>,
    /// What each decision code of the site means.
    pub decision_codes: BTreeMap<String, Class>,
    /// Why a qualified event qualifies.
    pub triggers: Vec<TriggerBasis>,
    /// How risk becomes a score.
    pub scoring: Option<Scoring>,
    /// How a score becomes action, from the highest tier down.
    pub tiers: Vec<Tier>,
    /// Which roles may lead an intervention or, in a diversion pilot, a response tier.
    pub authority: BTreeMap<String, Vec<String>>,
    /// What may be paid, and said about it.
    pub payment: Option<Payment>,
}

impl Contract {
    /// Reads a contract file.
    ///
    /// # Errors
    /// The error names every fault of the file with its line, or, where the notation itself is
    /// broken, every fault of the notation.
    pub fn parse(bytes: &[u8]) -> Result<Self, ContractError> {
        let agreement = notation::read(bytes, &SORT, check::contradictions)?;
        Ok(Self::of(agreement, Digest::of(bytes)))
    }

    /// The JSON Schema of the file, with which editors complete and check it.
    #[cfg(feature = "schema")]
    #[must_use]
    pub fn json_schema() -> serde_json::Value {
        notation::schema::of_file::<Agreement>("Tieout contract")
    }

    /// The exclusion code of this name.
    #[must_use]
    pub fn exclusion_code(&self, code: &str) -> Option<&ExclusionCode> {
        self.exclusion_codes.iter().find(|known| known.code == code)
    }

    /// What an exclusion code means or, of a code that nobody agreed on, the code itself.
    #[must_use]
    pub fn label_of<'c>(&'c self, code: &'c str) -> &'c str {
        self.exclusion_code(code).map_or(code, |known| &known.label)
    }

    /// The tier of a score.
    #[must_use]
    pub fn tier_of(&self, score: u64) -> Option<&Tier> {
        self.tiers.iter().find(|tier| u64::from(tier.from) <= score)
    }

    /// The tier of this name.
    #[must_use]
    pub fn tier(&self, name: &str) -> Option<&Tier> {
        self.tiers.iter().find(|tier| tier.tier == name)
    }

    fn of(agreement: Agreement, digest: Digest) -> Self {
        let Agreement {
            contract:
                Term {
                    id,
                    version,
                    pilot,
                    payer,
                    provider,
                    effective_from,
                    effective_to,
                    timezone,
                    supersedes,
                    needs_tieout,
                },
            ..
        } = agreement;
        Self {
            id,
            version,
            supersedes,
            needs_tieout,
            digest,
            pilot,
            payer,
            provider,
            effective_from,
            effective_to,
            timezone,
            calendar: agreement.calendar,
            deadlines: agreement.deadlines,
            confirmations: agreement.confirmations,
            roles: agreement.roles,
            events: agreement.events,
            criteria: agreement.criteria,
            exclusion_codes: agreement.exclusion_codes,
            barrier_codes: agreement.barrier_codes,
            reason_codes: agreement.reason_codes,
            decision_codes: agreement.decision_codes,
            triggers: agreement.triggers,
            scoring: agreement.scoring,
            tiers: agreement.tiers,
            authority: agreement.authority,
            payment: agreement.payment,
        }
    }
}
