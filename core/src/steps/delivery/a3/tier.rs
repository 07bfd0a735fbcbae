//! Whether each tier on the list is the one that the contract's scoring gives.

use super::super::tally::is_scored;
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{CohortDecisions, PriorityList};
use crate::derive::Run;
use crate::derive::delivery::Standing;

control! {
    /// Risk tiers are those that the contract's scoring gives.
    ///
    /// ## Why
    /// The tier decides who is reached within hours and who within weeks; one that cannot be recomputed is an opinion.
    /// ## Remedy
    /// Enter the tier that the score gives, or have the feed corrected on which it rests.
    /// ## Example
    /// ```clean
    /// cohort_decisions: participant_id cohort_decision_code | P1 IN
    /// utilization_feed: participant_id service_date kind | P1 2026-03-02 inpatient
    /// incident_history: participant_id occurred_on severity | P1 2026-03-03 moderate
    /// priority_list: participant_id risk_tier | P1 rising
    /// ```
    /// ```fault
    /// cohort_decisions: participant_id cohort_decision_code | P1 IN
    /// utilization_feed: participant_id service_date kind | P1 2026-03-02 inpatient
    /// incident_history: participant_id occurred_on severity | P1 2026-03-03 moderate
    /// priority_list: participant_id risk_tier | P1 steady <-
    /// ```
    TIER = "A3-V1" Validation Block,
    needs [Need::Table(PriorityList), Need::Table(CohortDecisions), Need::Factors],
    Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    if !is_scored(run, findings) {
        return;
    }
    let (Some(list), Some(active), Some(standing)) = (run.table(PriorityList), run.active(), Standing::of(run)) else {
        return;
    };
    let stated = list.column("risk_tier");
    list.for_each_row(|row| {
        let (person, stated) = (list.person(row), stated.text(row));
        if stated.is_empty() || active.get(person).is_none() {
            return;
        }
        let differs = standing.tier(person).is_some_and(|tier| tier.tier != stated);
        let Some(score) = differs.then(|| standing.score(person)).flatten() else { return };
        let id = list.column("participant_id").text(row);
        let message = format!("The list puts {id} in {stated}; {}, which is {}.", score.explained(), score.tier.tier);
        findings.at(list, row).field("risk_tier").stated(stated).expected(&score.tier.tier).says(message);
    });
}
