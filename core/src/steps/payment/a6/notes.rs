//! Whether decisions note what speaks against the figure, and stay under its ceiling.

use super::super::position;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::{PaymentAssurance, PaymentDecisions};
use crate::derive::payment::Figure;

control! {
    /// Decisions note open disputes, claims lag and data gaps.
    ///
    /// ## Why
    /// A decision travels without its file. What is not noted in it is not known to those who read it, and a position above
    /// what the file supports will have to be taken back.
    /// ## Remedy
    /// Write the note that is missing, lower the position to its ceiling, or wait until the question is settled.
    /// ## Example
    /// ```clean
    /// claims: claim_id service_date paid_date | C1 2025-01-05 2025-01-20
    /// outcome_report: pilot_month measure numerator denominator per | 2026-01 ED-PER-1000 51 100 1000 | 2026-01 FUH-30 58 100 -
    /// methodology_questions: question_id pilot_month kind raised_on | Q1 2026-01 data 2026-03-02
    /// payment_decisions: pilot_month payment_position_status review_date data_note | 2026-01 provisional 2026-03-06 waiting
    /// ```
    /// ```fault
    /// claims: claim_id service_date paid_date | C1 2025-01-05 2025-01-20
    /// outcome_report: pilot_month measure numerator denominator per | 2026-01 ED-PER-1000 51 100 1000 | 2026-01 FUH-30 58 100 -
    /// methodology_questions: question_id pilot_month kind raised_on | Q1 2026-01 data 2026-03-02
    /// payment_decisions: pilot_month payment_position_status review_date data_note | 2026-01 provisional 2026-03-06 - <-
    /// ```
    NOTED = "A6-G1" Gate Block,
    needs [Need::Table(PaymentDecisions), Need::Table(PaymentAssurance), Need::Figure(Figure::Ceiling)],
    Decide::Rule(position::noted)
}
