//! The values that each decision needs before anything can be held against it.

use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::SettlementDecisions;

control! {
    /// Every decision has a board decision code.
    CODE = "D6-F1" Field Block, needs [Need::Table(SettlementDecisions)], Decide::Filled(SettlementDecisions, "board_decision_code")
}

control! {
    /// Every decision is supportable, provisional or restricted.
    ///
    /// ## Remedy
    /// Write one of the three words, and no other; a doubt that they do not express belongs into a note.
    POSITION = "D6-F2" Field Block, needs [Need::Table(SettlementDecisions)], Decide::Filled(SettlementDecisions, "settlement_position_status")
}

control! {
    /// Every decision has a review date.
    REVIEW_DATE = "D6-F3" Field Block, needs [Need::Table(SettlementDecisions)], Decide::Filled(SettlementDecisions, "review_date")
}

control! {
    /// Every decision names its executive owner.
    OWNER = "D6-F4" Field Block, needs [Need::Table(SettlementDecisions)], Decide::Filled(SettlementDecisions, "executive_owner")
}

control! {
    /// Every decision rates its residual risk.
    RISK = "D6-F5" Field Block, needs [Need::Table(SettlementDecisions)], Decide::Filled(SettlementDecisions, "residual_risk_rating")
}

control! {
    /// Every decision sets its next checkpoint.
    CHECKPOINT = "D6-F6" Field Block, needs [Need::Table(SettlementDecisions)], Decide::Filled(SettlementDecisions, "next_checkpoint_date")
}
