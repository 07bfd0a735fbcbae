//! Whether every roster row is decided, and every decision tied to the roster, the executive register and the locked cohort.

use super::super::decided;
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{CohortDecisions, Confirmations, ExecutiveRegister, LockedCohort, Roster};
use crate::derive::Run;
use crate::derive::entry::Decided;
use crate::pairing::OneEach;
use crate::table::{Row, Subject, Table};
use crate::value::{Instant, Month};

control! {
    /// Every roster row is decided, shown in the executive register and, if active, locked.
    ///
    /// ## Why
    /// What is neither decided nor shown is served or left out by habit, and no count of it can be defended.
    /// ## Remedy
    /// Decide on every roster row, enter each decision in the executive register, lock again where the lock differs, and
    /// record the link with the contract's version.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at contract_version | A2-L1 2026-03-09T12:00 2026.3
    /// roster: participant_id | P1 | P2
    /// cohort_decisions: participant_id cohort_decision_code review_date | P1 IN 2026-03-09 | P2 WAIT 2026-03-09
    /// executive_register: case_id decision recorded_at | P1 active 2026-03-09T12:00 | P2 WAIT 2026-03-09T12:00
    /// locked_cohort: pilot_month participant_id locked_at | 2026-03 P1 2026-03-09T12:00
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at contract_version | A2-L1 2026-03-09T12:00 2026.3
    /// roster: participant_id | P1 | P2
    /// cohort_decisions: participant_id cohort_decision_code review_date | P1 IN 2026-03-09 | P2 WAIT 2026-03-09
    /// executive_register: case_id decision recorded_at | P1 active 2026-03-09T12:00 | P2 WAIT 2026-03-09T12:00
    /// locked_cohort: pilot_month participant_id locked_at | 2026-03 P1 2026-03-09T12:00 | 2026-03 P2 2026-03-09T12:00 <-
    /// ```
    TIED = "A2-L1" Link Block,
    needs [
        Need::Table(Roster),
        Need::Table(CohortDecisions),
        Need::Table(ExecutiveRegister),
        Need::Table(Confirmations),
    ],
    Decide::ConfirmedAnd(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    decided::undecided(run, findings);
    let lock = run.table(LockedCohort).map(|table| Lock::of(run, table));
    decided::tied(
        run,
        findings,
        |_, _, _| None,
        |docket, person| {
            let lock = lock.as_ref().filter(|lock| lock.rows.get(person).is_none())?;
            docket.at(person, lock.latest?).filter(Decided::admits)
        },
    );
    if let Some(lock) = lock {
        lock.wrongly_in(run, findings);
    }
}

/// Who is locked for the month of the as-of day.
struct Lock<'r> {
    table: &'r Table,
    rows: OneEach,
    /// When the month was last locked, if it was; a row that does not say is locked now.
    latest: Option<Instant>,
}

impl<'r> Lock<'r> {
    fn of(run: &Run<'_>, table: &'r Table) -> Self {
        let (this_month, month) = (Month::of(run.as_of.day()), table.column("pilot_month"));
        let (mut rows, mut latest) = (OneEach::none(run.received.count(Subject::Person)), None);
        table.for_each_row(|row| {
            if month.month(row) == Some(this_month) {
                rows.set(table.person(row), row);
                latest = latest.max(Some(locked_at(run, table, row)));
            }
        });
        Self { table, rows, latest }
    }

    /// Tells of each row of the month whose participant was not active when it was locked.
    fn wrongly_in(&self, run: &Run<'_>, findings: &mut Findings<'_>) {
        let Some(docket) = decided::Docket::of(run) else { return };
        let id = self.table.column("participant_id");
        self.rows.for_each(|person, row| {
            let at = locked_at(run, self.table, row);
            let stood = docket.at(person, at);
            if !stood.as_ref().is_some_and(Decided::admits) {
                let (id, at) = (id.text(row), run.clock().written(at));
                let message = format!("{id} is locked, and was not active at {at}.");
                let draft = findings.at(self.table, row).field("participant_id").stated(id);
                draft.other(stood.map(|stood| docket.table.place(stood.row))).says(message);
            }
        });
    }
}

fn locked_at(run: &Run<'_>, table: &Table, row: Row) -> Instant {
    table.column("locked_at").instant(row, run.clock()).unwrap_or_else(|| run.as_of.instant())
}
