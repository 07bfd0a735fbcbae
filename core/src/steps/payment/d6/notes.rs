//! Whether decisions note what speaks against the figure, and stay under its ceiling.

use super::super::position;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::SettlementDecisions;
use crate::derive::payment::Figure;

control! {
    /// Decisions note open disputes, claims lag and unclosed events.
    ///
    /// ## Why
    /// A decision travels without its file. What is not noted in it is not known to those who read it, and a position above
    /// what the file supports will have to be taken back.
    /// ## Remedy
    /// Write the note that is missing, lower the position to its ceiling, or wait until the question is settled.
    /// ## Example
    /// ```clean
    /// claims_lag_tracker: pilot_month claims_lag_pct | 2026-01 4.00
    /// outcome_report: pilot_month measure numerator denominator | 2026-01 STABILIZED-RATE 60 100
    /// methodology_questions: question_id pilot_month kind raised_on | Q1 2026-01 closure 2026-03-02
    /// settlement_decisions: pilot_month settlement_position_status review_date closure_note | 2026-01 provisional 2026-03-06 waiting
    /// ```
    /// ```fault
    /// claims_lag_tracker: pilot_month claims_lag_pct | 2026-01 4.00
    /// outcome_report: pilot_month measure numerator denominator | 2026-01 STABILIZED-RATE 60 100
    /// methodology_questions: question_id pilot_month kind raised_on | Q1 2026-01 closure 2026-03-02
    /// settlement_decisions: pilot_month settlement_position_status review_date closure_note | 2026-01 provisional 2026-03-06 - <-
    /// ```
    NOTED = "D6-G1" Gate Block,
    needs [Need::Table(SettlementDecisions), Need::Figure(Figure::Ceiling), Need::Figure(Figure::Exposure)],
    Decide::Rule(position::noted)
}
