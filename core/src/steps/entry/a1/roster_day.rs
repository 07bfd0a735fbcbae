//! Whether the roster was made on its day of the week.

use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::Roster;

control! {
    /// The roster is made on the contract's roster day.
    ///
    /// ## Remedy
    /// Make the roster on the agreed day; after a holiday, on the next business day.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at | A1-L1 2026-03-09T09:00
    /// roster: participant_id | P1
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at | A1-L1 2026-03-05T09:00
    /// roster: participant_id | P1
    /// ```
    CADENCE = "A1-T1" Deadline Warn, needs [Need::Table(Roster)], Decide::OnItsDay(|calendar| calendar.roster_day)
}
