//! D6, settlement position: what may be said about avoided escalations, and to whom; never more than the file supports.

use crate::control::{Control, outline};
use crate::value::Step;

/// Trust is lost when a statement has to be taken back; one position per month, with its doubts noted,
/// is the ceiling for every sentence inside and outside.
pub(crate) static CONTROLS: &[Control] = outline! { Step::D6;
    "D6-F1" Field Block "Every decision has a board decision code";
    "D6-F2" Field Block "Every decision is supportable, provisional or restricted";
    "D6-F3" Field Block "Every decision has a review date";
    "D6-F4" Field Block "Every decision names its executive owner";
    "D6-F5" Field Block "Every decision rates its residual risk";
    "D6-F6" Field Block "Every decision sets its next checkpoint";
    "D6-G1" Gate Block "Decisions note open disputes, claims lag and unclosed events";
    "D6-V1" Validation Block "Board statements say no more than the current file supports";
    "D6-V2" Validation Block "Restricted months have a follow-up owner";
    "D6-V3" Validation Block "External statements say no more than the board approved";
    "D6-T1" Deadline Warn "Every month is decided within its time limit";
    "D6-L1" Link Block "Decisions are in the action register, filed under the contract";
};
