//! Whether the file's outcomes are those of the methodology schedule, and somebody put that in writing.

use super::super::file;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::{Confirmations, MethodologyQuestions, PaymentAssurance};
use crate::derive::payment::Figure;

control! {
    /// Trigger and open questions tie out to the methodology schedule.
    ///
    /// ## Why
    /// A trigger that is taken for met, or a question that is taken for settled, turns a provisional figure into a firm one.
    /// ## Remedy
    /// State the trigger that the outcome report gives and the questions that are open on the day of the file, and record
    /// the written confirmation that both were reconciled.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at document_ref | A5-G1 2026-03-09T09:00 DOC-1
    /// outcome_report: pilot_month measure numerator denominator per | 2026-01 ED-PER-1000 51 100 1000 | 2026-01 FUH-30 58 100 -
    /// methodology_questions: question_id pilot_month kind raised_on | Q1 2026-01 data 2026-03-02
    /// payment_assurance: pilot_month outcome_trigger_status unresolved_methodology_question_count | 2026-01 met 1
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at document_ref | A5-G1 2026-03-09T09:00 DOC-1
    /// outcome_report: pilot_month measure numerator denominator per | 2026-01 ED-PER-1000 52 100 1000 | 2026-01 FUH-30 58 100 -
    /// methodology_questions: question_id pilot_month kind raised_on | Q1 2026-01 data 2026-03-02
    /// payment_assurance: pilot_month outcome_trigger_status unresolved_methodology_question_count | 2026-01 met 1 <-
    /// ```
    TIED_OUT = "A5-G1" Gate Block,
    needs [
        Need::Table(PaymentAssurance), Need::Figure(Figure::Trigger), Need::Table(MethodologyQuestions), Need::Table(Confirmations),
    ],
    Decide::ConfirmedAnd(file::trigger_and_questions)
}
