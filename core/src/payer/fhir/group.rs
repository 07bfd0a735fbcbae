//! Group: the list of those whom a payer attributes to somebody; whoever two lists name for the same days is one person.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use super::Place;
use super::coverage::{Coverages, unnamed};
use super::patient::Patients;
use super::tree::{at, each, extension, text};
use crate::payer::Part;
use crate::payer::day::written;
use crate::payer::rows::Rows;
use crate::payer::told::{counted, doubted, governed, read as told};
use crate::value::sort_by;

/// The members of all lists, the latest list first.
#[derive(Default)]
pub(super) struct Lists(Vec<List>);

struct List {
    place: Place,
    name: String,
    /// When the server last changed it.
    updated: String,
    /// The first day of the contract that the list names.
    since: String,
    members: Vec<Member>,
}

struct Member {
    patient: Option<Value>,
    coverage: Option<Value>,
    from: String,
    to: String,
    is_inactive: bool,
}

impl Lists {
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn take(&mut self, place: Place, resource: &Value) {
        let validity =
            extension(resource, &["contractValidityPeriod"]).and_then(|of| at(of, &["valuePeriod", "start"]));
        let members = each(resource, "member").map(|member| {
            let day = |field: &str| at(member, &["period"]).map_or_else(String::new, |of| written(text(of, field)));
            let coverage = extension(member, &["coverageReference", "any-resource-extension"]);
            let inactive = at(member, &["inactive"]);
            Member {
                patient: at(member, &["entity"]).cloned(),
                coverage: coverage.and_then(|of| at(of, &["valueReference"])).cloned(),
                from: day("start"),
                to: day("end"),
                is_inactive: inactive.is_some_and(|is| is.as_bool() == Some(true) || is.as_str() == Some("true")),
            }
        });
        self.0.push(List {
            place,
            name: text(resource, "id").to_owned(),
            updated: at(resource, &["meta"]).map_or("", |meta| text(meta, "lastUpdated")).to_owned(),
            since: validity.and_then(Value::as_str).map_or_else(String::new, written),
            members: members.collect(),
        });
    }

    /// The rows of `payer_attribution` that each source gives. The line of a row is the member's number in the source's lists.
    pub(super) fn parts(&self, patients: &Patients, coverages: &Coverages) -> Vec<Part> {
        let mut latest_first: Vec<_> = self.0.iter().collect();
        sort_by(&mut latest_first, |a, b| b.updated.cmp(&a.updated));
        let mut given = HashMap::<(String, String), &str>::new();
        let mut sources = BTreeMap::<usize, Given>::new();
        for list in latest_first {
            let own = sources.entry(list.place.source).or_default();
            let mut again = BTreeMap::<&str, usize>::new();
            for member in &list.members {
                own.line += 1;
                let who = patients.named(member.patient.as_ref());
                if member.is_inactive && member.to.is_empty() {
                    own.inactive.push(own.line);
                    continue;
                }
                let coverage = coverages.of_member(member.coverage.as_ref(), member.patient.as_ref());
                let covered = coverage.map_or("", |coverage| coverage.from.as_str());
                let from = [member.from.as_str(), list.since.as_str(), covered].into_iter().find(|day| !day.is_empty());
                let from = from.unwrap_or_default();
                if let Some(&earlier) = given.get(&(who.id.clone(), from.to_owned())).filter(|_| !who.id.is_empty()) {
                    *again.entry(earlier).or_default() += 1;
                    continue;
                }
                if who.is_servers {
                    own.servers.push(own.line);
                }
                let product = coverage.map_or("", |coverage| coverage.product.as_str());
                own.rows.put(own.line, [&who.id, from, &member.to, product, &written(&who.birth_date)]);
                given.insert((who.id, from.to_owned()), &list.name);
            }
            let again = again.into_iter().map(|(earlier, count)| {
                let count = counted(count, "member stands", "members stand");
                governed(format!("{count} with the same first day in the list {earlier} too, which governs: it is the later one, or the first of two of one moment."))
            });
            own.again.extend(again);
        }
        sources.into_iter().map(|(source, given)| given.part(source)).collect()
    }
}

/// What one source gives.
struct Given {
    rows: Rows,
    line: u32,
    inactive: Vec<u32>,
    servers: Vec<u32>,
    again: Vec<crate::note::Note>,
}

impl Default for Given {
    fn default() -> Self {
        Self { rows: Rows::attribution(), line: 0, inactive: Vec::new(), servers: Vec::new(), again: Vec::new() }
    }
}

impl Given {
    fn part(self, source: usize) -> Part {
        let mut notes = vec![told(format!(
            "An attribution list (Group): {}. A person's participant_id is the Medicare id, the member number or the Medicaid number of the Patient, or else its only identifier. The line of a row is the member's number in the list.",
            counted(self.line as usize, "member", "members")
        ))];
        notes.extend(self.again);
        if let Some(&line) = self.inactive.first() {
            notes.push(doubted(
                self.inactive.len(),
                Some(line),
                format!(
                    "{} inactive and no day says since when: left out.",
                    counted(self.inactive.len(), "member is", "members are")
                ),
            ));
        }
        notes.extend(unnamed(&self.servers));
        Part::of(source, "FHIR Group", self.rows, notes)
    }
}
