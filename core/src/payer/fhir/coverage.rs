//! Coverage: from when to when somebody is covered, and by which product; a draft covers nobody.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::Value;

use super::Place;
use super::patient::Patients;
use super::tree::{at, each, extension, has_code, referred, text};
use crate::payer::Part;
use crate::payer::day::written;
use crate::payer::rows::Rows;
use crate::payer::told::{counted, doubted, read as told};

/// The coverages, in the order in which they were met, and by name.
#[derive(Default)]
pub(super) struct Coverages {
    all: Vec<Coverage>,
    by_name: HashMap<String, usize>,
    by_patient: HashMap<String, Vec<usize>>,
}

pub(super) struct Coverage {
    place: Place,
    status: String,
    beneficiary: Option<Value>,
    pub(super) from: String,
    to: String,
    pub(super) product: String,
}

impl Coverages {
    pub(super) fn take(&mut self, place: Place, resource: &Value, url: &str) {
        let period = at(resource, &["period"]);
        let day = |field: &str| period.map_or_else(String::new, |period| written(text(period, field)));
        for name in [format!("Coverage/{}", text(resource, "id")).as_str(), referred(url)] {
            self.by_name.entry(name.to_owned()).or_insert(self.all.len());
        }
        let beneficiary = at(resource, &["beneficiary"]).cloned();
        let patient = beneficiary.as_ref().map_or("", |of| referred(text(of, "reference")));
        self.by_patient.entry(patient.to_owned()).or_default().push(self.all.len());
        self.all.push(Coverage {
            place,
            status: text(resource, "status").to_owned(),
            beneficiary,
            from: day("start"),
            to: day("end"),
            product: product(resource).to_owned(),
        });
    }

    /// The coverage that a reference means, or else the only one of a patient.
    pub(super) fn of_member(&self, reference: Option<&Value>, patient: Option<&Value>) -> Option<&Coverage> {
        let named = reference.and_then(|reference| self.by_name.get(referred(text(reference, "reference"))));
        if let Some(&at) = named {
            return self.all.get(at);
        }
        let patient = referred(text(patient?, "reference"));
        match self.by_patient.get(patient).filter(|_| !patient.is_empty())?[..] {
            [only] => self.all.get(only),
            _ => None,
        }
    }

    /// The rows of `payer_eligibility` that each source gives.
    pub(super) fn parts(&self, patients: &Patients) -> Vec<Part> {
        let mut by_source = BTreeMap::<usize, (Rows, usize, Vec<u32>, Vec<u32>)>::new();
        let mut seen = HashSet::new();
        for coverage in &self.all {
            let (rows, again, servers, void) = by_source
                .entry(coverage.place.source)
                .or_insert_with(|| (Rows::eligibility(), 0, Vec::new(), Vec::new()));
            let status = match coverage.status.as_str() {
                "active" => "eligible",
                "cancelled" => "terminated",
                _ => {
                    void.push(coverage.place.line);
                    continue;
                }
            };
            let who = patients.named(coverage.beneficiary.as_ref());
            if who.is_servers {
                servers.push(coverage.place.line);
            }
            if seen.insert((who.id.clone(), coverage.from.clone())) {
                rows.put(coverage.place.line, [&who.id, status, &coverage.from, &coverage.to]);
            } else {
                *again += 1;
            }
        }
        let part = |(source, (rows, again, servers, void)): (usize, (Rows, usize, Vec<u32>, Vec<u32>))| {
            let mut notes = vec![told(
                "A coverage that is active makes somebody eligible for its period, one that was cancelled terminated. The line of a row is the resource's own in the file, or its number in the bundle.",
            )];
            if again > 0 {
                notes.push(told(format!(
                    "{} on the same day as another of the same person, and made no row.",
                    counted(again, "coverage begins", "coverages begin")
                )));
            }
            if let Some(&line) = void.first() {
                notes.push(doubted(
                    void.len(),
                    Some(line),
                    format!(
                        "{} neither active nor cancelled, and made no row.",
                        counted(void.len(), "coverage is", "coverages are")
                    ),
                ));
            }
            notes.extend(unnamed(&servers));
            Part::of(source, "FHIR Coverage", rows, notes)
        };
        by_source.into_iter().map(part).collect()
    }
}

/// What a coverage is called: by its product, else its type, else its plan.
fn product(resource: &Value) -> &str {
    let product = extension(resource, &["insuranceProductType"]).and_then(|of| at(of, &["valueCodeableConcept"]));
    let plan = each(resource, "class").find(|class| at(class, &["type"]).is_some_and(|of| has_code(of, &["plan"])));
    let named = product.and_then(called).or_else(|| called(at(resource, &["type"])?));
    named.or_else(|| plan.map(|plan| text(plan, "value"))).unwrap_or_default()
}

/// A concept's first code, or else its text.
fn called(concept: &Value) -> Option<&str> {
    let code = each(concept, "coding").next().map(|coding| text(coding, "code"));
    code.into_iter().chain([text(concept, "text")]).find(|name| !name.is_empty())
}

/// What is told where people go by no more than a server's own id.
pub(super) fn unnamed(lines: &[u32]) -> Option<crate::note::Note> {
    let line = *lines.first()?;
    let message = format!(
        "{} by the server's own id, because no Patient with a payer's identifier was given: it may be nobody's id elsewhere.",
        counted(lines.len(), "row names somebody", "rows name people")
    );
    Some(crate::note::Note { field: Some("participant_id"), ..doubted(lines.len(), Some(line), message) })
}
