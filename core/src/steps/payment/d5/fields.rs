//! The values that each row of the file needs before any of it can be held against a source.

use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::SettlementFile;

control! {
    /// Every row names its pilot month.
    MONTH = "D5-F1" Field Block, needs [Need::Table(SettlementFile)], Decide::Filled(SettlementFile, "pilot_month")
}

control! {
    /// Every row counts the qualified events.
    ///
    /// ## Remedy
    /// Count the month's rows in the locked events.
    COUNT = "D5-F2" Field Block, needs [Need::Table(SettlementFile)], Decide::Filled(SettlementFile, "qualified_event_count")
}

control! {
    /// Every row counts the provisional avoided escalations.
    ///
    /// ## Remedy
    /// State the month's count by the contract's method; write `0` where nothing was avoided.
    AMOUNT = "D5-F3" Field Block, needs [Need::Table(SettlementFile)], Decide::Filled(SettlementFile, "provisional_avoided_escalation_count")
}

control! {
    /// Every row states the claims lag.
    LAG = "D5-F4" Field Block, needs [Need::Table(SettlementFile)], Decide::Filled(SettlementFile, "claims_lag_pct")
}

control! {
    /// Every row states the outcome trigger.
    ///
    /// ## Remedy
    /// Write `met`, `not_met` or, where a measure is missing, `not_evaluable`.
    TRIGGER = "D5-F5" Field Block, needs [Need::Table(SettlementFile)], Decide::Filled(SettlementFile, "outcome_trigger_status")
}

control! {
    /// Every row counts open methodology questions.
    ///
    /// ## Remedy
    /// Count the questions that are open on the day of the file; write `0` where none is.
    QUESTIONS = "D5-F6" Field Block, needs [Need::Table(SettlementFile)], Decide::Filled(SettlementFile, "unresolved_methodology_question_count")
}
