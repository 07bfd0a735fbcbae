//! Whether the visits, the variances and the status on the list are those of the systems that keep them.

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{CaseManagement, CaseVariances, CohortDecisions, PriorityList, UtilizationFeed};
use crate::derive::Run;
use crate::derive::delivery::NO_STATUS;

control! {
    /// Emergency department visits are those of the utilization feed.
    ///
    /// ## Why
    /// Whoever acts on the list sees this count first. If it is wrong, so is every conversation that begins with it.
    /// ## Remedy
    /// Count the visits in the contract's window again, which ends with the release day.
    /// ## Example
    /// ```clean
    /// cohort_decisions: participant_id cohort_decision_code | P1 IN
    /// utilization_feed: encounter_id participant_id service_date kind | E1 P1 2026-03-02 ed | E2 P1 2025-12-09 ed
    /// priority_list: participant_id recent_ed_count | P1 1
    /// ```
    /// ```fault
    /// cohort_decisions: participant_id cohort_decision_code | P1 IN
    /// utilization_feed: encounter_id participant_id service_date kind | E1 P1 2026-03-02 ed | E2 P1 2025-12-10 ed
    /// priority_list: participant_id recent_ed_count | P1 1 <-
    /// ```
    ED_VISITS = "A3-V2" Validation Block,
    needs [Need::Table(PriorityList), Need::Table(CohortDecisions), Need::Table(UtilizationFeed)],
    Decide::Rule(ed_visits)
}

control! {
    /// Open variances and the status are those of case management.
    ///
    /// ## Why
    /// A variance that is open and not counted is a departure from the care plan that nobody is about to close.
    /// ## Remedy
    /// Count the variances that are open on the release day, and copy the status from case management.
    /// ## Example
    /// ```clean
    /// cohort_decisions: participant_id cohort_decision_code | P1 IN
    /// case_management: participant_id intervention_status | P1 engaged
    /// case_variances: variance_id participant_id opened_on resolved_on | V1 P1 2026-02-02 - | V2 P1 2026-02-02 2026-03-09
    /// priority_list: participant_id unresolved_variance_count intervention_status | P1 1 engaged
    /// ```
    /// ```fault
    /// cohort_decisions: participant_id cohort_decision_code | P1 IN
    /// case_management: participant_id intervention_status | P1 engaged
    /// case_variances: variance_id participant_id opened_on resolved_on | V1 P1 2026-02-02 - | V2 P1 2026-02-02 2026-03-10
    /// priority_list: participant_id unresolved_variance_count intervention_status | P1 1 engaged <-
    /// ```
    CASE = "A3-V3" Validation Block,
    needs [
        Need::Table(PriorityList), Need::Table(CohortDecisions), Need::Table(CaseVariances), Need::Table(CaseManagement),
    ],
    Decide::Rule(case)
}

fn ed_visits(run: &Run<'_>, findings: &mut Findings<'_>) {
    let utilization = run.contract.scoring.as_ref().and_then(|scoring| scoring.utilization.as_ref());
    let Some(utilization) = utilization else {
        findings.not_applicable = Some("The contract counts no visits.".to_owned());
        return;
    };
    let (Some(list), Some(active), Some(encounters)) = (run.table(PriorityList), run.active(), run.encounters()) else {
        return;
    };
    let (id, stated) = (list.column("participant_id"), list.column("recent_ed_count"));
    list.for_each_row(|row| {
        let person = list.person(row);
        let Some(stated) = stated.count(row).filter(|_| active.get(person).is_some()) else { return };
        let count = encounters.get(person as usize).map_or(0, |known| known.ed);
        if stated != u64::from(count) {
            let message = format!(
                "The list counts {stated} visits of {}; the feed has {count} in the {} days up to {}.",
                id.text(row),
                utilization.window_days,
                run.release_day()
            );
            let draft = findings.at(list, row).field("recent_ed_count").stated(stated.to_string());
            draft.expected(count).says(message);
        }
    });
}

fn case(run: &Run<'_>, findings: &mut Findings<'_>) {
    let (Some(list), Some(active)) = (run.table(PriorityList), run.active()) else { return };
    let (variances, cases) = (run.open_variances(), run.table(CaseManagement).zip(run.cases()));
    let statuses = run.folded(CaseManagement, "intervention_status");
    let (id, stated_count, stated_status) =
        (list.column("participant_id"), list.column("unresolved_variance_count"), list.column("intervention_status"));
    list.for_each_row(|row| {
        let person = list.person(row);
        if active.get(person).is_none() {
            return;
        }
        let open = variances.map(|open| u64::from(open.get(person as usize).copied().unwrap_or_default()));
        if let Some((stated, open)) = stated_count.count(row).zip(open).filter(|(stated, open)| stated != open) {
            let message = format!(
                "The list counts {stated} open variances of {}; on {} case management has {open}.",
                id.text(row),
                run.release_day()
            );
            let draft = findings.at(list, row).field("unresolved_variance_count").stated(stated.to_string());
            return draft.expected(open).says(message);
        }
        let (Some((cases, rows)), Some(statuses)) = (cases, &statuses) else { return };
        let known = statuses.get(person).filter(|status| !status.is_empty()).unwrap_or(NO_STATUS);
        let stated = stated_status.text(row);
        if !stated.is_empty() && stated != known {
            let message = format!("The list says {stated} of {}; case management says {known}.", id.text(row));
            let draft = findings.at(list, row).field("intervention_status").stated(stated).expected(known);
            draft.other(rows.get(person).map(|case| cases.place(case))).says(message);
        }
    });
}
