//! The event records: what was known when a crisis came in, and on what grounds it counts; never what it turned out to be.

mod build;
mod confirmations;
mod eligibility;
mod exclusion;
mod fields;
mod filed;
mod metrics;
mod order;
mod recorded;
mod sources;

use crate::control::Control;
use crate::value::Step;

pub(crate) use build::build;
pub(crate) use metrics::metrics;

const STEP: Step = Step::D1;

/// The step's controls, in the order of reports.
pub(crate) static CONTROLS: &[Control] = &[
    fields::PARTICIPANT,
    fields::TIME,
    fields::SOURCE,
    fields::CATEGORY,
    fields::ELIGIBILITY,
    exclusion::CODE_PRESENT,
    confirmations::PATHWAY_APPROVED,
    confirmations::ELIGIBLE,
    sources::RECONCILED,
    eligibility::STATUS,
    exclusion::CODE_CORRECT,
    recorded::IN_TIME,
    filed::COMPLETE,
    order::FIRST,
];
