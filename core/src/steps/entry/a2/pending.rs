//! Whether each participant who waits for clarification has an owner and a deadline.

use super::super::decided;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::CohortDecisions;

control! {
    /// Each pending participant has a named owner.
    ///
    /// ## Why
    /// A question that is nobody's stays open, and the participant with it, neither served nor counted.
    /// ## Remedy
    /// Name the person who clarifies the case, or decide it.
    /// ## Example
    /// ```clean
    /// cohort_decisions: participant_id cohort_decision_code owner | P1 WAIT S7 | P2 IN -
    /// ```
    /// ```fault
    /// cohort_decisions: participant_id cohort_decision_code owner | P1 WAIT - <- | P2 IN -
    /// ```
    OWNED = "A2-G1" Gate Block, needs [Need::Table(CohortDecisions)], Decide::Rule(decided::owned)
}

control! {
    /// Each pending participant has a clarification deadline that is still ahead.
    ///
    /// ## Why
    /// Without a day that can be missed, pending is a way to exclude people and give no reason.
    /// ## Remedy
    /// Set a day that is neither past nor before the review, or decide the case.
    /// ## Example
    /// ```clean
    /// cohort_decisions: participant_id cohort_decision_code clarification_deadline | P1 WAIT 2026-03-09
    /// ```
    /// ```fault
    /// cohort_decisions: participant_id cohort_decision_code clarification_deadline | P1 WAIT 2026-03-08 <-
    /// ```
    AHEAD = "A2-G2" Gate Block, needs [Need::Table(CohortDecisions)], Decide::Rule(decided::ahead)
}
