//! Whether the roster was made on its day of the week.

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::Roster;
use crate::derive::Run;

control! {
    /// The roster is made on the contract's roster day.
    ///
    /// ## Remedy
    /// Make the roster on the agreed day; after a holiday, on the next business day.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at | A1-L1 2026-03-09T09:00
    /// roster: participant_id | P1
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at | A1-L1 2026-03-05T09:00
    /// roster: participant_id | P1
    /// ```
    CADENCE = "A1-T1" Deadline Warn, needs [Need::Table(Roster)], Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(weekday) = run.contract.calendar.roster_day else {
        findings.not_applicable = Some("The contract names no roster day.".to_owned());
        return;
    };
    let day = run.record_day(super::STEP);
    if !run.contract.calendar.is_cadence_day(day, weekday) {
        let due = run.contract.calendar.expected_day(day, weekday);
        let message = format!("The roster was made on {}; it was due on {}.", day.format("%A %F"), due.format("%A %F"));
        findings.about(Roster).stated(day.to_string()).expected(due).says(message);
    }
}
