//! Whether each responder's role allows the response.

use super::super::authority;
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{ResponseBundles, Staff};
use crate::derive::Run;

control! {
    /// Each responder has a role with authority for the response tier.
    ///
    /// ## Why
    /// The gravest tier calls for decisions that only some roles may take, at the door and not after a call back.
    /// ## Remedy
    /// Name a responder whose role the contract gives the tier, or have the staff list corrected.
    /// ## Example
    /// ```clean
    /// staff: staff_id role | R1 peer | R1 clinician
    /// response_bundles: event_id assigned_responder response_tier | E1 R1 immediate
    /// ```
    /// ```fault
    /// staff: staff_id role | R1 peer
    /// response_bundles: event_id assigned_responder response_tier | E1 R1 immediate <-
    /// ```
    AUTHORITY = "D3-G2" Gate Block, needs [Need::Table(ResponseBundles), Need::Table(Staff)], Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    authority::check(run, ResponseBundles, "assigned_responder", "response_tier", findings);
}
