//! FHIR R4 as JSON, as lines of JSON or as XML: attribution lists, coverages and explanations of benefit into their tables.
//! All resources of a delivery speak of one another, whichever file each stands in.

mod coverage;
mod explanation;
mod group;
mod json;
mod patient;
mod tree;
mod xml;

use std::collections::BTreeMap;

use serde_json::Value;

use super::told::{doubted, listed, read as told};
use super::{Part, Source, Terms};
use crate::note::Note;
use crate::value::Pilot;

use coverage::Coverages;
use explanation::Explanation;
use group::Lists;
use patient::Patients;
use tree::{each, text};

/// Whether a source begins as a resource does, in one of the three notations.
pub(super) fn is_resource(source: Source<'_>) -> bool {
    let head = &source.bytes[..source.bytes.len().min(1 << 16)];
    let head = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(head).trim_ascii_start();
    let has = |text: &str| memchr::memmem::find(head, text.as_bytes()).is_some();
    match head.first() {
        Some(b'{') => has("\"resourceType\""),
        Some(b'<') => has("http://hl7.org/fhir\"") || has("http://hl7.org/fhir'"),
        _ => false,
    }
}

/// Where a resource stands: its source, and its line or its number in the bundle.
#[derive(Debug, Clone, Copy)]
struct Place {
    source: usize,
    line: u32,
}

/// What all sources together hold.
#[derive(Default)]
struct Store {
    patients: Patients,
    coverages: Coverages,
    lists: Lists,
    explanations: Vec<Explanation>,
    /// How many resources of each type a source has.
    types: BTreeMap<usize, BTreeMap<String, usize>>,
    /// What could not be read.
    faults: BTreeMap<usize, Vec<(u32, String)>>,
}

impl Store {
    fn take(&mut self, place: Place, resource: &Value, url: &str) {
        let kind = text(resource, "resourceType");
        if kind == "Bundle" {
            for (entry, number) in each(resource, "entry").zip(1..) {
                if let Some(inner) = entry.get("resource").filter(|inner| text(inner, "resourceType") != "Bundle") {
                    self.take(Place { line: number, ..place }, inner, text(entry, "fullUrl"));
                }
            }
            return;
        }
        *self.types.entry(place.source).or_default().entry(kind.to_owned()).or_default() += 1;
        match kind {
            "Patient" => self.patients.take(resource, url),
            "Coverage" => self.coverages.take(place, resource, url),
            "Group" => self.lists.take(place, resource),
            "ExplanationOfBenefit" => self.explanations.push(Explanation::of(place, resource)),
            _ => {}
        }
    }
}

/// Reads every resource that was given.
pub(super) fn read(sources: &[(usize, Source<'_>)], terms: &Terms) -> Vec<Part> {
    let mut store = Store::default();
    for &(at, source) in sources {
        let text = source.text();
        let mut faults = Vec::new();
        let mut take = |line: u32, read: Result<Value, String>| match read {
            Ok(resource) => store.take(Place { source: at, line }, &resource, ""),
            Err(fault) => faults.push((line, fault)),
        };
        if text.trim_start().starts_with('<') {
            take(1, xml::resource(&text));
        } else {
            json::for_each_resource(&text, take);
        }
        store.faults.insert(at, faults);
    }
    let mut parts = match terms.pilot {
        Pilot::Attribution => store.lists.parts(&store.patients, &store.coverages),
        Pilot::Diversion => store.coverages.parts(&store.patients),
    };
    parts.extend(explanation::parts(&store.explanations, &store.patients));
    for &(at, _) in sources {
        if !parts.iter().any(|part| part.source == at) {
            parts.push(Part::without_rows(at, "FHIR R4", Vec::new()));
        }
        let notes = notes(&store, at, terms.pilot);
        if let Some(part) = parts.iter_mut().find(|part| part.source == at) {
            part.notes.splice(0..0, notes);
        }
    }
    parts
}

/// What a source holds, and what of it could not be read.
fn notes(store: &Store, at: usize, pilot: Pilot) -> Vec<Note> {
    let types = store.types.get(&at).into_iter().flatten();
    let types: Vec<_> = types.map(|(kind, count)| format!("{count} {kind} ({})", purpose(kind, pilot))).collect();
    let what = if types.is_empty() { "no resource".to_owned() } else { types.join(", ") };
    let mut notes = vec![told(format!("FHIR R4: {what}."))];
    let has_coverage = store.types.get(&at).is_some_and(|types| types.contains_key("Coverage"));
    if pilot == Pilot::Attribution && has_coverage && store.lists.is_empty() {
        notes.push(doubted(0, None, "A coverage says who is insured, not whom the payer attributes: that says a Group, and none was given. Give the attribution list beside it."));
    }
    let faults = store.faults.get(&at).map_or(&[][..], Vec::as_slice);
    if let Some(&(line, _)) = faults.first() {
        let messages: Vec<_> = faults.iter().map(|(line, fault)| format!("line {line}: {fault}")).collect();
        let message =
            format!("What stands there is not whole and was left out ({}). Export it again.", listed(&messages));
        notes.push(doubted(faults.len(), Some(line), message));
    }
    notes
}

/// What a type of resource is good for.
fn purpose(kind: &str, pilot: Pilot) -> &'static str {
    match (kind, pilot) {
        ("Patient", _) => "gives lists, coverages and claims their ids and birth dates",
        ("Group", Pilot::Attribution) => "fills payer_attribution",
        ("Group", Pilot::Diversion) => "fills payer_attribution, which a diversion pilot does not have",
        ("Coverage", Pilot::Attribution) => "gives the members of lists their product",
        ("Coverage", Pilot::Diversion) => "fills payer_eligibility",
        ("ExplanationOfBenefit", _) => "fills claims",
        _ => "fills no table",
    }
}
