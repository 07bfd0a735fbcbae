//! Whether every event record is decided, and every decision tied to its record, the executive register and the locked events.

use super::super::decided::{self, Docket, Loose};
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{
    Confirmations, EventDecisions, EventRecords, ExecutiveRegister, LockedEvents, Referrals,
};
use crate::derive::Run;
use crate::derive::entry::Decided;
use crate::pairing::OneEach;
use crate::table::{NOBODY, Row, Subject, Table};
use crate::value::Month;

control! {
    /// Every event record is decided, shown in the executive register and, if qualified, locked.
    ///
    /// ## Why
    /// What is neither decided nor shown is helped or turned away by habit, and no count of it can be defended.
    /// ## Remedy
    /// Decide on every event record, enter each decision in the executive register, lock again where the lock differs, and
    /// record the link with the contract's version.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at contract_version | D2-L1 2026-03-09T12:00 2026.3
    /// referrals: event_id participant_id event_timestamp | E1 P1 2026-02-28T23:30
    /// event_records: event_id participant_id | E1 P1
    /// event_decisions: event_id participant_id event_decision_code review_date | E1 P1 YES 2026-03-09T10:00
    /// executive_register: case_id decision recorded_at | E1 qualified 2026-03-09T12:00
    /// locked_events: event_id participant_id pilot_month | E1 P1 2026-02
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at contract_version | D2-L1 2026-03-09T12:00 2026.3
    /// referrals: event_id participant_id event_timestamp | E1 P1 2026-02-28T23:30
    /// event_records: event_id participant_id | E1 P1
    /// event_decisions: event_id participant_id event_decision_code review_date | E1 P1 YES 2026-03-09T10:00
    /// executive_register: case_id decision recorded_at | E1 qualified 2026-03-09T12:00
    /// locked_events: event_id participant_id pilot_month | E1 P1 2026-03 <-
    /// ```
    TIED = "D2-L1" Link Block,
    needs [
        Need::Table(EventRecords),
        Need::Table(EventDecisions),
        Need::Table(Referrals),
        Need::Table(ExecutiveRegister),
        Need::Table(Confirmations),
    ],
    Decide::ConfirmedAnd(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    decided::undecided(run, findings);
    let lock = run.table(LockedEvents);
    let locked = lock.map(|table| OneEach::of(table, Subject::Event, run.received.count(Subject::Event)));
    decided::tied(
        run,
        findings,
        |docket, event, decided| misnamed(run, docket, event, decided),
        |docket, event| {
            // What no referral brought and dated has no month, and was told of elsewhere.
            let is_dated = run.events().is_none_or(|events| events.get(event).is_some_and(|event| event.day.is_some()));
            locked.as_ref().filter(|locked| is_dated && locked.get(event).is_none())?;
            docket.current(event).filter(Decided::admits)
        },
    );
    if let Some((lock, docket)) = lock.zip(Docket::of(run)) {
        lock.for_each_row(|row| judge_lock(run, docket, lock, row, findings));
    }
}

/// A decision that names another participant than the referral.
fn misnamed(run: &Run<'_>, docket: Docket<'_>, event: u32, decided: Decided) -> Option<Loose> {
    let (referrals, event) = (run.table(Referrals)?, run.events()?.get(event)?);
    differ(docket.table.person(decided.row), event.person).then(|| {
        let expected = referrals.column("participant_id").text(event.row).into_owned();
        let stated = docket.table.column("participant_id").text(decided.row);
        Loose {
            message: format!("{} was decided on for {stated}; the referral names {expected}.", docket.id(decided.row)),
            field: "participant_id",
            expected: Some(expected),
            other: Some(referrals.place(event.row)),
            missing_from: None,
        }
    })
}

/// Tells of a locked event that is not qualified, or that is locked for another participant or month.
fn judge_lock(run: &Run<'_>, docket: Docket<'_>, lock: &Table, row: Row, findings: &mut Findings<'_>) {
    let (number, cell) = (lock.number(Subject::Event, row), |name: &str| lock.column(name).text(row));
    let (id, decided) = (cell("event_id"), docket.current(number));
    if !decided.as_ref().is_some_and(Decided::admits) {
        let message = format!("{id} is locked, and is not qualified.");
        let draft = findings.at(lock, row).field("event_id").stated(id);
        return draft.other(decided.map(|decided| docket.table.place(decided.row))).says(message);
    }
    let Some((referrals, event)) = run.table(Referrals).zip(run.events().and_then(|events| events.get(number))) else {
        return;
    };
    let month = event.day.map(Month::of).zip(lock.column("pilot_month").month(row));
    let (field, expected) = if differ(lock.person(row), event.person) {
        ("participant_id", referrals.column("participant_id").text(event.row).into_owned())
    } else if let Some((month, _)) = month.filter(|(month, stated)| month != stated) {
        ("pilot_month", month.to_string())
    } else {
        return;
    };
    let message = format!("{id} is locked with {field} {}; by its referral it is {expected}.", cell(field));
    let draft = findings.at(lock, row).field(field).stated(cell(field)).expected(expected);
    draft.other(Some(referrals.place(event.row))).says(message);
}

/// Whether two rows name two participants; one that names nobody was told of elsewhere.
const fn differ(one: u32, other: u32) -> bool {
    one != other && one != NOBODY && other != NOBODY
}
