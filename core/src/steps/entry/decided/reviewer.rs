//! Whether each decision was made by somebody whom the contract lets make it.

use super::Docket;
use crate::control::Findings;
use crate::dataset::Dataset::Staff;
use crate::derive::Run;
use crate::value::Pilot;

/// Each reviewer holds, by the staff list, one of the roles that the contract gives the decision.
pub(crate) fn entitled(run: &Run<'_>, findings: &mut Findings<'_>) {
    let roles = &run.contract.roles;
    let roles = match run.contract.pilot {
        Pilot::Attribution => &roles.approve_cohort,
        Pilot::Diversion => &roles.approve_event,
    };
    let Some(roles) = roles else {
        findings.not_applicable = Some("The contract reserves this decision for no role.".to_owned());
        return;
    };
    let Some((docket, staff)) = Docket::of(run).zip(run.staff()) else { return };
    let reviewer = docket.table.column("reviewer_id");
    for (_, decided) in docket.standing() {
        let id = reviewer.id(decided.row);
        if !id.is_empty() && !staff.holds_any(&id, roles) {
            let roles = roles.join(" or ");
            let message = format!("{id} decided on {}; {Staff} does not give them {roles}.", docket.id(decided.row));
            let draft = findings.at(docket.table, decided.row).field("reviewer_id");
            draft.stated(reviewer.text(decided.row)).expected(roles).says(message);
        }
    }
}
