//! The values that each roster row needs before any of it can be held against a source.

use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::Roster;

control! {
    /// Each roster row names its participant.
    PARTICIPANT = "A1-F1" Field Block, needs [Need::Table(Roster)], Decide::Filled(Roster, "participant_id")
}

control! {
    /// Each roster row states the payer's attribution date.
    ATTRIBUTION_DATE = "A1-F2" Field Block, needs [Need::Table(Roster)], Decide::Filled(Roster, "payer_attribution_date")
}

control! {
    /// Each roster row states the category that qualifies the participant.
    ///
    /// ## Remedy
    /// Take the category from the case management system; write `none` where it has none.
    CATEGORY = "A1-F3" Field Block, needs [Need::Table(Roster)], Decide::Filled(Roster, "qualifying_category")
}

control! {
    /// Each roster row states the authorization status.
    ///
    /// ## Remedy
    /// Take the status from the authorization register: `active`, `pending`, `expired`, or `none`.
    AUTHORIZATION = "A1-F4" Field Block, needs [Need::Table(Roster)], Decide::Filled(Roster, "authorization_status")
}
