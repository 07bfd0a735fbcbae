//! Weekly records: whether one was made on the contract's day of the week for it.

use chrono::{Datelike as _, Weekday};

use crate::contract::Calendar;
use crate::control::{Control, Findings};
use crate::dataset::Dataset;
use crate::derive::Run;
use crate::value::Day;

/// Decides a control that asks for a day of the week.
pub(crate) fn check(
    control: &Control,
    record: Dataset,
    agreed: fn(&Calendar) -> Option<Weekday>,
    run: &Run<'_>,
    findings: &mut Findings<'_>,
) {
    let (calendar, day) = (&run.contract.calendar, run.record_day(control.step));
    let Some(weekday) = agreed(calendar) else {
        findings.not_applicable = Some(format!("The contract names no day of the week for {record}."));
        return;
    };
    if !calendar.is_cadence_day(day, weekday) {
        let due = calendar.expected_day(day, weekday);
        let message = format!("It was made on {}; that week it was due on {}.", named(day), named(due));
        findings.about(record).stated(day.to_string()).expected(due).says(message);
    }
}

/// A day with its day of the week, as `Monday 2026-03-09`.
fn named(day: Day) -> String {
    const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    format!("{} {day}", NAMES[day.weekday() as usize])
}
