//! The values that a column's words can come to, where the tables or the contract have a list of them.

use std::collections::BTreeSet;

use crate::contract::{Class, Contract, Derived, Field, Model, Scalar};
use crate::dataset::{Column, Dataset, Kind, NO_CATEGORY};
use crate::value::Pilot;

/// The values that a column's words can come to.
pub(super) struct Agreed {
    pub(super) values: Vec<String>,
    /// Whether there are no others: any other word needs a meaning.
    pub(super) are_all: bool,
}

impl Agreed {
    /// The values outside of which there are none; nothing where there are others.
    pub(super) fn all(&self) -> &[String] {
        if self.are_all { &self.values } else { &[] }
    }
}

/// The agreed values of a column; none where it may say anything.
pub(super) fn of(dataset: Dataset, column: &Column, contract: &Contract) -> Agreed {
    if let Kind::OneOf(list) = column.kind {
        return Agreed { values: list.iter().map(|&value| value.to_owned()).collect(), are_all: true };
    }
    if column.kind != Kind::Code {
        return Agreed { values: Vec::new(), are_all: false };
    }
    let listed = unique(codes(dataset, column, contract));
    if !listed.is_empty() {
        return Agreed { values: listed, are_all: true };
    }
    Agreed { values: unique(criteria_words(dataset, column, contract)), are_all: false }
}

/// The words that the criteria look for in a column, or in the one of which a record's is a copy; it may well have others.
fn criteria_words(dataset: Dataset, column: &Column, contract: &Contract) -> Vec<String> {
    let is_copy = matches!(
        (dataset, column.name),
        (Dataset::Roster, "qualifying_category") | (Dataset::PriorityList, "intervention_status")
    );
    let dataset = if is_copy { Dataset::CaseManagement } else { dataset };
    let is_about = |field: Field| matches!(field, Field::Column { dataset: of, column: named, .. } if of == dataset && named == column.name);
    let criteria = contract.criteria.iter().filter(|criterion| is_about(criterion.field));
    let scalars = criteria.flat_map(|criterion| criterion.test.value.scalars());
    let words = scalars.filter_map(|scalar| if let Scalar::Text(text) = scalar { Some(text.clone()) } else { None });
    let mut words: Vec<_> = words.collect();
    if is_copy && column.name == "qualifying_category" && !words.is_empty() {
        // A record says so where there is nothing to copy.
        words.push(NO_CATEGORY.to_owned());
    }
    words
}

/// The codes of a column that the contract lists.
fn codes(dataset: Dataset, column: &Column, contract: &Contract) -> Vec<String> {
    let tiers = || contract.tiers.iter();
    let own = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
    match (dataset, column.name) {
        (Dataset::Roster, "authorization_status") => own(listed(Derived::AuthorizationStatus)),
        (Dataset::EventRecords, "payer_eligibility_status") => own(listed(Derived::EligibilityStatus)),
        (_, "exclusion_reason_code") => contract.exclusion_codes.iter().map(|code| code.code.clone()).collect(),
        (_, "barrier_code") => contract.barrier_codes.iter().map(|code| code.code.clone()).collect(),
        (_, "incomplete_reason_code") => contract.reason_codes.iter().map(|code| code.code.clone()).collect(),
        (_, "cohort_decision_code" | "event_decision_code") => contract.decision_codes.keys().cloned().collect(),
        (_, "decision") => {
            let classes = Class::of(contract.pilot).into_iter().map(|class| class.name().to_owned());
            contract.decision_codes.keys().cloned().chain(classes).collect()
        }
        (_, "risk_tier" | "response_tier") => tiers().map(|tier| tier.tier.clone()).collect(),
        (_, "intervention_type") => {
            tiers().filter_map(|tier| tier.service.as_ref()).flat_map(|service| service.interventions.clone()).collect()
        }
        (_, "component") => {
            tiers().filter_map(|tier| tier.response.as_ref()).flat_map(|response| response.components.clone()).collect()
        }
        (_, "trigger_basis") => contract.triggers.iter().map(|trigger| trigger.basis.clone()).collect(),
        (Dataset::IncidentHistory, "severity") => {
            let utilization = contract.scoring.as_ref().and_then(|scoring| scoring.utilization.as_ref());
            utilization.iter().flat_map(|utilization| utilization.incident_severity_points.keys().cloned()).collect()
        }
        (Dataset::UtilizationFeed, "kind") => {
            let utilization = contract.scoring.as_ref().and_then(|scoring| scoring.utilization.as_ref());
            let kinds = utilization.iter().flat_map(|used| used.ed_kinds.iter().chain(&used.inpatient_kinds));
            kinds.cloned().collect()
        }
        (Dataset::DownstreamUtilization, "kind") => downstream_kinds(contract),
        (_, "claimed_avoided") => {
            let kinds = downstream_kinds(contract);
            if kinds.is_empty() { kinds } else { kinds.into_iter().chain(["none".to_owned()]).collect() }
        }
        (Dataset::MethodologyQuestions, "kind") => match contract.pilot {
            Pilot::Attribution => own(&["methodology", "lag", "data"]),
            Pilot::Diversion => own(&["methodology", "lag", "closure"]),
        },
        (_, "measure") => {
            let triggers = contract.payment.iter().flat_map(|payment| &payment.triggers);
            triggers.map(|trigger| trigger.measure.clone()).collect()
        }
        _ => Vec::new(),
    }
}

fn unique(values: Vec<String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    values.into_iter().filter(|value| seen.insert(value.clone())).collect()
}

fn listed(derived: Derived) -> &'static [&'static str] {
    Field::Derived(derived).closed_list().unwrap_or_default()
}

fn downstream_kinds(contract: &Contract) -> Vec<String> {
    match contract.payment.as_ref().map(|payment| &payment.model) {
        Some(Model::AvoidedEscalation(model)) => model.downstream_kinds.clone(),
        _ => Vec::new(),
    }
}
