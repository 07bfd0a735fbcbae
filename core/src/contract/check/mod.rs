//! Where a file that can be read contradicts itself; it never reads a value, and never mends one.

mod money;
mod qualification;
mod risk;

use std::collections::BTreeSet;

use super::agreement::Agreement;
use crate::notation::fault::{Faults, Part};
use crate::value::Pilot;

/// Notes every contradiction of a file.
pub(super) fn contradictions(agreement: &Agreement, faults: &mut Faults<'_>) {
    term(agreement, faults);
    calendar(agreement, faults);
    sections(agreement, faults);
    qualification::check(agreement, faults);
    risk::check(agreement, faults);
    money::check(agreement, faults);
}

fn term(agreement: &Agreement, faults: &mut Faults<'_>) {
    let term = &agreement.contract;
    faults.within("contract", |faults| {
        if term.effective_to < term.effective_from {
            let what = format!("the term ends on {}, before it begins on {}", term.effective_to, term.effective_from);
            faults.note_at("effective_to", what, "write a day on or after effective_from");
        }
        if term.supersedes.as_ref() == Some(&term.version) {
            let what = format!("version {} replaces itself", term.version);
            faults.note_at("supersedes", what, "name the version before, or remove it where there is none");
        }
    });
}

fn calendar(agreement: &Agreement, faults: &mut Faults<'_>) {
    let (calendar, term) = (&agreement.calendar, &agreement.contract);
    faults.within("calendar", |faults| {
        once(&calendar.business_days, "business_days", "the weekday", faults);
        once(&calendar.holidays, "holidays", "the holiday", faults);
        let mut last = None;
        each("committee_meetings", &calendar.committee_meetings, faults, |&meeting, faults| {
            let sound_term = term.effective_from <= term.effective_to;
            if sound_term && !(term.effective_from..=term.effective_to).contains(&meeting) {
                let what = format!(
                    "the meeting on {meeting} is outside the term, {} to {}",
                    term.effective_from, term.effective_to
                );
                faults.note(what, "move it into the term, or remove it");
            }
            if last.is_some_and(|last| meeting <= last) {
                faults.note(
                    format!("the meeting on {meeting} does not come after the one before it"),
                    "write the meetings in order, each once",
                );
            }
            last = Some(meeting);
        });
    });
}

/// What belongs to one kind of pilot stands in no contract of the other.
fn sections(agreement: &Agreement, faults: &mut Faults<'_>) {
    let (deadlines, roles, calendar) = (&agreement.deadlines, &agreement.roles, &agreement.calendar);
    let attribution: [(&[&str], bool); _] = [
        (&["barrier_codes"], !agreement.barrier_codes.is_empty()),
        (&["calendar", "roster_day"], calendar.roster_day.is_some()),
        (&["calendar", "priority_list_day"], calendar.priority_list_day.is_some()),
        (&["deadlines", "approve_cohort"], deadlines.approve_cohort.is_some()),
        (&["deadlines", "assign"], deadlines.assign.is_some()),
        (&["roles", "approve_cohort"], roles.approve_cohort.is_some()),
    ];
    let diversion: [(&[&str], bool); _] = [
        (&["events"], agreement.events.is_some()),
        (&["reason_codes"], !agreement.reason_codes.is_empty()),
        (&["triggers"], !agreement.triggers.is_empty()),
        (&["deadlines", "record_event"], deadlines.record_event.is_some()),
        (&["deadlines", "approve_event"], deadlines.approve_event.is_some()),
        (&["deadlines", "release_bundle"], deadlines.release_bundle.is_some()),
        (&["deadlines", "complete_response"], deadlines.complete_response.is_some()),
        (&["deadlines", "response_window"], deadlines.response_window.is_some()),
        (&["roles", "approve_event"], roles.approve_event.is_some()),
    ];
    let (foreign, other): (&[_], _) = match agreement.contract.pilot {
        Pilot::Attribution => (&diversion, "a crisis-diversion pilot"),
        Pilot::Diversion => (&attribution, "an attribution pilot"),
    };
    for (place, _) in foreign.iter().filter(|(_, given)| *given) {
        note_down(place, faults, &format!("it belongs to {other}"), "remove it, or correct contract.pilot");
    }
    if agreement.contract.pilot == Pilot::Diversion && agreement.events.is_none() {
        let mend = "add the section with timestamp_tolerance_minutes";
        faults.note_at(
            "events",
            "a crisis-diversion pilot must say how far apart two systems may date one event",
            mend,
        );
    }
}

/// Notes a fault so many parts below this place.
fn note_down(place: &[&str], faults: &mut Faults<'_>, what: &str, mend: &str) {
    match place {
        [] => faults.note(what, mend),
        [part, rest @ ..] => faults.within(*part, |faults| note_down(rest, faults, what, mend)),
    }
}

/// Looks at each item of a list, at its place.
fn each<T>(list: impl Into<Part>, items: &[T], faults: &mut Faults<'_>, mut look: impl FnMut(&T, &mut Faults<'_>)) {
    faults.within(list, |faults| {
        for (nth, item) in items.iter().enumerate() {
            faults.within(nth, |faults| look(item, faults));
        }
    });
}

/// Notes each item that stands in a list again.
fn once<T: std::fmt::Display>(items: &[T], list: &str, noun: &str, faults: &mut Faults<'_>) {
    let mut seen = BTreeSet::new();
    each(list, items, faults, |item, faults| {
        if !seen.insert(item.to_string()) {
            faults.note(format!("{noun} {item} is given twice"), "keep it once");
        }
    });
}

/// Notes each item of a list of sections whose name an earlier one has.
fn named_once<'a, T>(
    items: &'a [T],
    list: &str,
    field: &str,
    name: impl Fn(&'a T) -> &'a str,
    faults: &mut Faults<'_>,
) {
    let mut seen = BTreeSet::new();
    faults.within(list, |faults| {
        for (nth, item) in items.iter().enumerate() {
            let name = name(item);
            if !seen.insert(name) {
                faults.within(nth, |faults| {
                    faults.note_at(field, format!("“{name}” is given twice"), "keep one, or give one another name");
                });
            }
        }
    });
}
