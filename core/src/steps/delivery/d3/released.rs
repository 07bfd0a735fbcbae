//! Whether each response was released in time after the decision on its event.

use super::super::time::Timed;
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{EventDecisions, ResponseBundles};
use crate::derive::Run;
use crate::derive::entry::Decided;
use crate::table::Subject;

control! {
    /// Responses are released within their limit after the decision.
    ///
    /// ## Remedy
    /// Note what held the response up, and agree on who releases responses in time from now on.
    /// ## Example
    /// ```clean
    /// event_decisions: event_id event_decision_code review_date | E1 YES 2026-03-09T09:00
    /// response_bundles: event_id released_at | E1 2026-03-09T13:00
    /// ```
    /// ```fault
    /// event_decisions: event_id event_decision_code review_date | E1 YES 2026-03-09T09:00
    /// response_bundles: event_id released_at | E1 2026-03-09T13:01 <-
    /// ```
    IN_TIME = "D3-T1" Deadline Warn, needs [Need::Table(ResponseBundles), Need::Table(EventDecisions)],
    Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(limit) = run.contract.deadlines.release_bundle else {
        findings.not_applicable = Some("The contract sets no limit for the release of a response.".to_owned());
        return;
    };
    let Some(table) = run.table(ResponseBundles) else { return };
    let timed = Timed { table, column: "released_at", limit, since: "the decision that qualified the event" };
    table.for_each_row(|row| {
        let decided = run.decisions().and_then(|decisions| {
            let mut all = decisions.until(table.number(Subject::Event, row), run.as_of.instant());
            all.find(Decided::admits)
        });
        timed.check(run, row, decided.map(|decided| decided.at), findings);
    });
}
