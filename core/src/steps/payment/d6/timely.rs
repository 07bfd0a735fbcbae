//! Whether the committee decides in time.

use super::super::position;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::{SettlementDecisions, SettlementFile};
use crate::derive::payment::Figure;

control! {
    /// Every month is decided within its time limit.
    ///
    /// ## Why
    /// Until the committee has decided, everybody states the month as it suits them.
    /// ## Remedy
    /// Put the month on the agenda of the next meeting; where a material amount is at stake, do not wait for the meeting.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at | D5-L1 2026-02-10T09:00
    /// settlement_file: pilot_month provisional_avoided_escalation_count | 2026-01 1000.00
    /// settlement_decisions: pilot_month review_date | 2026-01 2026-02-18
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at | D5-L1 2026-02-10T09:00
    /// settlement_file: pilot_month provisional_avoided_escalation_count | 2026-01 1000.00
    /// settlement_decisions: pilot_month review_date | 2026-01 2026-02-19 <-
    /// ```
    DECIDED = "D6-T1" Deadline Warn,
    needs [Need::Table(SettlementDecisions), Need::Table(SettlementFile), Need::Figure(Figure::Exposure)],
    Decide::Rule(position::in_time)
}
