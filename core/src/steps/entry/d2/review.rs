//! Whether each event record was reviewed in time, by somebody who may.

use super::super::decided;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::{EventDecisions, EventRecords, Staff};

control! {
    /// Each event is first decided on within the time limit from its record.
    ///
    /// ## Remedy
    /// Decide within the limit from the record, and note the reason where that was missed. No decision comes before its record.
    /// ## Example
    /// ```clean
    /// event_records: event_id recorded_at | E1 2026-03-05T10:00
    /// event_decisions: event_id review_date | E1 2026-03-06T23:59
    /// ```
    /// ```fault
    /// event_records: event_id recorded_at | E1 2026-03-05T10:00
    /// event_decisions: event_id review_date | E1 2026-03-07T00:00 <-
    /// ```
    IN_TIME = "D2-T1" Deadline Warn,
    needs [Need::Table(EventDecisions), Need::Table(EventRecords)],
    Decide::Rule(decided::in_time)
}

control! {
    /// Each decision is made by somebody whose role allows it.
    ///
    /// ## Why
    /// The contract says who answers for what counts. Another person's signature binds nobody.
    /// ## Remedy
    /// Have the decision made again by somebody who holds the role, or correct the staff list.
    /// ## Example
    /// ```clean
    /// staff: staff_id role | S1 chief_operating_officer
    /// event_decisions: event_id reviewer_id | E1 S1
    /// ```
    /// ```fault
    /// staff: staff_id role | S1 chief_operating_officer | S2 nurse
    /// event_decisions: event_id reviewer_id | E1 S2 <-
    /// ```
    ENTITLED = "D2-R3" Signoff Block,
    needs [Need::Table(EventDecisions), Need::Table(Staff)],
    Decide::Rule(decided::entitled)
}
