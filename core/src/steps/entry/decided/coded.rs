//! Whether each decision has a code, and one that the contract knows.

use crate::control::Findings;
use crate::derive::Run;
use crate::derive::entry::table_of;

/// Every row of the log has a code to which the contract gives a class.
pub(crate) fn coded(run: &Run<'_>, findings: &mut Findings<'_>) {
    let (dataset, field) = table_of(run.contract.pilot);
    let Some(table) = run.table(dataset) else { return };
    let (column, codes) = (table.column(field), &run.contract.decision_codes);
    table.for_each_row(|row| {
        let code = column.text(row);
        if code.is_empty() {
            findings.at(table, row).field(field).says(format!("{field} is empty."));
        } else if !codes.contains_key(code.as_ref()) {
            let known: Vec<_> = codes.iter().map(|(code, class)| format!("{code} ({})", class.name())).collect();
            let expected = codes.keys().map(String::as_str).collect::<Vec<_>>().join(" | ");
            let message = format!("{field} is “{code}”, which is none of the contract's: {}.", known.join(", "));
            findings.at(table, row).field(field).stated(code).expected(expected).says(message);
        }
    });
}
