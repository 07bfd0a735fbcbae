//! Whether each response was reviewed in time after its release.

use super::super::time::Timed;
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{Completions, ResponseBundles};
use crate::derive::Run;
use crate::table::Subject;

control! {
    /// Completions are reviewed within their limit after the release.
    ///
    /// ## Remedy
    /// Note what held the review up, and agree on who reviews in time from now on.
    /// ## Example
    /// ```clean
    /// response_bundles: event_id released_at | E1 2026-03-05T09:00
    /// completions: event_id review_date | E1 2026-03-08T10:00
    /// ```
    /// ```fault
    /// response_bundles: event_id released_at | E1 2026-03-05T09:00
    /// completions: event_id review_date | E1 2026-03-08T10:01 <-
    /// ```
    IN_TIME = "D4-T1" Deadline Warn, needs [Need::Table(Completions), Need::Table(ResponseBundles)],
    Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(limit) = run.contract.deadlines.complete_response else {
        findings.not_applicable = Some("The contract sets no limit for the review of a response.".to_owned());
        return;
    };
    let Some(table) = run.table(Completions) else { return };
    let released = run.table(ResponseBundles).map(|bundles| bundles.column("released_at")).zip(run.bundles());
    let timed = Timed { table, column: "review_date", limit, since: "the release of the response" };
    table.for_each_row(|row| {
        let event = table.number(Subject::Event, row);
        let release = released.and_then(|(released, rows)| released.instant(rows.get(event)?, run.clock()));
        timed.check(run, row, release, findings);
    });
}
