//! A6, payment position: what may be said about shared savings, and to whom; never more than the file supports.

use crate::control::{Control, outline};
use crate::value::Step;

/// Trust is lost when a statement has to be taken back; one position per month, with its doubts noted,
/// is the ceiling for every sentence inside and outside.
pub(crate) static CONTROLS: &[Control] = outline! { Step::A6;
    "A6-F1" Field Block "Every decision has a board decision code";
    "A6-F2" Field Block "Every decision is supportable, provisional or restricted";
    "A6-F3" Field Block "Every decision has a review date";
    "A6-F4" Field Block "Every decision names its executive owner";
    "A6-F5" Field Block "Every decision rates its residual risk";
    "A6-F6" Field Block "Every decision sets its next checkpoint";
    "A6-G1" Gate Block "Decisions note open disputes, claims lag and data gaps";
    "A6-V1" Validation Block "Board statements say no more than the current file supports";
    "A6-V2" Validation Block "Restricted months have a follow-up owner";
    "A6-V3" Validation Block "External statements say no more than the board approved";
    "A6-T1" Deadline Warn "Every month is decided within its time limit";
    "A6-L1" Link Block "Decisions are in the action register, filed under the contract";
};
