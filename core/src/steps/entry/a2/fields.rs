//! The values that each decision on a participant needs before any of it can be judged.

use super::super::decided;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::CohortDecisions;

control! {
    /// Each decision names its participant.
    PARTICIPANT = "A2-F1" Field Block, needs [Need::Table(CohortDecisions)], Decide::Filled(CohortDecisions, "participant_id")
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
    /// cohort_decisions: participant_id cohort_decision_code | P1 IN | P2 WAIT
    /// ```
    /// ```fault
    /// cohort_decisions: participant_id cohort_decision_code | P1 IN | P2 MAYBE <-
    /// ```
    CODE = "A2-F2" Field Block, needs [Need::Table(CohortDecisions)], Decide::Rule(decided::coded)
}

control! {
    /// Each decision states when it was made.
    REVIEW_DATE = "A2-F3" Field Block, needs [Need::Table(CohortDecisions)], Decide::Filled(CohortDecisions, "review_date")
}

control! {
    /// Each decision names its reviewer.
    REVIEWER = "A2-F4" Field Block, needs [Need::Table(CohortDecisions)], Decide::Filled(CohortDecisions, "reviewer_id")
}

control! {
    /// Each decision states its control status.
    CONTROL_STATUS = "A2-F5" Field Block, needs [Need::Table(CohortDecisions)], Decide::Filled(CohortDecisions, "control_status")
}

control! {
    /// Each decision sets its next checkpoint.
    NEXT_CHECKPOINT = "A2-F6" Field Block,
    needs [Need::Table(CohortDecisions)],
    Decide::Filled(CohortDecisions, "next_checkpoint_date")
}
