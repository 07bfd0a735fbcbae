//! Whether restrictions are followed up.

use super::super::position;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::SettlementDecisions;

control! {
    /// Restricted months have a follow-up owner.
    ///
    /// ## Why
    /// A restriction that belongs to nobody stays, or is forgotten; either way the month is never settled.
    /// ## Remedy
    /// Name who sees to it that the reason for the restriction goes away.
    /// ## Example
    /// ```clean
    /// settlement_decisions: pilot_month settlement_position_status follow_up_owner | 2026-01 restricted S4
    /// ```
    /// ```fault
    /// settlement_decisions: pilot_month settlement_position_status follow_up_owner | 2026-01 restricted - <-
    /// ```
    OWNED = "D6-V2" Validation Block, needs [Need::Table(SettlementDecisions)], Decide::Rule(position::restricted_have_owner)
}
