//! A3, intervention priority list: who is helped first, by risk alone; never by who is best known.

use crate::control::{Control, outline};
use crate::value::Step;

/// Effort that follows the loudest case cannot be told from favour afterwards; a rank that anybody can
/// recompute from the same feeds can be defended.
pub(crate) static CONTROLS: &[Control] = outline! { Step::A3;
    "A3-F1" Field Block "Every entry names its participant";
    "A3-F2" Field Block "Every entry states its risk tier";
    "A3-F3" Field Block "Every entry counts recent emergency department visits";
    "A3-F4" Field Block "Every entry counts open care-plan variances";
    "A3-F5" Field Block "Every entry states its intervention status";
    "A3-G1" Gate Block "The utilization feed is current, and confirmed";
    "A3-G2" Gate Block "The incident dashboard is confirmed as current";
    "A3-V1" Validation Block "Risk tiers follow the contract's scoring model";
    "A3-V2" Validation Block "Emergency department visits tie out to the utilization feed";
    "A3-V3" Validation Block "Open variances and status tie out to case management";
    "A3-T1" Deadline Warn "The list is released on its weekday";
    "A3-R1" Signoff Warn "Operational leads receive the list on its release day";
    "A3-L1" Link Block "The list is exactly the active cohort, filed under the contract";
    "A3-C1" Conduct Block "Rank follows risk, so that nobody stands above a higher score";
};
