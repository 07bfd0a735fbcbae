//! The values that each decision on an event needs before any of it can be judged.

use super::super::decided;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::EventDecisions;

control! {
    /// Each decision names its participant.
    PARTICIPANT = "D2-F1" Field Block, needs [Need::Table(EventDecisions)], Decide::Filled(EventDecisions, "participant_id")
}

control! {
    /// Each decision has a code, and one that the contract knows.
    ///
    /// ## Why
    /// A code that the contract does not know may mean anything, and later each side will say what it meant.
    /// ## Remedy
    /// Enter one of the contract's decision codes, or have the contract amended.
    /// ## Example
    /// ```clean
    /// event_decisions: event_id event_decision_code | E1 YES | E2 WAIT
    /// ```
    /// ```fault
    /// event_decisions: event_id event_decision_code | E1 YES | E2 MAYBE <-
    /// ```
    CODE = "D2-F2" Field Block, needs [Need::Table(EventDecisions)], Decide::Rule(decided::coded)
}

control! {
    /// Each decision states when it was made.
    REVIEW_DATE = "D2-F3" Field Block, needs [Need::Table(EventDecisions)], Decide::Filled(EventDecisions, "review_date")
}

control! {
    /// Each decision names its reviewer.
    REVIEWER = "D2-F4" Field Block, needs [Need::Table(EventDecisions)], Decide::Filled(EventDecisions, "reviewer_id")
}

control! {
    /// Each decision states its control status.
    CONTROL_STATUS = "D2-F5" Field Block, needs [Need::Table(EventDecisions)], Decide::Filled(EventDecisions, "control_status")
}

control! {
    /// Each decision sets its next checkpoint.
    NEXT_CHECKPOINT = "D2-F6" Field Block,
    needs [Need::Table(EventDecisions)],
    Decide::Filled(EventDecisions, "next_checkpoint_date")
}
