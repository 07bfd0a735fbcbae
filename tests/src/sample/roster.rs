//! The roster as it was submitted: what building it would give, less care. Only here is it said
//! which finding a faulty roster row gives rise to.

use chrono::{Datelike, Months, NaiveDate};

use super::agreement::{FOREIGN_CODES, MANUAL_CODES, QUALIFYING_CATEGORIES, RULE_CODES};
use super::authorization::Status;
use super::fault::Fault;
use super::person::{Person, Standing};
use super::table::{Charge, Row, Table};

const DATE: usize = 1;
const CATEGORY: usize = 2;
const STATUS: usize = 3;
const CODE: usize = 4;

/// The people are in id order, and so is the roster; whoever is listed twice comes again at the end.
pub(super) fn roster(people: &[Person]) -> Table {
    let mut rows: Vec<Row> = people.iter().filter(|p| is_listed(p)).map(row).collect();
    let twice = people.iter().filter(|p| p.fault == Some(Fault::ListedTwice));
    rows.extend(twice.map(|p| truth(p).charged(Charge::new("IN-4", Fault::ListedTwice))));
    Table {
        name: "roster",
        header: &[
            "participant_id",
            "payer_attribution_date",
            "qualifying_category",
            "authorization_status",
            "exclusion_reason_code",
        ],
        key: &[0],
        rows,
    }
}

fn is_listed(person: &Person) -> bool {
    match person.fault {
        Some(Fault::NomineeListed | Fault::FormerListed | Fault::AnnouncedListed) => true,
        Some(Fault::Forgotten) => false,
        _ => person.standing == Standing::Attributed,
    }
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
    Row::new([
        person.id.to_string(),
        from.to_string(),
        person.roster_category().to_owned(),
        person.status.word().to_owned(),
        code.to_owned(),
    ])
}

fn row(person: &Person) -> Row {
    let mut row = truth(person);
    let Some(fault) = person.fault else {
        return row;
    };
    let mut write = |column: usize, cell: &str, controls: &[&'static str]| {
        cell.clone_into(&mut row.cells[column]);
        row.charges.extend(controls.iter().map(|control| Charge::new(control, fault)));
    };
    let pick = person.id.0 as usize;
    match fault {
        Fault::NomineeListed => {
            let stranger = Charge::new("A1-V1", fault).missing_from("payer_attribution");
            row.charges = vec![stranger, Charge::new("A1-C1", fault)];
        }
        Fault::FormerListed | Fault::AnnouncedListed => {
            row.charges = vec![Charge::new("A1-V1", fault)];
        }
        Fault::IdMistyped => {
            row.cells[0].retain(|c| c != '-');
            row.charges = vec![Charge::new("A1-V1", fault).missing_from("payer_attribution")];
        }
        Fault::DateDiffers => {
            write(DATE, &misread(person.span().from).to_string(), &["A1-V1"]);
        }
        Fault::CategoryDiffers => {
            let other = another(&QUALIFYING_CATEGORIES, person.roster_category(), pick);
            write(CATEGORY, other, &["A1-V1"]);
        }
        Fault::StatusDiffers => write(STATUS, stale(person.status, pick), &["A1-V2"]),
        Fault::LapseUnnoticed => {
            write(STATUS, Status::Active.word(), &["A1-V2"]);
            write(CODE, "", &["A1-F5"]);
        }
        Fault::CodeMissing => write(CODE, "", &["A1-F5"]),
        Fault::CodeForeign => write(CODE, FOREIGN_CODES[pick % FOREIGN_CODES.len()], &["A1-V3"]),
        Fault::CodeDiffers | Fault::CodeUncalled => {
            let given = person.rule_code.unwrap_or_default();
            write(CODE, another(&RULE_CODES, given, pick), &["A1-V3"]);
        }
        Fault::CodeOverruled => write(CODE, MANUAL_CODES[pick % MANUAL_CODES.len()], &["A1-V3"]),
        Fault::IdEmpty => write(0, "", &["A1-F1"]),
        Fault::DateEmpty => write(DATE, "", &["A1-F2"]),
        Fault::CategoryEmpty => write(CATEGORY, "", &["A1-F3"]),
        Fault::StatusEmpty => write(STATUS, "", &["A1-F4"]),
        Fault::DateUnreadable => {
            write(DATE, &person.span().from.format("%m/%d/%Y").to_string(), &["IN-3"]);
        }
        // Their place is the end of the roster, or another table.
        Fault::Forgotten
        | Fault::ListedTwice
        | Fault::AttributedTwice
        | Fault::RegisterDateUnreadable
        | Fault::RegisterStatusForeign
        | Fault::RegisterIdEmpty => {}
    }
    row
}

/// A word of the list that is not the one given.
fn another(list: &[&'static str], given: &str, pick: usize) -> &'static str {
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
