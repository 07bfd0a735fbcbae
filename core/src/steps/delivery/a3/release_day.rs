//! Whether the list was released on its day of the week.

use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::PriorityList;

control! {
    /// The list is released on the contract's weekday for it.
    ///
    /// ## Remedy
    /// Release the list on the agreed day; after a holiday, on the next business day.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at | A3-L1 2026-03-04T09:00
    /// priority_list: participant_id | P1
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at | A3-L1 2026-03-05T09:00
    /// priority_list: participant_id | P1
    /// ```
    CADENCE = "A3-T1" Deadline Warn, needs [Need::Table(PriorityList)], Decide::OnItsDay(|calendar| calendar.priority_list_day)
}
