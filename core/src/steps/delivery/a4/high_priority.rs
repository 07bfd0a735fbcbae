//! Whether those who need help most have somebody who gives it.

use super::super::tally::is_scored;
use super::super::time::released;
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{Assignments, CohortDecisions, PriorityList};
use crate::derive::Run;
use crate::derive::delivery::Standing;

control! {
    /// Everybody of high priority has an intervention and a lead.
    ///
    /// ## Why
    /// These are the people for whom the pilot exists, and escalating a case does not visit anybody.
    /// ## Remedy
    /// Assign a lead and an intervention now; where nobody is free, move a case of a lower rank.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at | A3-L1 2026-03-04T10:00
    /// cohort_decisions: participant_id cohort_decision_code | P1 IN
    /// utilization_feed: encounter_id participant_id service_date kind | E1 P1 2026-03-01 inpatient | E2 P1 2026-02-01 inpatient | E3 P1 2026-03-02 ed | E4 P1 2026-03-03 ed | E5 P1 2026-03-04 ed
    /// priority_list: participant_id | P1
    /// assignments: participant_id assigned_lead intervention_type | P1 L1 home_visit
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at | A3-L1 2026-03-04T10:00
    /// cohort_decisions: participant_id cohort_decision_code | P1 IN
    /// utilization_feed: encounter_id participant_id service_date kind | E1 P1 2026-03-01 inpatient | E2 P1 2026-02-01 inpatient | E3 P1 2026-03-02 ed | E4 P1 2026-03-03 ed | E5 P1 2026-03-04 ed
    /// priority_list: participant_id | P1
    /// assignments: participant_id assigned_lead escalation_status | P1 - escalated <-
    /// ```
    SERVED = "A4-V1" Validation Block,
    needs [Need::Table(PriorityList), Need::Table(Assignments), Need::Table(CohortDecisions), Need::Factors],
    Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(limit) = run.contract.deadlines.assign else {
        findings.not_applicable = Some("The contract sets no limit for assigning.".to_owned());
        return;
    };
    if !is_scored(run, findings) {
        return;
    }
    let Some(released) = released(run, findings) else { return };
    let (until, clock) = (limit.after_instant(released, &run.contract.calendar, run.clock()), run.clock());
    if until.allows(run.as_of.instant(), clock) {
        return;
    }
    let (Some(list), Some(table), Some(assigned)) = (run.table(PriorityList), run.table(Assignments), run.assigned())
    else {
        return;
    };
    let (Some(active), Some(standing)) = (run.active(), Standing::of(run)) else { return };
    let (lead, intervention) = (table.column("assigned_lead"), table.column("intervention_type"));
    list.for_each_row(|row| {
        let person = list.person(row);
        let tier = active.get(person).and_then(|_| standing.tier(person));
        let Some(tier) = tier.filter(|tier| tier.is_high_priority()) else { return };
        let id = list.column("participant_id").text(row);
        let since = format!("{id} is of high priority ({})", tier.tier);
        let until = until.written(clock);
        match assigned.get(person) {
            None => {
                let message = format!("{since} and had no assignment by {until}.");
                findings.at(list, row).field("participant_id").stated(id).missing_from(Assignments).says(message);
            }
            Some(known) if lead.is_empty(known) || intervention.is_empty(known) => {
                let (field, lacks) = if lead.is_empty(known) {
                    ("assigned_lead", "lead")
                } else {
                    ("intervention_type", "intervention")
                };
                let message = format!("{since} and has no {lacks}, which it needed by {until}.");
                findings.at(table, known).field(field).other(Some(list.place(row))).says(message);
            }
            Some(_) => {}
        }
    });
}
