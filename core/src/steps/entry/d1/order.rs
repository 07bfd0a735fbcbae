//! Whether the record of an event stands before everything that rests on it.

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{EventDecisions, EventRecords, ResponseBundles};
use crate::derive::Run;
use crate::table::{Subject, Table};

control! {
    /// Each event's record comes before its response and before its decision.
    ///
    /// ## Why
    /// A record that is made, or made again, once the outcome or the decision is known can be worded to fit it.
    /// ## Remedy
    /// Keep the record as it was first made, and have the decision or the response reviewed where the record came later.
    /// ## Example
    /// ```clean
    /// event_records: event_id recorded_at | E1 2026-03-09T10:00
    /// event_decisions: event_id review_date | E1 2026-03-09T12:00
    /// response_bundles: event_id released_at | E1 2026-03-09T13:00
    /// ```
    /// ```fault
    /// event_records: event_id recorded_at | E1 2026-03-09T10:00
    /// event_decisions: event_id review_date | E1 2026-03-09T12:00
    /// response_bundles: event_id released_at | E1 2026-03-09T09:59 <-
    /// ```
    FIRST = "D1-C1" Conduct Block, needs [Need::Table(EventRecords)], Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(records) = run.table(EventRecords) else { return };
    if let Some(bundles) = run.table(ResponseBundles) {
        released_before(bundles, records, run, findings);
    }
    if let Some(decisions) = run.table(EventDecisions) {
        recorded_after(records, decisions, run, findings);
    }
}

fn released_before(bundles: &Table, records: &Table, run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(record_of) = run.records() else { return };
    let (released, recorded) = (bundles.column("released_at"), records.column("recorded_at"));
    bundles.for_each_row(|row| {
        let Some(record) = record_of.get(bundles.number(Subject::Event, row)) else { return };
        let times = released.instant(row, run.clock()).zip(recorded.instant(record, run.clock()));
        if times.is_some_and(|(released, recorded)| released < recorded) {
            let (stated, since) = (released.text(row), recorded.text(record));
            let message = format!("The response was released at {stated}, before its event was recorded at {since}.");
            let draft = findings.at(bundles, row).field("released_at").stated(stated);
            draft.expected(format!("{since} or later")).other(Some(records.place(record))).says(message);
        }
    });
}

fn recorded_after(records: &Table, decisions: &Table, run: &Run<'_>, findings: &mut Findings<'_>) {
    let (Some(log), recorded) = (run.decisions(), records.column("recorded_at")) else { return };
    records.for_each_row(|row| {
        let first = log.until(records.number(Subject::Event, row), run.as_of.instant()).next();
        let Some((first, at)) = first.zip(recorded.instant(row, run.clock())) else { return };
        if at > first.at {
            let (stated, decided) = (recorded.text(row), decisions.column("review_date").text(first.row));
            let message = format!("It was recorded at {stated}, after its first decision at {decided}.");
            let draft = findings.at(records, row).field("recorded_at").stated(stated);
            draft.expected(format!("{decided} or earlier")).other(Some(decisions.place(first.row))).says(message);
        }
    });
}
