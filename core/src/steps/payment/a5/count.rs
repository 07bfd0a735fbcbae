//! Whether the file counts those who are locked in.

use super::super::file;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::{LockedCohort, PaymentAssurance};

control! {
    /// Participant counts tie out to the locked cohort.
    ///
    /// ## Why
    /// Every figure per head, and the savings rate that must be reached, hang on how many people there are.
    /// ## Remedy
    /// State as many people as the locked cohort has for the month, or lock the cohort again if it is wrong.
    /// ## Example
    /// ```clean
    /// locked_cohort: pilot_month participant_id | 2026-01 P1 | 2026-01 P2
    /// payment_assurance: pilot_month attributed_participant_count | 2026-01 2
    /// ```
    /// ```fault
    /// locked_cohort: pilot_month participant_id | 2026-01 P1 | 2026-01 P2
    /// payment_assurance: pilot_month attributed_participant_count | 2026-01 3 <-
    /// ```
    TIED_OUT = "A5-V1" Validation Block, needs [Need::Table(PaymentAssurance), Need::Table(LockedCohort)], Decide::Rule(file::count)
}
