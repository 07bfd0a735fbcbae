//! The values that each completion needs before anybody can rely on it.

use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::Completions;

control! {
    /// Each completion names its participant.
    PARTICIPANT = "D4-F1" Field Block, needs [Need::Table(Completions)], Decide::Filled(Completions, "participant_id")
}

control! {
    /// Each completion says how the response ended, in one of three words.
    ///
    /// ## Remedy
    /// Write `stabilized`, `partially_stabilized` or `escalated_out`.
    STATUS = "D4-F2" Field Block, needs [Need::Table(Completions)], Decide::Filled(Completions, "completion_status")
}

control! {
    /// Each completion counts the dependencies that are still open.
    ///
    /// ## Remedy
    /// Count the event's open dependencies in the barrier tracker; none is `0`.
    DEPENDENCIES = "D4-F3" Field Block, needs [Need::Table(Completions)],
    Decide::Filled(Completions, "unresolved_dependency_count")
}

control! {
    /// Each completion says whether the case is escalated.
    ///
    /// ## Remedy
    /// Write `escalated` where somebody higher up must settle something, and `none` otherwise.
    ESCALATION_STATUS = "D4-F4" Field Block, needs [Need::Table(Completions)],
    Decide::Filled(Completions, "escalation_status")
}

control! {
    /// Each completion shows when it was reviewed.
    REVIEWED = "D4-F5" Field Block, needs [Need::Table(Completions)], Decide::Filled(Completions, "review_date")
}

control! {
    /// Each completion shows when it was validated.
    VALIDATED = "D4-F6" Field Block, needs [Need::Table(Completions)],
    Decide::Filled(Completions, "validation_timestamp")
}
