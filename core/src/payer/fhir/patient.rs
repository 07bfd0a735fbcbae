//! Patient: who somebody is, by the id that a payer would use; the server's own id is nobody's unless nothing else is there.

use std::collections::HashMap;

use serde_json::Value;

use super::tree::{at, each, extension, has_code, referred, text};

/// The people by every name under which others refer to them.
#[derive(Default)]
pub(super) struct Patients(HashMap<String, Patient>);

#[derive(Clone)]
pub(super) struct Patient {
    /// The id; none where no identifier is certain.
    id: Option<String>,
    pub(super) birth_date: String,
}

/// Somebody who was referred to.
pub(super) struct Named {
    pub(super) id: String,
    pub(super) birth_date: String,
    /// Whether the id is no more than the server's own.
    pub(super) is_servers: bool,
}

impl Patients {
    pub(super) fn take(&mut self, resource: &Value, url: &str) {
        let patient = Patient { id: identifier(resource), birth_date: text(resource, "birthDate").to_owned() };
        let own = format!("Patient/{}", text(resource, "id"));
        for name in [own.as_str(), referred(url)] {
            self.0.entry(name.to_owned()).or_insert_with(|| patient.clone());
        }
    }

    /// Whom a reference means.
    pub(super) fn named(&self, reference: Option<&Value>) -> Named {
        let link = reference.map_or("", |reference| text(reference, "reference"));
        let name = referred(link);
        let patient = self.0.get(name).filter(|_| !name.is_empty());
        let birth_date = patient.map_or_else(String::new, |patient| patient.birth_date.clone());
        let stated = reference.and_then(|reference| at(reference, &["identifier"])).map(|id| text(id, "value"));
        match (patient.and_then(|patient| patient.id.clone()), stated.filter(|id| !id.is_empty())) {
            (Some(id), _) => Named { id, birth_date, is_servers: false },
            (None, Some(id)) => Named { id: id.to_owned(), birth_date, is_servers: false },
            (None, None) => {
                let id = name.rsplit('/').next().unwrap_or_default().to_owned();
                Named { is_servers: !id.is_empty(), id, birth_date }
            }
        }
    }
}

/// The identifier that a payer would use: the Medicare id, else the member number, else the Medicaid number, else the only one.
fn identifier(resource: &Value) -> Option<String> {
    let is_old = |identifier: &&Value| {
        text(identifier, "use") == "old"
            || extension(identifier, &["identifier-currency"])
                .and_then(|currency| at(currency, &["valueCoding"]))
                .is_some_and(|coding| text(coding, "code") == "historic")
    };
    let is_secret = |identifier: &&Value| text(identifier, "system").ends_with("us-ssn") || is_of(identifier, &["SS"]);
    let all: Vec<_> = each(resource, "identifier").filter(|id| !is_old(id) && !is_secret(id)).collect();
    let mbi = all.iter().find(|id| text(id, "system").ends_with("us-mbi") || is_of(id, &["MC"]));
    let member = || all.iter().find(|id| is_of(id, &["MB", "UMB"]));
    let medicaid = || all.iter().find(|id| is_of(id, &["MA"]));
    let only = || all.first().filter(|_| all.len() == 1);
    let best = mbi.or_else(member).or_else(medicaid).or_else(only)?;
    Some(text(best, "value").to_owned()).filter(|id| !id.is_empty())
}

fn is_of(identifier: &Value, codes: &[&str]) -> bool {
    at(identifier, &["type"]).is_some_and(|kind| has_code(kind, codes))
}
