//! The systems of record, written from what is true; faults of a source stand in rows of their own,
//! which change nothing about the person.

use chrono::{Days, NaiveDate};

use super::authorization::Authorization;
use super::fault::RosterFault as F;
use super::person::{Person, Span, Standing};
use super::roster::is_forgotten;
use crate::sample::table::{Charge, Row, Table, or_empty, row};

/// The payer's population file, in id order.
pub(super) fn payer_attribution<'p>(people: impl Iterator<Item = &'p Person>) -> Table {
    let header = ["participant_id", "attribution_date", "attribution_end_date", "product", "birth_date", "county"];
    let mut table = Table::new("payer_attribution", &header, &[0, 1]);
    for person in people.filter(|p| p.standing != Standing::Nominee) {
        let (newest, earlier) = person.spans.split_last().expect("every person has a span");
        table.extend(earlier.iter().map(|span| attribution(person, span)));
        let unlisted = is_forgotten(person).then(|| Charge::new("A1-V1", person.fault).missing_from("roster"));
        table.push(attribution(person, newest).charged(unlisted));
        if person.roster_fault() == Some(F::AttributedTwice) {
            table.push(attribution(person, newest).charged(Charge::new("IN-4", F::AttributedTwice)));
        }
    }
    table
}

fn attribution(person: &Person, span: &Span) -> Row {
    row![person.id, span.from, or_empty(span.to), span.product, person.birth_date, person.county]
}

/// Case management, in the order in which cases were opened; it has its own people too.
pub(super) fn case_management<'p>(people: impl Iterator<Item = &'p Person>) -> Table {
    let mut cases: Vec<_> = people.filter_map(|person| Some((person, person.category?))).collect();
    cases.sort_by_key(|(person, _)| (person.span().from, person.birth_date, person.id));
    let header = ["participant_id", "qualifying_category", "intervention_status"];
    let mut table = Table::new("case_management", &header, &[0]);
    table.extend(cases.into_iter().map(|(person, category)| row![person.id, category, person.intervention]));
    table
}

/// The register, numbered in the order of its start dates.
pub(super) fn authorization_register<'p>(people: impl Iterator<Item = &'p Person>) -> Table {
    const FIRST_NUMBER: u32 = 214_006;
    let mut entries: Vec<Entry> = people.flat_map(Entry::of).collect();
    entries.sort_by_key(|entry| entry.filed_on);
    let header = ["authorization_id", "participant_id", "status", "start_date", "end_date"];
    let mut table = Table::new("authorization_register", &header, &[0]);
    table.extend(entries.into_iter().zip(FIRST_NUMBER..).map(|(entry, number)| entry.row(number)));
    table
}

/// A register entry without its number, which it gets from its place.
struct Entry<'p> {
    filed_on: NaiveDate,
    person: &'p Person,
    /// None for the entry that got something wrong.
    authorization: Option<&'p Authorization>,
}

impl<'p> Entry<'p> {
    fn of(person: &'p Person) -> impl Iterator<Item = Self> {
        let sound =
            person.authorizations.iter().map(move |a| Self { filed_on: a.from, person, authorization: Some(a) });
        let wrong = matches!(
            person.roster_fault(),
            Some(F::RegisterDateUnreadable | F::RegisterStatusForeign | F::RegisterIdEmpty)
        );
        sound.chain(wrong.then(|| Self { filed_on: person.span().from, person, authorization: None }))
    }

    fn row(&self, number: u32) -> Row {
        let number = format!("BA-{number:07}");
        let id = self.person.id;
        if let Some(a) = self.authorization {
            return row![number, id, a.status, a.from, or_empty(a.to)];
        }
        let (start, end) = (self.filed_on, self.filed_on + Days::new(90));
        let fault = self.person.fault;
        match self.person.roster_fault() {
            Some(F::RegisterDateUnreadable) => {
                row![number, id, "cancelled", "2025-02-30", end].charged(Charge::new("IN-3", fault))
            }
            Some(F::RegisterStatusForeign) => {
                row![number, id, "approved", start, end].charged(Charge::new("IN-3", fault))
            }
            _ => row![number, "", "cancelled", start, end].charged(Charge::new("IN-5", fault)),
        }
    }
}

/// Whom the provider's teams put forward. Being named is no fault, and gives no place on the roster.
pub(super) fn local_nominations<'p>(people: impl Iterator<Item = &'p Person>) -> Table {
    const TEAMS: [&str; 4] = ["Harbor Street clinic", "Mobile outreach, east", "Peer support", "Supported housing"];
    let mut named: Vec<_> = people.filter_map(|person| Some((person.nominated_on?, person.id))).collect();
    named.sort_by_key(|(nominated_on, _)| *nominated_on);
    let header = ["participant_id", "nominated_by", "nominated_on"];
    let mut table = Table::new("local_nominations", &header, &[0]);
    table.extend(named.into_iter().map(|(on, id)| row![id, TEAMS[id.0 as usize % TEAMS.len()], on]));
    table
}
