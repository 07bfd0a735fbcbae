//! Cohort activation: who may be served, decided by a named person; never a decision of Tieout's own.

mod basis;
mod build;
mod confirmations;
mod fields;
mod link;
mod metrics;
mod pending;
mod rationale;
mod review;
mod workflow;

use crate::control::Control;
use crate::value::Step;

pub(crate) use build::build;
pub(crate) use metrics::metrics;

const STEP: Step = Step::A2;

/// The step's controls, in the order of reports.
pub(crate) static CONTROLS: &[Control] = &[
    fields::PARTICIPANT,
    fields::CODE,
    fields::REVIEW_DATE,
    fields::REVIEWER,
    fields::CONTROL_STATUS,
    fields::NEXT_CHECKPOINT,
    pending::OWNED,
    pending::AHEAD,
    basis::SOUND,
    rationale::BORNE_OUT,
    workflow::VISIBLE,
    review::IN_TIME,
    confirmations::COMPLIANCE,
    confirmations::FINANCE,
    review::ENTITLED,
    link::TIED,
];
