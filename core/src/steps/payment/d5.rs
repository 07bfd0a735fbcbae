//! D5, avoided-escalation settlement file: what the months' diversions could support; never what is hoped for.

use crate::control::{Control, outline};
use crate::value::Step;

/// An escalation that did not happen leaves no record of its own, so that each claim must be held
/// against the record of those that did.
pub(crate) static CONTROLS: &[Control] = outline! { Step::D5;
    "D5-F1" Field Block "Every row names its pilot month";
    "D5-F2" Field Block "Every row counts the qualified events";
    "D5-F3" Field Block "Every row counts the provisional avoided escalations";
    "D5-F4" Field Block "Every row states the claims lag";
    "D5-F5" Field Block "Every row states the outcome trigger";
    "D5-F6" Field Block "Every row counts open methodology questions";
    "D5-G1" Gate Block "Claimed outcomes tie out to downstream utilization";
    "D5-V1" Validation Block "Event counts tie out to the locked events";
    "D5-V2" Validation Block "Avoided escalations follow the contract's counting method";
    "D5-V3" Validation Block "Claims lag follows the contract's lag method";
    "D5-T1" Deadline Warn "Every finished pilot month has one row";
    "D5-R1" Signoff Block "Finance signed off before the committee met";
    "D5-R2" Signoff Block "Compliance signed off before the committee met";
    "D5-R3" Signoff Block "The executive sponsor signed off before the committee met";
    "D5-L1" Link Block "The file is kept beside its locked events, under the contract";
};
