//! The values that each event record needs before any of it can be held against a source.

use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::EventRecords;

control! {
    /// Each event record names its participant.
    PARTICIPANT = "D1-F1" Field Block, needs [Need::Table(EventRecords)], Decide::Filled(EventRecords, "participant_id")
}

control! {
    /// Each event record states when the event happened.
    TIME = "D1-F2" Field Block, needs [Need::Table(EventRecords)], Decide::Filled(EventRecords, "event_timestamp")
}

control! {
    /// Each event record states where the event came from.
    SOURCE = "D1-F3" Field Block, needs [Need::Table(EventRecords)], Decide::Filled(EventRecords, "event_source")
}

control! {
    /// Each event record states the crisis category.
    ///
    /// ## Remedy
    /// Take the category from the triage system, as triage entered it.
    CATEGORY = "D1-F4" Field Block, needs [Need::Table(EventRecords)], Decide::Filled(EventRecords, "crisis_category")
}

control! {
    /// Each event record states the payer's eligibility status.
    ///
    /// ## Remedy
    /// Take the status from the payer's file on the day of the event: `eligible`, `suspended`, `terminated`, or `not_found`.
    ELIGIBILITY = "D1-F5" Field Block,
    needs [Need::Table(EventRecords)],
    Decide::Filled(EventRecords, "payer_eligibility_status")
}
