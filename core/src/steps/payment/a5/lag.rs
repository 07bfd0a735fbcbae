//! Whether the file states the lag that the contract's method gives.

use super::super::file;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::PaymentAssurance;
use crate::derive::payment::Figure;

control! {
    /// Claims lag follows the contract's lag method.
    ///
    /// ## Why
    /// Savings look largest while claims are still to come. The lag is what keeps a young month from being taken at its word.
    /// ## Remedy
    /// State the lag that the claims, or the tracker, give on the day of the file. The metrics show how it comes about.
    /// ## Example
    /// ```clean
    /// claims: claim_id service_date paid_date paid_amount | C1 2025-01-05 2025-01-20 100 | C2 2025-01-05 2025-02-20 100
    /// payment_assurance: pilot_month claims_lag_pct | 2026-02 50.05
    /// ```
    /// ```fault
    /// claims: claim_id service_date paid_date paid_amount | C1 2025-01-05 2025-01-20 100 | C2 2025-01-05 2025-02-20 100
    /// payment_assurance: pilot_month claims_lag_pct | 2026-02 4.00 <-
    /// ```
    FOLLOWS = "A5-V3" Validation Block, needs [Need::Table(PaymentAssurance), Need::Figure(Figure::Lag)], Decide::Rule(file::lag)
}
