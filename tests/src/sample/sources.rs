//! The systems of record, written from what is true; faults of a source stand in rows of their own,
//! which change nothing about the person.

use chrono::{Days, NaiveDate};

use super::fault::Fault;
use super::person::{Person, Span, Standing};
use super::table::{Charge, Row, Table};

/// The payer's population file, in id order.
pub(super) fn payer_attribution(people: &[Person]) -> Table {
    let known = people.iter().filter(|p| p.standing != Standing::Nominee);
    let rows = known.flat_map(|person| {
        let (newest, earlier) = person.spans.split_last().expect("every person has a span");
        let mut rows: Vec<Row> = earlier.iter().map(|span| attribution(person, span)).collect();
        let mut current = attribution(person, newest);
        if let Some(fault @ (Fault::Forgotten | Fault::IdMistyped | Fault::IdEmpty)) = person.fault {
            current = current.charged(Charge::new("A1-V1", fault).missing_from("roster"));
        }
        rows.push(current);
        if person.fault == Some(Fault::AttributedTwice) {
            let again = Charge::new("IN-4", Fault::AttributedTwice);
            rows.push(attribution(person, newest).charged(again));
        }
        rows
    });
    Table {
        name: "payer_attribution",
        header: &["participant_id", "attribution_date", "attribution_end_date", "product", "birth_date", "county"],
        key: &[0, 1],
        rows: rows.collect(),
    }
}

fn attribution(person: &Person, span: &Span) -> Row {
    Row::new([
        person.id.to_string(),
        span.from.to_string(),
        or_open(span.to),
        span.product.to_owned(),
        person.birth_date.to_string(),
        person.county.to_owned(),
    ])
}

/// Case management, in the order in which cases were opened; it has its own people too.
pub(super) fn case_management(people: &[Person]) -> Table {
    let mut rows: Vec<_> = people
        .iter()
        .filter_map(|person| {
            let row = Row::new([person.id.to_string(), person.category?.to_owned(), person.intervention.to_owned()]);
            Some(((person.span().from, person.birth_date, person.id), row))
        })
        .collect();
    rows.sort_by_key(|(opened, _)| *opened);
    Table {
        name: "case_management",
        header: &["participant_id", "qualifying_category", "intervention_status"],
        key: &[0],
        rows: rows.into_iter().map(|(_, row)| row).collect(),
    }
}

/// The register, numbered in the order of its start dates.
pub(super) fn authorization_register(people: &[Person]) -> Table {
    const FIRST_NUMBER: u32 = 214_006;
    let mut entries: Vec<Entry> = people.iter().flat_map(Entry::of).collect();
    entries.sort_by_key(|entry| entry.filed_on);
    let rows = entries.into_iter().zip(FIRST_NUMBER..).map(|(entry, number)| {
        let mut row = entry.row;
        row.cells.insert(0, format!("BA-{number:07}"));
        row
    });
    Table {
        name: "authorization_register",
        header: &["authorization_id", "participant_id", "status", "start_date", "end_date"],
        key: &[0],
        rows: rows.collect(),
    }
}

/// A register row without its number, which it gets from its place.
struct Entry {
    filed_on: NaiveDate,
    row: Row,
}

impl Entry {
    fn of(person: &Person) -> Vec<Self> {
        let id = person.id.to_string();
        let mut entries: Vec<Self> = person
            .authorizations
            .iter()
            .map(|a| Self::new(a.from, [&id, a.status, &a.from.to_string(), &or_open(a.to)]))
            .collect();
        let from = person.span().from;
        let (start, end) = (from.to_string(), (from + Days::new(90)).to_string());
        let cells = match person.fault {
            Some(Fault::RegisterDateUnreadable) => Some([id.as_str(), "cancelled", "2025-02-30", &end]),
            Some(Fault::RegisterStatusForeign) => Some([id.as_str(), "approved", &start, &end]),
            Some(Fault::RegisterIdEmpty) => Some(["", "cancelled", &start, &end]),
            _ => None,
        };
        if let (Some(cells), Some(fault)) = (cells, person.fault) {
            let control = if fault == Fault::RegisterIdEmpty { "IN-5" } else { "IN-3" };
            let mut entry = Self::new(from, cells);
            entry.row.charges.push(Charge::new(control, fault));
            entries.push(entry);
        }
        entries
    }

    fn new(filed_on: NaiveDate, cells: [&str; 4]) -> Self {
        Self { filed_on, row: Row::new(cells.map(str::to_owned)) }
    }
}

/// Whom the provider's teams put forward. Being named is no fault, and gives no place on the roster.
pub(super) fn local_nominations(people: &[Person]) -> Table {
    const TEAMS: [&str; 4] = ["Harbor Street clinic", "Mobile outreach, east", "Peer support", "Supported housing"];
    let mut rows: Vec<_> = people
        .iter()
        .filter_map(|person| Some((person.nominated_on?, person)))
        .map(|(nominated_on, person)| {
            let team = TEAMS[person.id.0 as usize % TEAMS.len()];
            let cells = [person.id.to_string(), team.to_owned(), nominated_on.to_string()];
            (nominated_on, Row::new(cells))
        })
        .collect();
    rows.sort_by_key(|(nominated_on, _)| *nominated_on);
    Table {
        name: "local_nominations",
        header: &["participant_id", "nominated_by", "nominated_on"],
        key: &[0],
        rows: rows.into_iter().map(|(_, row)| row).collect(),
    }
}

fn or_open(day: Option<NaiveDate>) -> String {
    day.map_or_else(String::new, |day| day.to_string())
}
