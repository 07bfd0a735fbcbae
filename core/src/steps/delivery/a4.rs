//! A4, intervention assignments: who does what by when; never a promise that nobody has the time or the right to keep.

use crate::control::{Control, outline};
use crate::value::Step;

/// A list becomes help only where a person with the capacity and the authority owes an action by a day;
/// a case that nobody can take is worth more said aloud than left blank.
pub(crate) static CONTROLS: &[Control] = outline! { Step::A4;
    "A4-F1" Field Block "Every assignment names its participant";
    "A4-F2" Field Block "Every intervention belongs to the participant's tier";
    "A4-F3" Field Block "Every assignment has a lead or is escalated";
    "A4-F4" Field Block "Every assignment has a due date and a timing window";
    "A4-F5" Field Block "Every assignment states its escalation status";
    "A4-F6" Field Block "Every assignment shows when it was validated";
    "A4-G1" Gate Block "Leads have capacity for what they are assigned";
    "A4-G2" Gate Block "Leads have authority for what they are assigned";
    "A4-V1" Validation Block "High-priority participants have an intervention and a lead";
    "A4-V2" Validation Block "Due dates keep to the tier's time limit";
    "A4-V3" Validation Block "Cases without a lead are escalated with a barrier by huddle close";
    "A4-T1" Deadline Warn "Assignments are made within their time limit";
    "A4-R1" Signoff Warn "The weekly huddle reviewed the assignments";
    "A4-L1" Link Block "Assignments keep to the current list, filed under the contract";
};
