//! Whether each qualified event has a response, and nothing else has one.

use super::super::participant;
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{Confirmations, EventDecisions, Referrals, ResponseBundles};
use crate::derive::Run;
use crate::table::{Row, Subject, Table};

control! {
    /// Each qualified event has a response and no other has one, filed under the contract.
    ///
    /// ## Why
    /// A qualified event without a response is a crisis that was counted and not met; a response to any other is not paid.
    /// ## Remedy
    /// Release the response that is missing, or take back the one that no decision bears out; then file them and record the link.
    /// ## Example
    /// ```clean
    /// referrals: event_id participant_id | E1 P1 | E2 P2
    /// event_decisions: event_id event_decision_code review_date | E1 YES 2026-03-09T09:00 | E2 YES 2026-03-09T13:00
    /// confirmations: control_id confirmed_at contract_version | D3-L1 2026-03-09T16:00 2026.3
    /// response_bundles: event_id participant_id | E1 P1
    /// ```
    /// ```fault
    /// referrals: event_id participant_id | E1 P1 | E2 P2
    /// event_decisions: event_id event_decision_code review_date | E1 YES 2026-03-09T09:00 | E2 YES 2026-03-09T12:59 <-
    /// confirmations: control_id confirmed_at contract_version | D3-L1 2026-03-09T16:00 2026.3
    /// response_bundles: event_id participant_id | E1 P1
    /// ```
    QUALIFIED = "D3-L1" Link Block,
    needs [
        Need::Table(ResponseBundles), Need::Table(EventDecisions), Need::Table(Referrals), Need::Table(Confirmations),
    ],
    Decide::ConfirmedAnd(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(bundles) = run.table(ResponseBundles) else { return };
    bundles.for_each_row(|row| {
        if !is_unqualified(run, bundles, row, findings) {
            participant::check(run, bundles, row, findings);
        }
    });
    unmet(run, findings);
}

/// Tells a response to an event that is not qualified.
fn is_unqualified(run: &Run<'_>, bundles: &Table, row: Row, findings: &mut Findings<'_>) -> bool {
    let (Some(table), Some(decisions)) = (run.table(EventDecisions), run.decisions()) else { return false };
    let decided = decisions.current(bundles.number(Subject::Event, row), run.as_of.instant());
    if decided.is_some_and(|decided| decided.admits()) {
        return false;
    }
    let id = bundles.column("event_id").text(row);
    let known = decided.map_or("nothing is decided on it".to_owned(), |decided| {
        format!("the decision is {}", table.column("event_decision_code").text(decided.row))
    });
    let other = decided.map(|decided| table.place(decided.row));
    let message = format!("{id} has a response and is not qualified: {known}.");
    findings.at(bundles, row).field("event_id").stated(id).other(other).says(message);
    true
}

/// Tells each qualified event whose response is overdue.
fn unmet(run: &Run<'_>, findings: &mut Findings<'_>) {
    let (Some(table), Some(decisions), Some(bundles)) = (run.table(EventDecisions), run.decisions(), run.bundles())
    else {
        return;
    };
    let (Some(limit), now) = (run.contract.deadlines.release_bundle, run.as_of.instant()) else { return };
    for (event, decided) in decisions.all_current(now) {
        let last = limit.after_instant(decided.at, &run.contract.calendar, run.clock());
        if !decided.admits() || bundles.get(event).is_some() || last.allows(now, run.clock()) {
            continue;
        }
        let id = table.column("event_id").text(decided.row);
        let last = last.written(run.clock());
        let message = format!("{id} is qualified and had no response by {last}.");
        let draft = findings.at(table, decided.row).field("event_id").stated(id);
        draft.missing_from(ResponseBundles).says(message);
    }
}
