//! Codes of a source whose list stands in the contract: what nobody agreed on counts for nothing, and is told.

use super::defect::Defects;
use crate::contract::Contract;
use crate::dataset::Dataset;
use crate::table::Table;

/// Tells each severity of an incident that has no points in the contract.
pub(super) fn inspect(table: &Table, contract: &Contract, defects: &mut Defects) {
    let utilization = contract.scoring.as_ref().and_then(|scoring| scoring.utilization.as_ref());
    let Some(utilization) = utilization.filter(|_| table.dataset() == Dataset::IncidentHistory) else { return };
    let Some(position) = table.definition().position("severity") else { return };
    let (severity, points) = (table.column_at(position), &utilization.incident_severity_points);
    table.for_each_received_row(|row| {
        let Some(stated) = severity.code(row) else { return };
        if !points.contains_key(stated.as_ref()) {
            let known: Vec<_> = points.keys().map(String::as_str).collect();
            defects.not_agreed(table, row, position, &stated, &known);
        }
    });
}
