//! Whether each response has a completion, and each completion a response.

use super::super::participant;
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{Completions, Confirmations, Referrals, ResponseBundles};
use crate::derive::Run;
use crate::table::Subject;

control! {
    /// Each response has one completion in time, filed under the contract.
    ///
    /// ## Why
    /// A response that nobody closed may still be owed, and one that was closed without having been released never was.
    /// ## Remedy
    /// Review the response that is named here and record its completion, or take back the completion that has none; then
    /// file them and record the link.
    /// ## Example
    /// ```clean
    /// referrals: event_id participant_id | E1 P1 | E2 P2
    /// response_bundles: event_id released_at | E1 2026-03-04T09:00 | E2 2026-03-06T17:00
    /// confirmations: control_id confirmed_at contract_version | D4-L1 2026-03-09T16:00 2026.3
    /// completions: event_id participant_id | E1 P1
    /// ```
    /// ```fault
    /// referrals: event_id participant_id | E1 P1 | E2 P2
    /// response_bundles: event_id released_at | E1 2026-03-04T09:00 | E2 2026-03-06T15:59 <-
    /// confirmations: control_id confirmed_at contract_version | D4-L1 2026-03-09T16:00 2026.3
    /// completions: event_id participant_id | E1 P1
    /// ```
    COMPLETED = "D4-L1" Link Block,
    needs [Need::Table(Completions), Need::Table(ResponseBundles), Need::Table(Referrals), Need::Table(Confirmations)],
    Decide::ConfirmedAnd(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(table) = run.table(Completions) else { return };
    table.for_each_row(|row| {
        let event = table.number(Subject::Event, row);
        if run.bundles().is_some_and(|bundles| bundles.get(event).is_none()) {
            let id = table.column("event_id").text(row);
            let message = format!("{id} has a completion, and no response was released for it.");
            return findings.at(table, row).field("event_id").stated(id).says(message);
        }
        participant::check(run, table, row, findings);
    });
    open_too_long(run, findings);
}

/// Tells each response whose completion is overdue.
fn open_too_long(run: &Run<'_>, findings: &mut Findings<'_>) {
    let (Some(bundles), Some(completions)) = (run.table(ResponseBundles), run.completions()) else { return };
    let (Some(limit), now) = (run.contract.deadlines.complete_response, run.as_of.instant()) else { return };
    let released = bundles.column("released_at");
    bundles.for_each_row(|row| {
        if completions.get(bundles.number(Subject::Event, row)).is_some() {
            return;
        }
        let Some(release) = released.instant(row, run.clock()) else { return };
        let last = limit.after_instant(release, &run.contract.calendar, run.clock());
        if !last.allows(now, run.clock()) {
            let id = bundles.column("event_id").text(row);
            let last = last.written(run.clock());
            let message = format!("The response to {id} had no completion by {last}.");
            let draft = findings.at(bundles, row).field("event_id").stated(id);
            draft.missing_from(Completions).says(message);
        }
    });
}
