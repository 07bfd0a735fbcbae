//! The values that each row of the file needs before any of it can be held against a source.

use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::PaymentAssurance;

control! {
    /// Every row names its pilot month.
    MONTH = "A5-F1" Field Block, needs [Need::Table(PaymentAssurance)], Decide::Filled(PaymentAssurance, "pilot_month")
}

control! {
    /// Every row counts the attributed participants.
    ///
    /// ## Remedy
    /// Count the month's rows in the locked cohort.
    COUNT = "A5-F2" Field Block, needs [Need::Table(PaymentAssurance)], Decide::Filled(PaymentAssurance, "attributed_participant_count")
}

control! {
    /// Every row states the provisional savings.
    ///
    /// ## Remedy
    /// State the month's estimate by the contract's savings model; write `0.00` where nothing is earned or owed.
    AMOUNT = "A5-F3" Field Block, needs [Need::Table(PaymentAssurance)], Decide::Filled(PaymentAssurance, "provisional_savings_estimate")
}

control! {
    /// Every row states the claims lag.
    LAG = "A5-F4" Field Block, needs [Need::Table(PaymentAssurance)], Decide::Filled(PaymentAssurance, "claims_lag_pct")
}

control! {
    /// Every row states the outcome trigger.
    ///
    /// ## Remedy
    /// Write `met`, `not_met` or, where a measure is missing, `not_evaluable`.
    TRIGGER = "A5-F5" Field Block, needs [Need::Table(PaymentAssurance)], Decide::Filled(PaymentAssurance, "outcome_trigger_status")
}

control! {
    /// Every row counts open methodology questions.
    ///
    /// ## Remedy
    /// Count the questions that are open on the day of the file; write `0` where none is.
    QUESTIONS = "A5-F6" Field Block, needs [Need::Table(PaymentAssurance)], Decide::Filled(PaymentAssurance, "unresolved_methodology_question_count")
}
