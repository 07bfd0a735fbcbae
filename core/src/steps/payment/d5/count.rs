//! Whether the file counts those who are locked in.

use super::super::file;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::{LockedEvents, SettlementFile};

control! {
    /// Event counts tie out to the locked events.
    ///
    /// ## Why
    /// Avoided escalations are counted among the qualified events; one event too many may be one too many paid.
    /// ## Remedy
    /// State as many events as are locked in for the month, or lock them again if they are wrong.
    /// ## Example
    /// ```clean
    /// locked_events: pilot_month event_id | 2026-01 E1 | 2026-01 E2
    /// settlement_file: pilot_month qualified_event_count | 2026-01 2
    /// ```
    /// ```fault
    /// locked_events: pilot_month event_id | 2026-01 E1 | 2026-01 E2
    /// settlement_file: pilot_month qualified_event_count | 2026-01 3 <-
    /// ```
    TIED_OUT = "D5-V1" Validation Block, needs [Need::Table(SettlementFile), Need::Table(LockedEvents)], Decide::Rule(file::count)
}
