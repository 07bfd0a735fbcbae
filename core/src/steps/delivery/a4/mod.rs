//! The intervention assignments: who does what by when; never a promise that nobody has the time or the right to keep.
//!
//! A list becomes help only where a person with the capacity and the authority owes an action by a day. A case that
//! nobody can take is worth more said aloud than left blank.

mod authority;
mod build;
mod capacity;
mod confirmations;
mod due;
mod escalation;
mod fields;
mod high_priority;
mod made;
mod membership;
mod metrics;
mod with_lead;

use crate::control::Control;
use crate::value::Step;

pub(crate) use build::build;
pub(crate) use metrics::metrics;

const STEP: Step = Step::A4;

/// The step's controls, in the order of reports.
pub(crate) static CONTROLS: &[Control] = &[
    fields::PARTICIPANT,
    with_lead::INTERVENTION,
    with_lead::LEAD,
    with_lead::DUE,
    fields::ESCALATION_STATUS,
    fields::VALIDATED,
    capacity::CAPACITY,
    authority::AUTHORITY,
    high_priority::SERVED,
    due::IN_TIME,
    escalation::ESCALATED,
    made::IN_TIME,
    confirmations::REVIEWED,
    membership::LISTED,
];
