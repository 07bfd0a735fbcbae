//! The intervention priority list: who is helped first, by risk alone; never by who is best known.
//!
//! Effort that follows the loudest case cannot be told from favour afterwards. A rank that anybody can recompute
//! from the same feeds can be defended.

mod build;
mod confirmations;
mod counts;
mod feed;
mod fields;
mod membership;
mod metrics;
mod ranking;
mod release_day;
mod tier;

use crate::control::Control;
use crate::value::Step;

pub(crate) use build::build;
pub(crate) use metrics::metrics;

const STEP: Step = Step::A3;

/// The step's controls, in the order of reports.
pub(crate) static CONTROLS: &[Control] = &[
    fields::PARTICIPANT,
    fields::TIER,
    fields::ED_COUNT,
    fields::VARIANCE_COUNT,
    fields::STATUS,
    feed::CURRENT,
    confirmations::INCIDENTS_CURRENT,
    tier::TIER,
    counts::ED_VISITS,
    counts::CASE,
    release_day::CADENCE,
    confirmations::ROUTED,
    membership::ACTIVE,
    ranking::BY_RISK,
];
