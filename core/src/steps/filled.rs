//! Field controls: a value in each row, decided from the table's definition alone.

use crate::control::Findings;
use crate::dataset::{Dataset, Kind};
use crate::derive::Run;
use crate::table::Row;

/// Decides a control that asks for a value of this column in each row.
pub(crate) fn check(dataset: Dataset, name: &'static str, run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(table) = run.table(dataset) else { return };
    let (column, definition) = (table.column(name), table.definition());
    let is_key = definition.key.contains(&name);
    let list = definition.position(name).and_then(|position| match definition.columns[position].kind {
        Kind::OneOf(list) => Some(list),
        _ => None,
    });
    let judge = |row: Row| {
        if column.is_empty(row) {
            return findings.at(table, row).field(name).says(format!("{name} is empty."));
        }
        let Some(list) = list else { return };
        let text = column.text(row);
        if !list.contains(&text.as_ref()) {
            let message = format!("{name} is “{text}”, which is none of {}.", list.join(", "));
            findings.at(table, row).field(name).stated(text).expected(list.join(" | ")).says(message);
        }
    };
    // A row without its key is used no further, except that the key's own emptiness is told here.
    if is_key { table.for_each_received_row(judge) } else { table.for_each_row(judge) }
}

/// An example of such a control, for its documentation.
#[cfg(feature = "examples")]
pub(super) fn example(dataset: Dataset, column: &str) -> String {
    let value = dataset
        .definition()
        .position(column)
        .map_or("", |position| dataset.definition().columns[position].kind.sample());
    super::blocks(&format!("{dataset}: {column} | {value}"), &format!("{dataset}: {column} | - <-"))
}
