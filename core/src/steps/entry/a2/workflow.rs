//! Whether anybody entered the live workflow before it was decided that they may.

use super::super::decided;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::{CohortDecisions, ExecutiveRegister, LiveWorkflow};

control! {
    /// Nobody enters the live workflow before an active decision is on the register.
    ///
    /// ## Why
    /// Work that begins before the decision makes the decision a formality, and its cost nobody's.
    /// ## Remedy
    /// Stop the work until the decision is made and shown in the executive register, and note who began it.
    /// ## Example
    /// ```clean
    /// cohort_decisions: participant_id cohort_decision_code review_date | P1 IN 2026-03-09
    /// executive_register: case_id decision recorded_at | P1 active 2026-03-09T10:00
    /// live_workflow: participant_id entered_at | P1 2026-03-09T10:00
    /// ```
    /// ```fault
    /// cohort_decisions: participant_id cohort_decision_code review_date | P1 IN 2026-03-09
    /// executive_register: case_id decision recorded_at | P1 active 2026-03-09T10:00
    /// live_workflow: participant_id entered_at | P1 2026-03-09T09:59 <-
    /// ```
    VISIBLE = "A2-V3" Validation Block,
    needs [Need::Table(LiveWorkflow), Need::Table(CohortDecisions), Need::Table(ExecutiveRegister)],
    Decide::Rule(decided::visible)
}
