//! The response completion: how a crisis response ended, by its evidence; never by how it is remembered.
//!
//! Stabilized is the word that money hangs on. It must rest on actions that were delivered and evidenced, with what
//! stayed open in plain sight.

mod barriers;
mod build;
mod checkpoint;
mod confirmations;
mod evidence;
mod fields;
mod membership;
mod metrics;
mod reviewed;

use crate::control::Control;
use crate::value::Step;

pub(crate) use build::build;
pub(crate) use metrics::metrics;

const STEP: Step = Step::D4;

/// The step's controls, in the order of reports.
pub(crate) static CONTROLS: &[Control] = &[
    fields::PARTICIPANT,
    fields::STATUS,
    fields::DEPENDENCIES,
    fields::ESCALATION_STATUS,
    fields::REVIEWED,
    fields::VALIDATED,
    evidence::REASON,
    barriers::OWNED,
    evidence::STABILIZED,
    barriers::COUNTED,
    checkpoint::SET,
    reviewed::IN_TIME,
    confirmations::REVIEWED,
    membership::COMPLETED,
];
