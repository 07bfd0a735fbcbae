//! What others confirm about the responses.

use crate::control::{Decide, Need, Timing, control};
use crate::dataset::Dataset::Confirmations;

control! {
    /// Responders and operational leads received the responses on the day of their filing.
    ///
    /// ## Why
    /// A crisis does not wait for the next morning's mail.
    /// ## Remedy
    /// Send the responses to clinicians, peer or family support and leads on the day on which they are filed, and record it.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at contract_version | D3-L1 2026-03-04T10:00 2026.3 | D3-R1 2026-03-04T10:30 2026.3
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at contract_version | D3-L1 2026-03-04T10:00 2026.3 | D3-R1 2026-03-05T08:00 2026.3 <-
    /// ```
    ROUTED = "D3-R1" Signoff Warn, needs [Need::Table(Confirmations)], Decide::Confirmed(Timing::SameDayAs("D3-L1"))
}
