//! The values that each response needs before anybody can go out with it.

use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::ResponseBundles;

control! {
    /// Each response names its participant.
    PARTICIPANT = "D3-F1" Field Block, needs [Need::Table(ResponseBundles)],
    Decide::Filled(ResponseBundles, "participant_id")
}

control! {
    /// Each response states its tier.
    ///
    /// ## Remedy
    /// Enter the tier that the contract's scoring gives on the risk profile that is current at the release.
    TIER = "D3-F2" Field Block, needs [Need::Table(ResponseBundles)], Decide::Filled(ResponseBundles, "response_tier")
}

control! {
    /// Each response states the immediate safety status.
    ///
    /// ## Remedy
    /// Copy the status that triage recorded.
    SAFETY_STATUS = "D3-F3" Field Block, needs [Need::Table(ResponseBundles)],
    Decide::Filled(ResponseBundles, "immediate_safety_status")
}

control! {
    /// Each response names the clinician or responder who leads it.
    RESPONDER = "D3-F4" Field Block, needs [Need::Table(ResponseBundles)],
    Decide::Filled(ResponseBundles, "assigned_responder")
}

control! {
    /// Each response carries its escalation threshold code.
    ///
    /// ## Remedy
    /// Enter the code that the contract sets for the tier.
    THRESHOLD = "D3-F5" Field Block, needs [Need::Table(ResponseBundles)],
    Decide::Filled(ResponseBundles, "escalation_threshold_code")
}
