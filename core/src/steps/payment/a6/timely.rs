//! Whether the committee decides in time.

use super::super::position;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::{PaymentAssurance, PaymentDecisions};

control! {
    /// Every month is decided within its time limit.
    ///
    /// ## Why
    /// Until the committee has decided, everybody states the month as it suits them.
    /// ## Remedy
    /// Put the month on the agenda of the next meeting; where a material amount is at stake, do not wait for the meeting.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at | A5-L1 2026-02-10T09:00
    /// payment_assurance: pilot_month provisional_savings_estimate | 2026-01 1000.00
    /// payment_decisions: pilot_month review_date | 2026-01 2026-02-18
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at | A5-L1 2026-02-10T09:00
    /// payment_assurance: pilot_month provisional_savings_estimate | 2026-01 1000.00
    /// payment_decisions: pilot_month review_date | 2026-01 2026-02-19 <-
    /// ```
    DECIDED = "A6-T1" Deadline Warn,
    needs [Need::Table(PaymentDecisions), Need::Table(PaymentAssurance)],
    Decide::Rule(position::in_time)
}
