//! Whether the list covers everybody who is active, and nobody else.

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{CohortDecisions, Confirmations, PriorityList};
use crate::derive::Run;

control! {
    /// The list covers exactly the active participants, and is filed under the contract.
    ///
    /// ## Why
    /// Whoever is active and not on the list is helped by nobody; whoever is on it and not active takes another's place.
    /// ## Remedy
    /// Add those who are missing and take off those who are not active, then file the list and record the link.
    /// ## Example
    /// ```clean
    /// cohort_decisions: participant_id cohort_decision_code | P1 IN | P2 OUT
    /// confirmations: control_id confirmed_at contract_version | A3-L1 2026-03-04T10:00 2026.3
    /// priority_list: participant_id | P1
    /// ```
    /// ```fault
    /// cohort_decisions: participant_id cohort_decision_code | P1 IN | P2 OUT
    /// confirmations: control_id confirmed_at contract_version | A3-L1 2026-03-04T10:00 2026.3
    /// priority_list: participant_id | P1 | P2 <-
    /// ```
    ACTIVE = "A3-L1" Link Block,
    needs [Need::Table(PriorityList), Need::Table(CohortDecisions), Need::Table(Confirmations)],
    Decide::ConfirmedAnd(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let (Some(list), Some(listed)) = (run.table(PriorityList), run.listed()) else { return };
    let (Some(table), Some(decisions)) = (run.table(CohortDecisions), run.decisions()) else { return };
    let Some(active) = run.active() else { return };
    let day = run.release_day();
    list.for_each_row(|row| {
        let person = list.person(row);
        if active.get(person).is_some() {
            return;
        }
        let id = list.column("participant_id").text(row);
        let decided = decisions.current(person, run.release());
        let known = decided.map_or("nothing is decided".to_owned(), |decided| {
            format!("the decision is {}", table.column("cohort_decision_code").text(decided.row))
        });
        let message = format!("{id} is on the list, and is not active on {day}: {known}.");
        let other = decided.map(|decided| table.place(decided.row));
        findings.at(list, row).field("participant_id").stated(id).other(other).says(message);
    });
    active.for_each(|person, row| {
        if listed.get(person).is_some() {
            return;
        }
        let id = table.column("participant_id").text(row);
        let message = format!("{id} is active on {day} and is not on the list.");
        findings.at(table, row).field("participant_id").stated(id).missing_from(PriorityList).says(message);
    });
}
