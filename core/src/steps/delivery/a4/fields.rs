//! The values that each assignment needs, whether somebody leads it or not.

use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::Assignments;

control! {
    /// Each assignment names its participant.
    PARTICIPANT = "A4-F1" Field Block, needs [Need::Table(Assignments)], Decide::Filled(Assignments, "participant_id")
}

control! {
    /// Each assignment says whether the case is escalated.
    ///
    /// ## Remedy
    /// Write `escalated` where nobody takes the case, and `none` otherwise.
    ESCALATION_STATUS = "A4-F5" Field Block, needs [Need::Table(Assignments)],
    Decide::Filled(Assignments, "escalation_status")
}

control! {
    /// Each assignment shows when it was validated.
    ///
    /// ## Remedy
    /// Enter the time at which the assignment, or its escalation, was confirmed.
    VALIDATED = "A4-F6" Field Block, needs [Need::Table(Assignments)],
    Decide::Filled(Assignments, "validation_timestamp")
}
