//! A5, payment assurance file: what the months' shared savings could support; never what is hoped for.

use crate::control::{Control, outline};
use crate::value::Step;

/// A forecast reaches the board as a number, and its doubts get lost on the way; recomputing count,
/// savings, lag and trigger keeps them together.
pub(crate) static CONTROLS: &[Control] = outline! { Step::A5;
    "A5-F1" Field Block "Every row names its pilot month";
    "A5-F2" Field Block "Every row counts the attributed participants";
    "A5-F3" Field Block "Every row states the provisional savings";
    "A5-F4" Field Block "Every row states the claims lag";
    "A5-F5" Field Block "Every row states the outcome trigger";
    "A5-F6" Field Block "Every row counts open methodology questions";
    "A5-G1" Gate Block "Trigger and open questions tie out to the methodology schedule";
    "A5-V1" Validation Block "Participant counts tie out to the locked cohort";
    "A5-V2" Validation Block "Provisional savings follow the contract's savings model";
    "A5-V3" Validation Block "Claims lag follows the contract's lag method";
    "A5-T1" Deadline Warn "Every finished pilot month has one row";
    "A5-R1" Signoff Block "Finance signed off before the committee met";
    "A5-R2" Signoff Block "Compliance signed off before the committee met";
    "A5-R3" Signoff Block "The executive sponsor signed off before the committee met";
    "A5-L1" Link Block "The file is kept beside its locked cohort, under the contract";
};
