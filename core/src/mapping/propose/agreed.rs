//! The values that a column's words can come to, where the tables or the contract have a list of them.

use std::collections::BTreeSet;

use super::meant::Meanings;
use crate::contract::{Class, Code, Contract, Derived, Field, Model, Operator, Roles, Scalar, signing};
use crate::dataset::{Column, Dataset, Kind, NO_CATEGORY};
use crate::value::Pilot;

/// The values that a column's words can come to.
pub(super) struct Agreed {
    pub(super) values: Vec<String>,
    /// Whether there are no others: any other word needs a meaning.
    pub(super) are_all: bool,
    /// Whether a longer name that has a value in it is likely a kind of that: `MCD HMO` is Medicaid's, but whoever works for
    /// finance need not be who signs for it.
    has_kinds: bool,
    /// Whether nobody is in without one of them, so that a column with none of them is likely in other words.
    pub(super) are_needed: bool,
    meanings: Meanings,
}

impl Agreed {
    fn on(values: Vec<String>, called: &[(String, String)], are_all: bool) -> Self {
        Self { meanings: Meanings::of(&values, called), values, are_all, has_kinds: false, are_needed: false }
    }

    /// It, if there are values at all.
    pub(super) fn any(&self) -> Option<&Self> {
        (!self.values.is_empty()).then_some(self)
    }

    /// It, if there are no other values.
    pub(super) fn all(&self) -> Option<&Self> {
        self.any().filter(|agreed| agreed.are_all)
    }

    /// The one agreed value that a word probably stands for.
    pub(super) fn meaning(&self, word: &str) -> Option<&str> {
        let place = self.meanings.whole(word);
        let place = if self.has_kinds { place.or_else(|| self.meanings.within(word)) } else { place };
        place.map(|place| self.values[place].as_str())
    }
}

/// The agreed values of a column; none where it may say anything.
pub(super) fn of(dataset: Dataset, column: &'static Column, contract: &Contract) -> Agreed {
    if let Kind::OneOf(list) = column.kind {
        return Agreed::on(list.iter().map(|&value| value.to_owned()).collect(), &[], true);
    }
    if column.kind != Kind::Code {
        return Agreed::on(Vec::new(), &[], false);
    }
    let listed = unique(codes(dataset, column, contract));
    if !listed.is_empty() {
        return Agreed::on(listed, &called(column, contract), true);
    }
    if matches!(column.name, "role" | "confirmed_role") {
        return Agreed::on(unique(roles(contract)), &[], false);
    }
    let (words, are_needed) = criteria_words(dataset, column, contract);
    Agreed { has_kinds: true, are_needed, ..Agreed::on(unique(words), &[], false) }
}

/// What the contract calls its codes for people, and decisions by what they come to where only one code comes to it.
fn called(column: &Column, contract: &Contract) -> Vec<(String, String)> {
    let labels = |codes: &[Code]| codes.iter().map(|code| (code.label.clone(), code.code.clone())).collect();
    match column.name {
        "exclusion_reason_code" => {
            contract.exclusion_codes.iter().map(|code| (code.label.clone(), code.code.clone())).collect()
        }
        "barrier_code" => labels(&contract.barrier_codes),
        "incomplete_reason_code" => labels(&contract.reason_codes),
        "cohort_decision_code" | "event_decision_code" => {
            let named = contract.decision_codes.iter().map(|(code, class)| (class.name().to_owned(), code.clone()));
            named.collect()
        }
        _ => Vec::new(),
    }
}

/// The roles that somebody must have, by the contract or by what is signed. Others have other roles.
fn roles(contract: &Contract) -> Vec<String> {
    let Roles { approve_cohort, approve_event, approve_payment } = &contract.roles;
    let approve = [approve_cohort, approve_event, approve_payment].into_iter().flatten().flatten();
    let signing = signing::ALL.map(str::to_owned);
    approve.chain(contract.authority.values().flatten()).cloned().chain(signing).collect()
}

/// The words that the criteria look for in a column, or in the one of which a record's is a copy, and whether some criterion
/// holds for nobody without one of them. The column may well have others.
fn criteria_words(dataset: Dataset, column: &'static Column, contract: &Contract) -> (Vec<String>, bool) {
    let (of, named) = source(dataset, column.name);
    let is_about =
        |field: Field| matches!(field, Field::Column { dataset, column, .. } if (dataset, column) == (of, named));
    let criteria = || contract.criteria.iter().filter(|criterion| is_about(criterion.field));
    let scalars = criteria().flat_map(|criterion| criterion.test.value.scalars());
    let words = scalars.filter_map(|scalar| if let Scalar::Text(text) = scalar { Some(text.clone()) } else { None });
    let mut words: Vec<_> = words.collect();
    let is_copy = (of, named) != (dataset, column.name);
    if is_copy && column.name == "qualifying_category" && !words.is_empty() {
        // A record says so where there is nothing to copy.
        words.push(NO_CATEGORY.to_owned());
    }
    let are_needed = criteria().any(|criterion| matches!(criterion.test.op, Operator::Equal | Operator::OneOf));
    (words, are_needed)
}

/// The column of which a record's is a copy, or itself.
fn source(dataset: Dataset, column: &'static str) -> (Dataset, &'static str) {
    match (dataset, column) {
        (Dataset::Roster, "qualifying_category") | (Dataset::PriorityList, "intervention_status") => {
            (Dataset::CaseManagement, column)
        }
        (Dataset::EventRecords, "event_source") => (Dataset::Referrals, column),
        (Dataset::EventRecords, "crisis_category") => (Dataset::Triage, column),
        (Dataset::ResponseBundles, "immediate_safety_status") => (Dataset::Triage, "safety_status"),
        _ => (dataset, column),
    }
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
