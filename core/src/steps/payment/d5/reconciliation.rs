//! Whether what the outcome register claims survives the record of what came afterwards, and somebody put that in writing.

use super::super::file;
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{
    Confirmations, DownstreamUtilization, LockedEvents, MethodologyQuestions, OutcomeRegister, Referrals,
    SettlementFile,
};
use crate::derive::Run;
use crate::derive::payment::Figure;
use crate::pairing::OneEach;
use crate::table::Subject;

control! {
    /// Claimed outcomes tie out to downstream utilization.
    ///
    /// ## Why
    /// An escalation that is claimed as avoided and stands in the utilization record is the first thing that a payer finds.
    /// ## Remedy
    /// Take the claim back where the escalation came about or the event is not locked in, correct the trigger and the count of
    /// open questions, and record the written confirmation that register and record were reconciled.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at document_ref | D5-G1 2026-03-09T09:00 DOC-1
    /// referrals: event_id event_timestamp | E1 2026-01-05T10:00 | E2 2026-01-06T10:00
    /// locked_events: event_id pilot_month | E1 2026-01 | E2 2026-01
    /// downstream_utilization: encounter_id occurred_at kind | N1 2026-01-08T10:00 ed
    /// outcome_register: event_id claimed_avoided | E1 none | E2 none
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at document_ref | D5-G1 2026-03-09T09:00 DOC-1
    /// referrals: event_id event_timestamp | E1 2026-01-05T10:00
    /// locked_events: event_id pilot_month | E1 2026-01
    /// downstream_utilization: encounter_id occurred_at kind | N1 2026-01-08T10:00 ed
    /// outcome_register: event_id claimed_avoided | E1 inpatient <-
    /// ```
    TIED_OUT = "D5-G1" Gate Block,
    needs [
        Need::Table(SettlementFile), Need::Table(OutcomeRegister), Need::Table(LockedEvents), Need::Table(Referrals),
        Need::Table(DownstreamUtilization), Need::Figure(Figure::Trigger), Need::Table(MethodologyQuestions),
        Need::Table(Confirmations),
    ],
    Decide::ConfirmedAnd(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    claims(run, findings);
    file::trigger_and_questions(run, findings);
}

/// Each claim of the register is of an event that is locked in and did not escalate.
fn claims(run: &Run<'_>, findings: &mut Findings<'_>) {
    const FIELD: &str = "claimed_avoided";
    let (Some(register), Some(model)) = (run.table(OutcomeRegister), run.avoided_model()) else { return };
    let locked = run.table(LockedEvents);
    let locked = locked.map(|table| OneEach::of(table, Subject::Event, run.received.count(Subject::Event)));
    let (id, claimed) = (register.column("event_id"), register.column(FIELD));
    register.for_each_row(|row| {
        let (event, kind) = (register.number(Subject::Event, row), claimed.text(row));
        if !model.is_escalation(&kind) {
            return;
        }
        let escalation = run.followed().and_then(|followed| followed.escalation(run, event));
        if let Some((escalation, record)) = escalation.zip(run.table(DownstreamUtilization)) {
            let [kind_after, at] = ["kind", "occurred_at"].map(|name| record.column(name).text(escalation));
            let message = format!("{} claims {kind} as avoided, and {kind_after} followed at {at}.", id.text(row));
            let draft = findings.at(register, row).field(FIELD).stated(kind);
            draft.other(Some(record.place(escalation))).says(message);
        } else if locked.as_ref().is_some_and(|locked| locked.get(event).is_none()) {
            let message = format!("{} claims {kind} as avoided, and is not locked in.", id.text(row));
            findings.at(register, row).field(FIELD).stated(kind).says(message);
        }
    });
}
