//! The response bundle: what a qualified crisis is met with; never a general promise to follow up.
//!
//! Avoidance can be claimed only for something that was done. Naming tier, actions and responder at the outset
//! leaves nothing to be fitted to the outcome later.

mod actions;
mod authority;
mod build;
mod capacity;
mod confirmations;
mod fields;
mod membership;
mod metrics;
mod released;
mod safety;
mod tier;

use crate::control::Control;
use crate::value::Step;

pub(crate) use build::{build, build_actions};
pub(crate) use metrics::metrics;

const STEP: Step = Step::D3;

/// The step's controls, in the order of reports.
pub(crate) static CONTROLS: &[Control] = &[
    fields::PARTICIPANT,
    fields::TIER,
    fields::SAFETY_STATUS,
    fields::RESPONDER,
    fields::THRESHOLD,
    capacity::CAPACITY,
    authority::AUTHORITY,
    tier::TIER,
    safety::TRIAGED,
    tier::THRESHOLD,
    released::IN_TIME,
    confirmations::ROUTED,
    membership::QUALIFIED,
    actions::NAMED,
];
