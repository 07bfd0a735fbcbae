//! Whether the outside hears no more than the committee decided.

use super::super::position;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::{PaymentDecisions, Statements};

control! {
    /// External statements say no more than the board approved.
    ///
    /// ## Why
    /// Whatever is said outside is held against the organization, whether or not anybody was entitled to say it.
    /// ## Remedy
    /// Correct the statement towards everybody who received it, or have the committee decide first.
    /// ## Example
    /// ```clean
    /// payment_decisions: pilot_month payment_position_status review_date approved_amount | 2026-01 provisional 2026-02-18 1000.00
    /// statements: pilot_month issued_on audience asserted_position asserted_amount | 2026-01 2026-03-02 external provisional 1000.00
    /// ```
    /// ```fault
    /// payment_decisions: pilot_month payment_position_status review_date approved_amount | 2026-01 provisional 2026-02-18 1000.00
    /// statements: pilot_month issued_on audience asserted_position asserted_amount | 2026-01 2026-03-02 external provisional 1200.00 <-
    /// ```
    APPROVED = "A6-V3" Validation Block,
    needs [Need::Table(Statements), Need::Table(PaymentDecisions)],
    Decide::Rule(position::external_statements)
}
