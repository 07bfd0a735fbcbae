//! Whether the file states the lag that the contract's method gives.

use super::super::file;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::SettlementFile;
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
    /// claims_lag_tracker: pilot_month claims_lag_pct as_of | 2026-02 50.00 2026-03-06
    /// settlement_file: pilot_month claims_lag_pct | 2026-02 50.05
    /// ```
    /// ```fault
    /// claims_lag_tracker: pilot_month claims_lag_pct as_of | 2026-02 50.00 2026-03-06
    /// settlement_file: pilot_month claims_lag_pct | 2026-02 4.00 <-
    /// ```
    FOLLOWS = "D5-V3" Validation Block, needs [Need::Table(SettlementFile), Need::Figure(Figure::Lag)], Decide::Rule(file::lag)
}
