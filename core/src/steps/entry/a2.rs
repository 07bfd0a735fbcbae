//! A2, cohort activation: who may be served, decided by a named person; never a decision of Tieout's own.

use crate::control::{Control, outline};
use crate::value::Step;

/// An active participant raises both the work owed and the money claimed, so that each one must be
/// somebody's decision, seen by compliance and finance before anybody acts on it.
pub(crate) static CONTROLS: &[Control] = outline! { Step::A2;
    "A2-F1" Field Block "Every decision names its participant";
    "A2-F2" Field Block "Every decision is active, pending or excluded";
    "A2-F3" Field Block "Every decision has a review date";
    "A2-F4" Field Block "Every decision names its reviewer";
    "A2-F5" Field Block "Every decision states its control status";
    "A2-F6" Field Block "Every decision sets its next checkpoint";
    "A2-G1" Gate Block "Pending participants have a named owner";
    "A2-G2" Gate Block "Pending participants have a deadline that is still ahead";
    "A2-V1" Validation Block "Active participants stand on a sound attribution basis";
    "A2-V2" Validation Block "Exclusions carry a reason code that the rules bear out";
    "A2-V3" Validation Block "Live work starts only once an active decision is on the register";
    "A2-T1" Deadline Warn "The roster is reviewed within its time limit";
    "A2-R1" Signoff Block "Compliance signed off before activation";
    "A2-R2" Signoff Block "Finance signed off before activation";
    "A2-R3" Signoff Block "The reviewer's role allows the decision";
    "A2-L1" Link Block "All participants are decided, registered and locked";
};
