//! The attributed roster: who is in the pilot this week, and on what grounds. It never rests on a nomination.

mod authorization;
mod build;
mod confirmations;
mod exclusion;
mod fields;
mod membership;
mod metrics;
mod nomination;
mod roster_day;

use crate::control::Control;
use crate::value::Step;

pub(crate) use build::build;
pub(crate) use metrics::metrics;

const STEP: Step = Step::A1;

/// The step's controls, in the order of reports.
pub(crate) static CONTROLS: &[Control] = &[
    fields::PARTICIPANT,
    fields::ATTRIBUTION_DATE,
    fields::CATEGORY,
    fields::AUTHORIZATION,
    exclusion::CODE_PRESENT,
    confirmations::LATEST_FILE,
    confirmations::CRITERIA_UNCHANGED,
    membership::RECONCILED,
    authorization::STATUS,
    exclusion::CODE_CORRECT,
    roster_day::CADENCE,
    confirmations::FILED,
    nomination::NOMINATED,
];
