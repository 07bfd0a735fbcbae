//! `ExplanationOfBenefit`: what was paid for a claim. A preauthorization is no claim, and what was cancelled was not paid.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Place;
use super::coverage::unnamed;
use super::patient::Patients;
use super::tree::{at, each, has_code, number, text};
use crate::payer::Part;
use crate::payer::day::written;
use crate::payer::rows::Rows;
use crate::payer::told::{counted, doubted, read as told};

/// One explanation, as far as it is a paid claim.
pub(super) struct Explanation {
    place: Place,
    stands: bool,
    id: String,
    patient: Option<Value>,
    served: String,
    paid: String,
    amount: String,
}

impl Explanation {
    pub(super) fn of(place: Place, resource: &Value) -> Self {
        let (status, used) = (text(resource, "status"), text(resource, "use"));
        let unique =
            each(resource, "identifier").find(|id| at(id, &["type"]).is_some_and(|kind| has_code(kind, &["uc"])));
        let only = || Some(each(resource, "identifier").collect::<Vec<_>>()).filter(|all| all.len() == 1);
        let identifier = unique.or_else(|| only()?.first().copied()).map(|id| text(id, "value"));
        let served = at(resource, &["billablePeriod"]).map(|period| text(period, "start"));
        let item = each(resource, "item").flat_map(|item| {
            let within = at(item, &["servicedPeriod"]).map_or("", |period| text(period, "start"));
            [text(item, "servicedDate"), within]
        });
        let served = served.filter(|day| !day.is_empty()).or_else(|| item.filter(|day| !day.is_empty()).min());
        let payment = at(resource, &["payment"]);
        let amount = payment.and_then(|payment| at(payment, &["amount"])).or_else(|| {
            let paid = ["paidtoprovider", "benefit"];
            let total =
                each(resource, "total").find(|total| at(total, &["category"]).is_some_and(|of| has_code(of, &paid)));
            total.and_then(|total| at(total, &["amount"]))
        });
        Self {
            place,
            stands: !["cancelled", "draft", "entered-in-error"].contains(&status)
                && (used.is_empty() || used == "claim"),
            id: identifier.filter(|id| !id.is_empty()).unwrap_or_else(|| text(resource, "id")).to_owned(),
            patient: at(resource, &["patient"]).cloned(),
            served: served.map_or_else(String::new, written),
            paid: payment.map_or_else(String::new, |payment| written(text(payment, "date"))),
            amount: amount.map_or_else(String::new, |amount| number(amount, "value")),
        }
    }
}

/// The rows of claims that each source gives.
pub(super) fn parts(all: &[Explanation], patients: &Patients) -> Vec<Part> {
    let mut by_source = BTreeMap::<usize, Vec<&Explanation>>::new();
    for explanation in all {
        by_source.entry(explanation.place.source).or_default().push(explanation);
    }
    let part = |(source, all): (usize, Vec<&Explanation>)| {
        let (mut rows, mut servers) = (Rows::claims(), Vec::new());
        let (standing, void): (Vec<_>, Vec<_>) = all.into_iter().partition(|explanation| explanation.stands);
        for one in standing {
            let who = patients.named(one.patient.as_ref());
            if who.is_servers {
                servers.push(one.place.line);
            }
            rows.put(one.place.line, [&one.id, &who.id, &one.served, &one.paid, &one.amount]);
        }
        let mut notes = vec![told(format!(
            "Explanations of benefit: {}. The line of a row is the resource's own in the file, or its number in the bundle.",
            counted(rows.len(), "claim", "claims")
        ))];
        if let Some(first) = void.first() {
            notes.push(doubted(
                void.len(),
                Some(first.place.line),
                format!(
                    "{} no paid claim but cancelled, a draft or a preauthorization, and made no row.",
                    counted(void.len(), "explanation is", "explanations are")
                ),
            ));
        }
        notes.extend(unnamed(&servers));
        Part::of(source, "FHIR ExplanationOfBenefit", rows, notes)
    };
    by_source.into_iter().map(part).collect()
}
