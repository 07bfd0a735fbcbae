//! What others confirm about a priority list.

use crate::control::{Decide, Need, Timing, control};
use crate::dataset::Dataset::Confirmations;

control! {
    /// The incident dashboard was confirmed as current in writing.
    ///
    /// ## Why
    /// A quiet week has no incidents, and neither has a dashboard that nobody refreshed: the rows cannot tell which it was.
    /// ## Remedy
    /// Ask whoever keeps the dashboard for the confirmation in writing, and record it with the document's reference.
    INCIDENTS_CURRENT = "A3-G2" Gate Block, needs [Need::Table(Confirmations)], Decide::Confirmed(Timing::Any)
}

control! {
    /// Operational leads received the list on the day of its release.
    ///
    /// ## Why
    /// A list that reaches those who act on it days later ranks people by a risk that they no longer have.
    /// ## Remedy
    /// Send the list on the day on which it is filed, and record that it was sent.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at contract_version | A3-L1 2026-03-04T10:00 2026.3 | A3-R1 2026-03-04T16:00 2026.3
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at contract_version | A3-L1 2026-03-04T10:00 2026.3 | A3-R1 2026-03-05T09:00 2026.3 <-
    /// ```
    ROUTED = "A3-R1" Signoff Warn, needs [Need::Table(Confirmations)], Decide::Confirmed(Timing::SameDayAs("A3-L1"))
}
