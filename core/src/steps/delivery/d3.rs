//! D3, response bundle: what a qualified crisis is met with; never a general promise to follow up.

use crate::control::{Control, outline};
use crate::value::Step;

/// Avoidance can be claimed only for something that was done; naming tier, actions and responder at the
/// outset leaves nothing to be fitted to the outcome later.
pub(crate) static CONTROLS: &[Control] = outline! { Step::D3;
    "D3-F1" Field Block "Every bundle names its participant";
    "D3-F2" Field Block "Every bundle states its response tier";
    "D3-F3" Field Block "Every bundle states the immediate safety status";
    "D3-F4" Field Block "Every bundle names its responder";
    "D3-F5" Field Block "Every bundle carries its escalation threshold code";
    "D3-G1" Gate Block "Responders have capacity for what they are assigned";
    "D3-G2" Gate Block "Responders have authority for what they are assigned";
    "D3-V1" Validation Block "Response tiers follow the current risk profile";
    "D3-V2" Validation Block "Immediate safety status ties out to triage";
    "D3-V3" Validation Block "Threshold codes are the ones set for the tier";
    "D3-T1" Deadline Warn "Bundles are released within their time limit";
    "D3-R1" Signoff Warn "Responders and operational leads receive bundles on release day";
    "D3-L1" Link Block "Bundles are exactly the qualified events, filed under the contract";
    "D3-C1" Conduct Block "Every action that the tier calls for is named in the bundle";
};
