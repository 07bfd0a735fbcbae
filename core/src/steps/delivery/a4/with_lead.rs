//! What a lead must be told, and what becomes of a case that has none.

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{Assignments, CohortDecisions};
use crate::derive::Run;
use crate::derive::delivery::Standing;

control! {
    /// Where somebody leads, the intervention is one of the participant's tier.
    ///
    /// ## Why
    /// A high tier that is met with a low tier's intervention looks served on every count, and is not.
    /// ## Remedy
    /// Choose one of the interventions that the contract has for the tier that the score gives.
    /// ## Example
    /// ```clean
    /// cohort_decisions: participant_id cohort_decision_code | P1 IN
    /// assignments: participant_id assigned_lead intervention_type | P1 L1 phone_outreach | P2 - -
    /// ```
    /// ```fault
    /// cohort_decisions: participant_id cohort_decision_code | P1 IN
    /// assignments: participant_id assigned_lead intervention_type | P1 L1 case_conference <- | P2 - -
    /// ```
    INTERVENTION = "A4-F2" Field Block,
    needs [Need::Table(Assignments), Need::Table(CohortDecisions), Need::Factors],
    Decide::Rule(intervention)
}

control! {
    /// Each case has a lead, or is escalated.
    ///
    /// ## Why
    /// A case with neither is on nobody's desk, and nobody has been told.
    /// ## Remedy
    /// Assign a lead, or escalate the case with the barrier that keeps it from having one.
    /// ## Example
    /// ```clean
    /// assignments: participant_id assigned_lead escalation_status | P1 L1 none | P2 - escalated
    /// ```
    /// ```fault
    /// assignments: participant_id assigned_lead escalation_status | P1 L1 none | P2 - none <-
    /// ```
    LEAD = "A4-F3" Field Block, needs [Need::Table(Assignments)], Decide::Rule(lead)
}

control! {
    /// Where somebody leads, a due date and a timing window are set.
    ///
    /// ## Why
    /// Work without a date is done after all work that has one.
    /// ## Remedy
    /// Count the due date from the release of the list by the tier's limit, and write that limit as the window.
    /// ## Example
    /// ```clean
    /// assignments: participant_id assigned_lead due_date timing_window | P1 L1 2026-03-10T10:00 48h | P2 - - -
    /// ```
    /// ```fault
    /// assignments: participant_id assigned_lead due_date timing_window | P1 L1 2026-03-10T10:00 - <- | P2 - - -
    /// ```
    DUE = "A4-F4" Field Block, needs [Need::Table(Assignments)], Decide::Rule(due)
}

fn intervention(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(table) = run.table(Assignments) else { return };
    let (lead, stated) = (table.column("assigned_lead"), table.column("intervention_type"));
    let scored = run.active().zip(Standing::of(run));
    table.for_each_row(|row| {
        if lead.is_empty(row) {
            return;
        }
        let (person, stated) = (table.person(row), stated.text(row));
        if stated.is_empty() {
            let message = format!("{} leads this, and no intervention is named.", lead.text(row));
            return findings.at(table, row).field("intervention_type").says(message);
        }
        let tier = scored.filter(|(active, _)| active.get(person).is_some());
        let Some(tier) = tier.and_then(|(_, standing)| standing.tier(person)) else { return };
        let fitting = tier.service.as_ref().map_or(&[][..], |service| &service.interventions);
        if !fitting.iter().any(|fitting| *fitting == stated) {
            let message = format!(
                "{stated} is no intervention of {}, the tier that the score gives: choose {}.",
                tier.tier,
                fitting.join(" or ")
            );
            let draft = findings.at(table, row).field("intervention_type").stated(stated);
            draft.expected(fitting.join(" | ")).says(message);
        }
    });
}

fn lead(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(table) = run.table(Assignments) else { return };
    let (lead, status) = (table.column("assigned_lead"), table.column("escalation_status"));
    table.for_each_row(|row| {
        if lead.is_empty(row) && status.text(row) != "escalated" {
            let id = table.column("participant_id").text(row);
            let message = format!("{id} has no lead and is not escalated.");
            findings.at(table, row).field("assigned_lead").says(message);
        }
    });
}

fn due(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(table) = run.table(Assignments) else { return };
    let lead = table.column("assigned_lead");
    let asked = ["due_date", "timing_window"];
    table.for_each_row(|row| {
        let empty: Vec<_> = asked.into_iter().filter(|name| table.column(name).is_empty(row)).collect();
        if let Some(&first) = empty.first().filter(|_| !lead.is_empty(row)) {
            let message = format!("{} leads this, and {} is empty.", lead.text(row), empty.join(" and "));
            findings.at(table, row).field(first).says(message);
        }
    });
}
