//! Whether each month has its row.

use super::super::file;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::SettlementFile;

control! {
    /// Every finished pilot month has one row.
    ///
    /// ## Why
    /// A month that is left out of the file is most often one that would have spoken against it.
    /// ## Remedy
    /// Add a row for each month of the term that was over on the day of the file, and take out those of other months.
    /// ## Example
    /// ```clean
    /// settlement_file: pilot_month | 2026-01 | 2026-02
    /// ```
    /// ```fault
    /// settlement_file: pilot_month | 2026-01 | 2026-02 | 2026-03 <-
    /// ```
    EVERY_MONTH = "D5-T1" Deadline Warn, needs [Need::Table(SettlementFile)], Decide::Rule(file::one_row_each)
}
