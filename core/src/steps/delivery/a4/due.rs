//! Whether each due date keeps to the limit of the participant's tier.

use super::super::tally::is_scored;
use super::super::time::released;
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{Assignments, CohortDecisions};
use crate::derive::Run;
use crate::derive::delivery::Standing;

control! {
    /// Due dates keep to the limit of the participant's tier.
    ///
    /// ## Why
    /// A date that is put where it can be kept, and not where it is needed, is always kept.
    /// ## Remedy
    /// Count the due date from the release of the list, by the limit of the tier that the score gives.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at | A3-L1 2026-03-04T10:00
    /// cohort_decisions: participant_id cohort_decision_code | P1 IN
    /// assignments: participant_id due_date | P1 2026-04-01T23:59
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at | A3-L1 2026-03-04T10:00
    /// cohort_decisions: participant_id cohort_decision_code | P1 IN
    /// assignments: participant_id due_date | P1 2026-04-02T00:00 <-
    /// ```
    IN_TIME = "A4-V2" Validation Block,
    needs [Need::Table(Assignments), Need::Table(CohortDecisions), Need::Factors],
    Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    if !is_scored(run, findings) {
        return;
    }
    let Some(released) = released(run, findings) else { return };
    let (Some(table), Some(active), Some(standing)) = (run.table(Assignments), run.active(), Standing::of(run)) else {
        return;
    };
    let (stated, clock) = (table.column("due_date"), run.clock());
    table.for_each_row(|row| {
        let person = table.person(row);
        let (Some(due), Some(_)) = (stated.instant(row, clock), active.get(person)) else { return };
        let Some(tier) = standing.tier(person) else { return };
        let Some(last) = run.due(tier) else { return };
        let last_moment = last.written(clock);
        let why = if due < released {
            format!("is before the release of the list, {}", clock.written(released))
        } else if !last.allows(due, clock) {
            format!("is later than the limit of {}, which is {last_moment}", tier.tier)
        } else {
            return;
        };
        let message = format!("{} {why}.", clock.written(due));
        let draft = findings.at(table, row).field("due_date").stated(stated.text(row));
        draft.expected(format!("{last_moment} or earlier")).says(message);
    });
}
