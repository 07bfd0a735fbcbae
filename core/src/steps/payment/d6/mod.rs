//! D6, settlement position: what may be said about avoided escalations, and to whom; never more than the file supports.

mod fields;
mod notes;
mod board;
mod follow_up;
mod external;
mod timely;
mod confirmations;

use crate::control::Control;
use crate::value::Step;

const STEP: Step = Step::D6;

/// The step's controls, in the order of reports.
pub(crate) static CONTROLS: &[Control] = &[
    fields::CODE,
    fields::POSITION,
    fields::REVIEW_DATE,
    fields::OWNER,
    fields::RISK,
    fields::CHECKPOINT,
    notes::NOTED,
    board::SUPPORTED,
    follow_up::OWNED,
    external::APPROVED,
    timely::DECIDED,
    confirmations::REGISTERED,
];
