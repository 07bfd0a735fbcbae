//! Whether the safety status of each response is the one that triage recorded.

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{ResponseBundles, Triage};
use crate::derive::Run;
use crate::table::Subject;

control! {
    /// Immediate safety statuses are those of triage.
    ///
    /// ## Why
    /// Whoever goes out relies on this line. It must be what was found, and not what was hoped.
    /// ## Remedy
    /// Copy the status from the triage record, or have that record corrected by whoever made it.
    /// ## Example
    /// ```clean
    /// triage: event_id safety_status | E1 at_risk
    /// response_bundles: event_id immediate_safety_status | E1 at_risk
    /// ```
    /// ```fault
    /// triage: event_id safety_status | E1 at_risk
    /// response_bundles: event_id immediate_safety_status | E1 safe <-
    /// ```
    TRIAGED = "D3-V2" Validation Block, needs [Need::Table(ResponseBundles), Need::Table(Triage)], Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let (Some(table), Some(triage), Some(triaged)) = (run.table(ResponseBundles), run.table(Triage), run.triaged())
    else {
        return;
    };
    let (stated, known) = (table.column("immediate_safety_status"), triage.column("safety_status"));
    table.for_each_row(|row| {
        let (event, stated) = (table.number(Subject::Event, row), stated.text(row));
        let Some(triage_row) = triaged.get(event) else {
            let message = "Triage has no record of this event.";
            return findings.at(table, row).field("immediate_safety_status").stated(stated).says(message);
        };
        let known = known.text(triage_row);
        if !stated.is_empty() && !known.is_empty() && stated != known {
            let message = format!("The response says {stated}; triage found {known}.");
            let draft = findings.at(table, row).field("immediate_safety_status").stated(stated).expected(known);
            draft.other(Some(triage.place(triage_row))).says(message);
        }
    });
}
