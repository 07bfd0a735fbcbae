//! D2, event qualification decision: which crises count, decided by a named person; never a decision of Tieout's own.

use crate::control::{Control, outline};
use crate::value::Step;

/// A qualified event raises both the work owed and the money claimed, so that each one must be
/// somebody's decision, seen by compliance and the payer before anybody acts on it.
pub(crate) static CONTROLS: &[Control] = outline! { Step::D2;
    "D2-F1" Field Block "Every decision names its participant";
    "D2-F2" Field Block "Every decision is qualified, pending or rejected";
    "D2-F3" Field Block "Every decision has a review date";
    "D2-F4" Field Block "Every decision names its reviewer";
    "D2-F5" Field Block "Every decision states its control status";
    "D2-F6" Field Block "Every decision sets its next checkpoint";
    "D2-G1" Gate Block "Pending events have a named owner";
    "D2-G2" Gate Block "Pending events have a deadline within the response window";
    "D2-V1" Validation Block "Qualified events stand on a sound trigger basis";
    "D2-V2" Validation Block "Rejections carry a reason code that the rules bear out";
    "D2-V3" Validation Block "Delivery counts only once a qualified decision is on the register";
    "D2-T1" Deadline Warn "Event records are reviewed within their time limit";
    "D2-R1" Signoff Block "Compliance signed off before release";
    "D2-R2" Signoff Block "Payer relations signed off before release";
    "D2-R3" Signoff Block "The reviewer's role allows the decision";
    "D2-L1" Link Block "All events are decided, registered and locked";
};
