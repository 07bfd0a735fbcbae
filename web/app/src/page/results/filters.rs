//! Which findings are shown. What is left out is counted, never dropped in silence.

use leptos::prelude::*;

use super::shown;
use crate::page::button::{Button, Weight};
use crate::page::desk::Desk;
use crate::page::words::{count, counted};
use crate::protocol::{ControlView, Query};

/// Filters by control, table and text.
#[component]
pub(super) fn Filters() -> impl IntoView {
    let ledger = Desk::here().ledger;
    let verdict = shown();
    let all = verdict.findings;
    let value = move |read: fn(&Query) -> Option<String>| ledger.query.with(read).unwrap_or_default();
    let choice = |event| Some(event_target_value(&event)).filter(|value| !value.is_empty());
    let is_narrowed =
        move || ledger.query.with(|query| query.control.is_some() || query.dataset.is_some() || !query.text.is_empty());
    let clear = move |()| {
        ledger.ask(|query| {
            *query = Query { sort: query.sort.clone(), carried: query.carried.clone(), ..Query::default() };
        });
    };
    let said = move || match ledger.total.get() {
        shown if shown == all => counted(all, "finding", "findings"),
        shown => format!("{} of {}", count(shown), counted(all, "finding", "findings")),
    };
    let intake = option_group("Files as received", "IN", &verdict.intake);
    let steps = verdict
        .steps
        .iter()
        .map(|step| option_group(&format!("{} {}", step.step, step.title), &step.step, &step.controls))
        .collect_view();
    let tables = verdict.tables.iter().filter(|table| table.findings > 0);
    let tables = tables.map(|table| option(&table.dataset, &table.dataset, table.findings)).collect_view();
    view! {
        <form class="filters" role="search" aria-label="Findings" on:submit=|event| event.prevent_default()>
            <div><label for="filter-control">"Control"</label>
                <select id="filter-control" prop:value=move || value(|query| query.control.clone())
                    on:change=move |event| ledger.ask(|query| query.control = choice(event))>
                    <option value="">"All controls"</option>{intake}{steps}
                </select>
            </div>
            <div><label for="filter-table">"Table"</label>
                <select id="filter-table" prop:value=move || value(|query| query.dataset.clone())
                    on:change=move |event| ledger.ask(|query| query.dataset = choice(event))>
                    <option value="">"All tables"</option>{tables}
                </select>
            </div>
            <div class="filter-text"><label for="filter-text">"Text"</label>
                <input type="search" id="filter-text" placeholder="An id, a value, a word" autocomplete="off" spellcheck="false"
                    prop:value=move || value(|query| Some(query.text.clone()))
                    on:input=move |event| ledger.ask(|query| query.text = event_target_value(&event))/>
            </div>
            <p class="shown" role="status" data-testid="shown">{move || said()}</p>
            {move || is_narrowed().then(|| view! {
                <Button weight=Weight::Slight press=clear>"Show all"</Button>
            }.into_any())}
        </form>
    }
}

/// The controls of one step that have findings, and the step as a whole.
fn option_group(title: &str, prefix: &str, controls: &[ControlView]) -> Option<impl IntoView + use<>> {
    let found: Vec<_> = controls.iter().filter(|control| control.findings > 0).collect();
    let findings = found.iter().map(|control| control.findings).sum();
    (!found.is_empty()).then(|| {
        let whole = option(prefix, &format!("All of {prefix}"), findings);
        let each = found
            .iter()
            .map(|control| option(&control.id, &format!("{} {}", control.id, control.title), control.findings))
            .collect_view();
        view! { <optgroup label=title.to_owned()>{whole}{each}</optgroup> }
    })
}

fn option(value: &str, text: &str, findings: u32) -> impl IntoView + use<> {
    view! { <option value=value.to_owned()>{format!("{text} ({})", count(findings))}</option> }
}
