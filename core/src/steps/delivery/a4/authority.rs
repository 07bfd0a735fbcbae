//! Whether each lead's role allows the intervention.

use super::super::authority;
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{Assignments, Staff};
use crate::derive::Run;

control! {
    /// Each lead has a role with authority for the intervention.
    ///
    /// ## Why
    /// An intervention that is led by somebody who may not do it has to be done again, or undone.
    /// ## Remedy
    /// Assign a lead whose role the contract names for the intervention, or have the staff list corrected.
    /// ## Example
    /// ```clean
    /// staff: staff_id role | L1 nurse | L1 clinician
    /// assignments: participant_id assigned_lead intervention_type | P1 L1 case_conference
    /// ```
    /// ```fault
    /// staff: staff_id role | L1 nurse
    /// assignments: participant_id assigned_lead intervention_type | P1 L1 case_conference <-
    /// ```
    AUTHORITY = "A4-G2" Gate Block, needs [Need::Table(Assignments), Need::Table(Staff)], Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    authority::check(run, Assignments, "assigned_lead", "intervention_type", findings);
}
