//! Which tables can be given: each with what it tells and the columns that are read, in the core's own words.

use leptos::prelude::*;

use super::desk::Desk;
use crate::protocol::KnownTable;

/// Lists the tables, for those who prepare the files.
#[component]
pub(super) fn KnownTables() -> impl IntoView {
    let desk = Desk::here();
    let group = |(title, tables): &(String, Vec<KnownTable>)| {
        view! {
            <h3>{title.clone()}</h3>
            <dl>{tables.iter().map(described).collect_view()}</dl>
        }
    };
    view! {
        <details class="known">
            <summary>"Which tables can I give?"</summary>
            <p class="hint">
                "A file is recognized by its name, as roster.csv, or else by its headers. Other columns may be there too:
                they are shown beside a finding and otherwise left alone. Columns in bold must be there."
            </p>
            {move || desk.known.with(|known| known.iter().map(group).collect_view())}
        </details>
    }
}

fn described(table: &KnownTable) -> impl IntoView + use<> {
    let name = |(name, required): &(String, bool)| {
        if *required { view! { <b>{name.clone()}</b> }.into_any() } else { name.clone().into_any() }
    };
    let mut columns = table.columns.iter();
    let first = columns.next().map(name);
    view! {
        <div>
            <dt>{table.name.clone()}</dt>
            <dd>{table.about.clone()}</dd>
            <dd>"Columns: "{first}{columns.map(|column| (", ", name(column))).collect_view()}</dd>
        </div>
    }
}
