//! Codes whose list depends on the contract: what nobody agreed on counts for nothing, and is told.

use super::defect::Defects;
use crate::contract::{Class, Contract, Model};
use crate::dataset::Dataset;
use crate::table::Table;
use crate::value::Pilot;

/// Tells each code of a table that is none of those that the contract, or its kind of pilot, has.
pub(super) fn inspect(table: &Table, contract: &Contract, defects: &mut Defects) {
    let Some((name, agreed)) = list(table.dataset(), contract) else { return };
    let Some(position) = table.definition().position(name) else { return };
    let column = table.column_at(position);
    table.for_each_received_row(|row| {
        let Some(stated) = column.code(row) else { return };
        if !agreed.contains(&stated.as_ref()) {
            defects.not_agreed(table, row, position, &stated, &agreed);
        }
    });
}

/// The column of a table whose codes depend on the contract, with the codes.
fn list(dataset: Dataset, contract: &Contract) -> Option<(&'static str, Vec<&str>)> {
    match dataset {
        Dataset::IncidentHistory => {
            let points = &contract.scoring.as_ref()?.utilization.as_ref()?.incident_severity_points;
            Some(("severity", points.keys().map(String::as_str).collect()))
        }
        Dataset::ExecutiveRegister => {
            let classes = Class::of(contract.pilot).map(Class::name);
            Some(("decision", contract.decision_codes.keys().map(String::as_str).chain(classes).collect()))
        }
        Dataset::OutcomeRegister => {
            let Model::AvoidedEscalation(model) = &contract.payment.as_ref()?.model else { return None };
            Some(("claimed_avoided", model.downstream_kinds.iter().map(String::as_str).chain(["none"]).collect()))
        }
        Dataset::MethodologyQuestions => {
            let own = match contract.pilot {
                Pilot::Attribution => "data",
                Pilot::Diversion => "closure",
            };
            Some(("kind", vec!["methodology", "lag", own]))
        }
        _ => None,
    }
}
