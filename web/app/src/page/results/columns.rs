//! Columns of the user's own files, carried beside each finding, so that staff find the person in their own system.

use leptos::prelude::*;

use super::shown;
use crate::page::desk::Desk;
use crate::page::words::counted;
use crate::protocol::{Carried, SortKey, TableView};

/// Lets the user tick columns.
#[component]
pub(super) fn Columns() -> impl IntoView {
    let ledger = Desk::here().ledger;
    let tables = shown().tables.clone().into_iter().filter(|table| !table.headers.is_empty());
    let carried = move || match ledger.query.with(|query| query.carried.len()) as u64 {
        0 => "Carry columns of your files into the findings".to_owned(),
        some => format!("Carry columns of your files into the findings: {}", counted(some, "column", "columns")),
    };
    view! {
        <details class="columns" id="columns">
            <summary>{move || carried()}</summary>
            <p class="hint">"A ticked column stands beside each finding whose row, or whose row on the other side, is in that table. It goes into the CSV too."</p>
            <div class="columns-tables">{tables.map(|table| view! { <TableColumns table/> }).collect_view()}</div>
        </details>
    }
}

#[component]
fn TableColumns(table: TableView) -> impl IntoView {
    let TableView { dataset, headers, .. } = table;
    let columns = headers.into_iter().map(|header| Carried { dataset: dataset.clone(), header });
    view! {
        <fieldset>
            <legend>{dataset.clone()}</legend>
            {columns.map(|column| view! { <ColumnTick column/> }).collect_view()}
        </fieldset>
    }
}

#[component]
fn ColumnTick(column: Carried) -> impl IntoView {
    let ledger = Desk::here().ledger;
    let header = column.header.clone();
    let ticked = column.clone();
    let is_ticked = move || ledger.query.with(|query| query.carried.contains(&ticked));
    let toggle = move |_| {
        ledger.ask(|query| {
            if query.carried.contains(&column) {
                query.carried.retain(|other| *other != column);
            } else {
                query.carried.push(column.clone());
            }
            // The columns have moved, so an order by one of them would now be by another.
            if matches!(query.sort.by, Some(SortKey::Carried(_))) {
                query.sort.by = None;
            }
        });
    };
    view! { <label class="tick"><input type="checkbox" prop:checked=move || is_ticked() on:change=toggle/><span>{header}</span></label> }
}
