//! Whether the roster was reviewed in time, by somebody who may.

use super::super::decided;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::{CohortDecisions, Staff};

control! {
    /// Each participant is first decided on within the time limit from the roster day.
    ///
    /// ## Remedy
    /// Decide within the limit from the roster day, and note the reason where that was missed. An earlier decision stands.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at | A1-L1 2026-03-02T09:00
    /// cohort_decisions: participant_id review_date | P1 2026-03-04
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at | A1-L1 2026-03-02T09:00
    /// cohort_decisions: participant_id review_date | P1 2026-03-05 <-
    /// ```
    IN_TIME = "A2-T1" Deadline Warn, needs [Need::Table(CohortDecisions)], Decide::Rule(decided::in_time)
}

control! {
    /// Each decision is made by somebody whose role allows it.
    ///
    /// ## Why
    /// The contract says who answers for the cohort. Another person's signature binds nobody.
    /// ## Remedy
    /// Have the decision made again by somebody who holds the role, or correct the staff list.
    /// ## Example
    /// ```clean
    /// staff: staff_id role | S1 chief_operating_officer
    /// cohort_decisions: participant_id reviewer_id | P1 S1
    /// ```
    /// ```fault
    /// staff: staff_id role | S1 chief_operating_officer | S2 nurse
    /// cohort_decisions: participant_id reviewer_id | P1 S2 <-
    /// ```
    ENTITLED = "A2-R3" Signoff Block,
    needs [Need::Table(CohortDecisions), Need::Table(Staff)],
    Decide::Rule(decided::entitled)
}
