//! Whether what waits for clarification has somebody who sees to it, and a day or an hour by which that is done.

use super::Docket;
use crate::contract::{Class, Deadline};
use crate::control::Findings;
use crate::derive::Run;
use crate::table::Subject;

/// Each pending decision names its owner.
pub(crate) fn owned(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(docket) = Docket::of(run) else { return };
    let owner = docket.table.column("owner");
    for (_, decided) in docket.of_class(is_pending).filter(|(_, decided)| owner.is_empty(decided.row)) {
        let message = format!("{} is pending, and nobody is named who clarifies it.", docket.id(decided.row));
        findings.at(docket.table, decided.row).field("owner").says(message);
    }
}

/// Each pending decision has a deadline that is neither past, nor before the review, nor too late for an event.
pub(crate) fn ahead(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(docket) = Docket::of(run) else { return };
    let (deadline, clock) = (docket.table.column("clarification_deadline"), run.clock());
    // A day is ahead until it is over.
    let (now, now_written) = match Subject::of(run.contract.pilot) {
        Subject::Person => (clock.first_moment(run.as_of.day()), run.as_of.day().to_string()),
        Subject::Event => (run.as_of.instant(), clock.written(run.as_of.instant())),
    };
    for (number, decided) in docket.of_class(is_pending) {
        let (id, stated) = (docket.id(decided.row), deadline.text(decided.row));
        let Some(at) = deadline.moment(decided.row, clock) else {
            if !stated.is_empty() {
                continue; // What is no day has its own finding.
            }
            let message = format!("{id} is pending, and nothing says until when.");
            findings.at(docket.table, decided.row).field("clarification_deadline").says(message);
            continue;
        };
        let missed = window_of(run, number).filter(|window| !window.allows(at, clock));
        let (fault, expected) = if at < decided.at {
            let review = docket.table.column("review_date").text(decided.row);
            (format!("before its review on {review}"), format!("{review} or later"))
        } else if at < now {
            ("past".to_owned(), format!("{now_written} or later"))
        } else if let Some(window) = missed {
            let end = window.written(clock);
            (format!("after {end}, when the response window of the event ends"), format!("{end} or earlier"))
        } else {
            continue;
        };
        let message = format!("The deadline of {id}, {stated}, is {fault}.");
        let draft = findings.at(docket.table, decided.row).field("clarification_deadline").stated(stated);
        draft.expected(expected).says(message);
    }
}

fn is_pending(class: Class) -> bool {
    class == Class::Pending
}

/// The end of an event's response window; a participant has none.
fn window_of(run: &Run<'_>, number: u32) -> Option<Deadline> {
    let (limit, happened) = (run.contract.deadlines.response_window?, run.events()?.get(number)?.at?);
    Some(limit.after_instant(happened, &run.contract.calendar, run.clock()))
}
