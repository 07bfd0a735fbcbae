//! Event qualification: which crises count, decided by a named person; never a decision of Tieout's own.

mod basis;
mod build;
mod confirmations;
mod delivery;
mod fields;
mod link;
mod pending;
mod rationale;
mod review;

use crate::control::Control;
use crate::value::Step;

pub(crate) use build::build;

const STEP: Step = Step::D2;

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
    delivery::VISIBLE,
    review::IN_TIME,
    confirmations::COMPLIANCE,
    confirmations::PAYER_RELATIONS,
    review::ENTITLED,
    link::TIED,
];
