//! The roster as it was submitted: what building it would give, less care. Only here is it said
//! which finding a faulty roster row gives rise to.

use chrono::{Datelike, Months, NaiveDate};

use super::agreement::{FOREIGN_CODES, MANUAL_CODES, QUALIFYING_CATEGORIES, RULE_CODES};
use super::authorization::Status;
use super::fault::RosterFault as F;
use super::person::{Person, Standing};
use crate::sample::table::{Charge, Row, Table, row};

const DATE: usize = 1;
const CATEGORY: usize = 2;
const STATUS: usize = 3;
const CODE: usize = 4;

/// The people are in id order, and so is the roster; whoever is listed twice comes again at the end.
/// What else a listed person is charged with is known to those who decide on them.
pub(super) fn roster<'p>(
    people: impl Iterator<Item = &'p Person> + Clone,
    charges: impl Fn(&Person) -> Option<Charge>,
) -> Table {
    let header = [
        "participant_id",
        "payer_attribution_date",
        "qualifying_category",
        "authorization_status",
        "exclusion_reason_code",
    ];
    let mut table = Table::new("roster", &header, &[0]);
    table.extend(people.clone().filter(|p| is_listed(p)).map(|p| row(p).charged(charges(p))));
    let twice = people.filter(|p| p.roster_fault() == Some(F::ListedTwice));
    table.extend(twice.map(|p| truth(p).charged(Charge::new("IN-4", F::ListedTwice))));
    table
}

fn is_listed(person: &Person) -> bool {
    match person.roster_fault() {
        Some(F::NomineeListed | F::FormerListed | F::AnnouncedListed) => true,
        Some(F::Forgotten) => false,
        _ => person.standing == Standing::Attributed,
    }
}

/// Of the population, and on no roster row that could be told to be theirs.
pub(super) fn is_forgotten(person: &Person) -> bool {
    matches!(person.roster_fault(), Some(F::Forgotten | F::IdMistyped | F::IdEmpty))
}

/// Listed under an id on which nobody can have decided.
pub(super) fn is_stranger(person: &Person) -> bool {
    matches!(person.roster_fault(), Some(F::NomineeListed | F::FormerListed | F::AnnouncedListed | F::IdMistyped))
}

/// The row that building the roster gives. For people outside the population, whom building leaves
/// out, what a hopeful provider would write.
fn truth(person: &Person) -> Row {
    let from = match (person.standing, person.nominated_on) {
        (Standing::Nominee, Some(nominated_on)) => nominated_on,
        _ => person.span().from,
    };
    let code = match person.standing {
        Standing::Attributed => person.rule_code.or(person.manual_code).unwrap_or_default(),
        _ => "",
    };
    row![person.id, from, person.roster_category(), person.status.word(), code]
}

fn row(person: &Person) -> Row {
    let mut row = truth(person);
    let Some(fault) = person.roster_fault() else { return row };
    let charge = |control: &str| Some(Charge::new(control, fault));
    let pick = person.id.0 as usize;
    match fault {
        F::NomineeListed => {
            let stranger = Charge::new("A1-V1", fault).missing_from("payer_attribution");
            row.charges = vec![stranger, Charge::new("A1-C1", fault)];
        }
        F::FormerListed | F::AnnouncedListed => {
            row.charges = vec![Charge::new("A1-V1", fault)];
        }
        F::IdMistyped => {
            row.cells[0].retain(|c| c != '-');
            row.charges = vec![Charge::new("A1-V1", fault).missing_from("payer_attribution")];
        }
        F::DateDiffers => {
            row.spoil(DATE, misread(person.span().from), charge("A1-V1"));
        }
        F::CategoryDiffers => {
            let other = another(&QUALIFYING_CATEGORIES, person.roster_category(), pick);
            row.spoil(CATEGORY, other, charge("A1-V1"));
        }
        F::StatusDiffers => row.spoil(STATUS, stale(person.status, pick), charge("A1-V2")),
        F::LapseUnnoticed => {
            row.spoil(STATUS, Status::Active.word(), charge("A1-V2"));
            row.spoil(CODE, "", charge("A1-F5"));
        }
        F::CodeMissing => row.spoil(CODE, "", charge("A1-F5")),
        F::CodeForeign => row.spoil(CODE, FOREIGN_CODES[pick % FOREIGN_CODES.len()], charge("A1-V3")),
        F::CodeDiffers | F::CodeUncalled => {
            let given = person.rule_code.unwrap_or_default();
            row.spoil(CODE, another(&RULE_CODES, given, pick), charge("A1-V3"));
        }
        F::CodeOverruled => row.spoil(CODE, MANUAL_CODES[pick % MANUAL_CODES.len()], charge("A1-V3")),
        F::IdEmpty => row.spoil(0, "", charge("A1-F1")),
        F::DateEmpty => row.spoil(DATE, "", charge("A1-F2")),
        F::CategoryEmpty => row.spoil(CATEGORY, "", charge("A1-F3")),
        F::StatusEmpty => row.spoil(STATUS, "", charge("A1-F4")),
        F::DateUnreadable => {
            row.spoil(DATE, person.span().from.format("%m/%d/%Y"), charge("IN-3"));
        }
        // Their place is the end of the roster, or another table.
        F::Forgotten
        | F::ListedTwice
        | F::AttributedTwice
        | F::RegisterDateUnreadable
        | F::RegisterStatusForeign
        | F::RegisterIdEmpty => {}
    }
    row
}

/// A word of the list that is not the one given.
pub(super) fn another(list: &[&'static str], given: &str, pick: usize) -> &'static str {
    let others: Vec<_> = list.iter().copied().filter(|word| *word != given).collect();
    others[pick % others.len()]
}

/// What a roster says when nobody looked the status up again.
fn stale(status: Status, pick: usize) -> &'static str {
    match status {
        Status::Active if pick.is_multiple_of(2) => Status::Pending.word(),
        Status::Active => Status::Expired.word(),
        _ => Status::Active.word(),
    }
}

/// Month and day change places where they can; otherwise the month before.
fn misread(day: NaiveDate) -> NaiveDate {
    NaiveDate::from_ymd_opt(day.year(), day.day(), day.month())
        .filter(|swapped| *swapped != day)
        .unwrap_or_else(|| day - Months::new(1))
}
