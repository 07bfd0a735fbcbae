//! The values that each decision needs before anything can be held against it.

use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::PaymentDecisions;

control! {
    /// Every decision has a board decision code.
    CODE = "A6-F1" Field Block, needs [Need::Table(PaymentDecisions)], Decide::Filled(PaymentDecisions, "board_decision_code")
}

control! {
    /// Every decision is supportable, provisional or restricted.
    ///
    /// ## Remedy
    /// Write one of the three words, and no other; a doubt that they do not express belongs into a note.
    POSITION = "A6-F2" Field Block, needs [Need::Table(PaymentDecisions)], Decide::Filled(PaymentDecisions, "payment_position_status")
}

control! {
    /// Every decision has a review date.
    REVIEW_DATE = "A6-F3" Field Block, needs [Need::Table(PaymentDecisions)], Decide::Filled(PaymentDecisions, "review_date")
}

control! {
    /// Every decision names its executive owner.
    OWNER = "A6-F4" Field Block, needs [Need::Table(PaymentDecisions)], Decide::Filled(PaymentDecisions, "executive_owner")
}

control! {
    /// Every decision rates its residual risk.
    RISK = "A6-F5" Field Block, needs [Need::Table(PaymentDecisions)], Decide::Filled(PaymentDecisions, "residual_risk_rating")
}

control! {
    /// Every decision sets its next checkpoint.
    CHECKPOINT = "A6-F6" Field Block, needs [Need::Table(PaymentDecisions)], Decide::Filled(PaymentDecisions, "next_checkpoint_date")
}
