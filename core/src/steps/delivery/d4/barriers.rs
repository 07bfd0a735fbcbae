//! Whether what still stood in the way at the review is counted, and is somebody's to settle.

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{BarrierTracker, Completions};
use crate::derive::Run;
use crate::derive::delivery::{BarrierKind, Barriers};
use crate::table::Subject;

control! {
    /// Each escalation barrier that is open at the review has a named owner.
    ///
    /// ## Why
    /// What is escalated to nobody in particular is not escalated.
    /// ## Remedy
    /// Enter the owner in the barrier tracker, or the day on which the barrier was resolved.
    /// ## Example
    /// ```clean
    /// barrier_tracker: barrier_id event_id kind opened_on resolved_on owner | B1 E1 escalation 2026-03-08 - S1 | B2 E1 escalation 2026-03-08 2026-03-09 -
    /// completions: event_id review_date | E1 2026-03-09T09:00
    /// ```
    /// ```fault
    /// barrier_tracker: barrier_id event_id kind opened_on resolved_on owner | B1 E1 escalation 2026-03-08 - S1 | B2 E1 escalation 2026-03-08 2026-03-10 - <-
    /// completions: event_id review_date | E1 2026-03-09T09:00
    /// ```
    OWNED = "D4-G2" Gate Block, needs [Need::Table(Completions), Need::Table(BarrierTracker)], Decide::Rule(owned)
}

control! {
    /// Open dependencies are those of the barrier tracker.
    ///
    /// ## Why
    /// A case that looks closed while others still owe something is where the next crisis begins.
    /// ## Remedy
    /// Count the dependencies that are open on the day of the review, or have the barrier tracker corrected.
    /// ## Example
    /// ```clean
    /// barrier_tracker: event_id kind opened_on | E1 dependency 2026-03-09
    /// completions: event_id review_date unresolved_dependency_count | E1 2026-03-09T09:00 1
    /// ```
    /// ```fault
    /// barrier_tracker: event_id kind opened_on | E1 dependency 2026-03-10
    /// completions: event_id review_date unresolved_dependency_count | E1 2026-03-09T09:00 1 <-
    /// ```
    COUNTED = "D4-V2" Validation Block, needs [Need::Table(Completions), Need::Table(BarrierTracker)],
    Decide::Rule(counted)
}

fn owned(run: &Run<'_>, findings: &mut Findings<'_>) {
    let (Some(table), Some(barriers)) = (run.table(Completions), Barriers::of(run)) else { return };
    let (reviewed, owner) = (table.column("review_date"), barriers.table.column("owner"));
    table.for_each_row(|row| {
        let Some(review) = reviewed.instant(row, run.clock()) else { return };
        let (event, day) = (table.number(Subject::Event, row), run.clock().day(review));
        for barrier in barriers.open(event, BarrierKind::Escalation, day).filter(|&barrier| owner.is_empty(barrier)) {
            let id = table.column("event_id").text(row);
            let message = format!("The escalation of {id} was open at its review on {day} and has no owner.");
            let draft = findings.at(barriers.table, barrier).field("owner");
            draft.other(Some(table.place(row))).says(message);
        }
    });
}

fn counted(run: &Run<'_>, findings: &mut Findings<'_>) {
    let (Some(table), Some(barriers)) = (run.table(Completions), Barriers::of(run)) else { return };
    let (reviewed, stated) = (table.column("review_date"), table.column("unresolved_dependency_count"));
    table.for_each_row(|row| {
        let (Some(review), Some(stated)) = (reviewed.instant(row, run.clock()), stated.count(row)) else { return };
        let (event, day) = (table.number(Subject::Event, row), run.clock().day(review));
        let mut open = barriers.open(event, BarrierKind::Dependency, day);
        let (first, count) = (open.next(), open.count() as u64);
        let count = count + u64::from(first.is_some());
        if stated != count {
            let message =
                format!("The completion counts {stated} open dependencies; on {day} the tracker has {count}.");
            let draft = findings.at(table, row).field("unresolved_dependency_count").stated(stated.to_string());
            draft.expected(count).other(first.map(|first| barriers.table.place(first))).says(message);
        }
    });
}
