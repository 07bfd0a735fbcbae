//! Whether the roster's authorization status is the one that the register gives.

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{AuthorizationRegister, PayerAttribution, Roster};
use crate::derive::Run;
use crate::derive::entry::Authorization;
use crate::table::{Row, Table};

control! {
    /// Authorization statuses agree with the register.
    ///
    /// ## Why
    /// Somebody whose authorization has lapsed must not be counted, or served, as active.
    /// ## Remedy
    /// Copy the status that the register gives on the roster day, or have the register's entry corrected by whoever keeps it.
    /// ## Example
    /// ```clean
    /// payer_attribution: participant_id attribution_date | P1 2026-01-01
    /// authorization_register: participant_id status start_date | P1 active 2026-01-01
    /// roster: participant_id authorization_status | P1 active
    /// ```
    /// ```fault
    /// payer_attribution: participant_id attribution_date | P1 2026-01-01
    /// authorization_register: participant_id status start_date end_date | P1 active 2026-01-01 2026-02-01
    /// roster: participant_id authorization_status | P1 active <-
    /// ```
    STATUS = "A1-V2" Validation Block,
    needs [Need::Table(Roster), Need::Table(PayerAttribution), Need::Table(AuthorizationRegister)],
    Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let (Some(roster), Some(population)) = (run.table(Roster), run.population()) else { return };
    let (Some(register), Some(authorizations)) = (run.table(AuthorizationRegister), run.authorizations()) else {
        return;
    };
    let stated = roster.column("authorization_status");
    roster.for_each_row(|row| {
        let person = roster.person(row);
        if population.get(person).is_none() {
            return;
        }
        let (status, derived) = (stated.text(row), authorizations[person as usize]);
        if !status.is_empty() && status != derived.status.name() {
            let message = format!("The roster says {status}; {}.", on_the_register(run, register, derived));
            let draft = findings.at(roster, row).field("authorization_status").stated(status);
            draft.expected(derived.status.name()).other(derived.evidence.map(|row| register.place(row))).says(message);
        }
    });
}

fn on_the_register(run: &Run<'_>, register: &Table, derived: Authorization) -> String {
    let day = run.record_day(super::STEP);
    let Some(row) = derived.evidence else {
        return format!("on {day} the register has no authorization that is active, pending or expired");
    };
    let cell = |name: &str, row: Row| register.column(name).text(row);
    let end = cell("end_date", row);
    let end = if end.is_empty() { "open".into() } else { end };
    format!(
        "on {day} the register gives {} ({} from {} to {end})",
        derived.status.name(),
        cell("status", row),
        cell("start_date", row)
    )
}
