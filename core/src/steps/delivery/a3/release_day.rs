//! Whether the list was released on its day of the week.

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::PriorityList;
use crate::derive::Run;

control! {
    /// The list is released on the contract's weekday for it.
    ///
    /// ## Remedy
    /// Release the list on the agreed day; after a holiday, on the next business day.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at | A3-L1 2026-03-04T09:00
    /// priority_list: participant_id | P1
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at | A3-L1 2026-03-05T09:00
    /// priority_list: participant_id | P1
    /// ```
    CADENCE = "A3-T1" Deadline Warn, needs [Need::Table(PriorityList)], Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(weekday) = run.contract.calendar.priority_list_day else {
        findings.not_applicable = Some("The contract names no day for the list.".to_owned());
        return;
    };
    let day = run.release_day();
    if !run.contract.calendar.is_cadence_day(day, weekday) {
        let due = run.contract.calendar.expected_day(day, weekday);
        let message =
            format!("The list was released on {}; it was due on {}.", day.format("%A %F"), due.format("%A %F"));
        findings.about(PriorityList).stated(day.to_string()).expected(due).says(message);
    }
}
