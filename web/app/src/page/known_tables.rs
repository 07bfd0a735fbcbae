//! Which tables can be given: each with what it tells and the columns that are read, in the core's own words.

use std::sync::Arc;

use leptos::prelude::*;

use super::button::Button;
use super::desk::Desk;
use super::words::counted;
use crate::protocol::{Export, KnownTable};

/// Lists the tables, for those who prepare the files. Those of the other kind of pilot are folded away.
#[component]
pub(super) fn KnownTables() -> impl IntoView {
    let desk = Desk::here();
    let pilot = Memo::new(move |_| {
        desk.agreement.with(|agreement| agreement.view.as_ref()?.as_ref().ok().map(|contract| contract.pilot.clone()))
    });
    let is_other =
        move |table: &KnownTable| pilot.with(|pilot| pilot.is_some() && table.pilot.is_some() && table.pilot != *pilot);
    let group = move |(title, tables): &(String, Vec<KnownTable>)| {
        view! {
            <details open=!tables.iter().any(is_other)>
                <summary><h3>{title.clone()}</h3><span class="hint">{counted(tables.len() as u64, "table", "tables")}</span></summary>
                <dl>{tables.iter().map(described).collect_view()}</dl>
            </details>
        }
    };
    view! {
        <details class="known">
            <summary>"Which tables can I give?"</summary>
            <p class="hint">
                "A file is recognized by its name, as roster.csv, or else by its headers. Other columns may be there too:
                they are shown beside a finding and otherwise left alone. Columns in bold must be there."
            </p>
            <p class="row">
                <Button needs_engine=true press=move |()| desk.export(Export::Templates(desk.fitting_sample()))>"Download empty tables (Excel)"</Button>
                <span class="hint">"A workbook to fill in, with a data dictionary."</span>
            </p>
            {move || desk.known.with(|known| known.iter().map(group).collect_view())}
        </details>
    }
}

/// The tables that can be given, under the name of their pilot.
pub(super) type KnownTables = Arc<[(String, Vec<KnownTable>)]>;

/// The tables of each pilot under its name, in the order in which they come.
#[must_use]
pub(super) fn by_pilot(tables: Vec<KnownTable>) -> KnownTables {
    let mut groups: Vec<(String, Vec<KnownTable>)> = Vec::new();
    for table in tables {
        let title = table.pilot.clone().unwrap_or_else(|| "Both pilots".to_owned());
        match groups.iter_mut().find(|(group, _)| *group == title) {
            Some((_, group)) => group.push(table),
            None => groups.push((title, vec![table])),
        }
    }
    groups.into()
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
