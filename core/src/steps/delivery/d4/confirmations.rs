//! What others confirm about the completions.

use crate::control::{Decide, Need, Timing, control};
use crate::dataset::Dataset::Confirmations;

control! {
    /// The weekly huddle reviewed the completions.
    ///
    /// ## Why
    /// Operations, clinical leadership and finance together see whether a case is stable, and not only closed.
    /// ## Remedy
    /// Review the completions in the next huddle, and record that it was done.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at | D4-R1 2026-02-06T16:00
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at | D4-R1 2026-02-05T16:00 <-
    /// ```
    REVIEWED = "D4-R1" Signoff Warn, needs [Need::Table(Confirmations)], Decide::Confirmed(Timing::Any)
}
