//! The values that a column's words can come to, where the tables or the contract have a list of them.

use std::collections::BTreeSet;

use crate::contract::{Class, Contract, Derived, Field, Model};
use crate::dataset::{Column, Dataset, Kind};
use crate::value::Pilot;

/// The agreed values of a column; none where it may say anything.
pub(super) fn values(dataset: Dataset, column: &Column, contract: &Contract) -> Vec<String> {
    if let Kind::OneOf(list) = column.kind {
        return list.iter().map(|&value| value.to_owned()).collect();
    }
    if column.kind != Kind::Code {
        return Vec::new();
    }
    let tiers = || contract.tiers.iter();
    let own = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
    let each: Vec<String> = match (dataset, column.name) {
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
    };
    let mut seen = BTreeSet::new();
    each.into_iter().filter(|value| seen.insert(value.clone())).collect()
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
