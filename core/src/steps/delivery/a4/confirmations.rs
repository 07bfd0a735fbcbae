//! What others confirm about the assignments.

use crate::control::{Decide, Need, Timing, control};
use crate::dataset::Dataset::Confirmations;

control! {
    /// The weekly huddle reviewed the assignments.
    ///
    /// ## Why
    /// Operations, clinical leadership and finance see different reasons for which an assignment will fail.
    /// ## Remedy
    /// Review the assignments in the next huddle, and record that it was done.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at | A4-R1 2026-02-06T16:00
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at | A4-R1 2026-02-05T16:00 <-
    /// ```
    REVIEWED = "A4-R1" Signoff Warn, needs [Need::Table(Confirmations)], Decide::Confirmed(Timing::Any)
}
