//! Whether each lead's role allows the intervention.

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
    let Some(table) = run.table(Assignments) else { return };
    let (lead, intervention) = (table.column("assigned_lead"), table.column("intervention_type"));
    table.for_each_row(|row| {
        let (Some(_), Some(intervention)) = (lead.code(row), intervention.code(row)) else { return };
        let lead = lead.id(row);
        if run.may_lead(&lead, &intervention) == Some(false) {
            let roles = run.contract.authority.get(intervention.as_ref());
            let roles = roles.map_or("nobody".to_owned(), |roles| roles.join(" or "));
            let message = format!("{intervention} is led by {roles}; {lead} has no such role on the staff list.");
            findings.at(table, row).field("assigned_lead").stated(lead).expected(roles).says(message);
        }
    });
}
