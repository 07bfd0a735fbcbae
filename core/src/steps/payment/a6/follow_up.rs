//! Whether restrictions are followed up.

use super::super::position;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::PaymentDecisions;

control! {
    /// Restricted months have a follow-up owner.
    ///
    /// ## Why
    /// A restriction that belongs to nobody stays, or is forgotten; either way the month is never settled.
    /// ## Remedy
    /// Name who sees to it that the reason for the restriction goes away.
    /// ## Example
    /// ```clean
    /// payment_decisions: pilot_month payment_position_status follow_up_owner | 2026-01 restricted S4
    /// ```
    /// ```fault
    /// payment_decisions: pilot_month payment_position_status follow_up_owner | 2026-01 restricted - <-
    /// ```
    OWNED = "A6-V2" Validation Block, needs [Need::Table(PaymentDecisions)], Decide::Rule(position::restricted_have_owner)
}
