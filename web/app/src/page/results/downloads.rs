//! Files to keep: the findings that people forward, the record as it should be, and the report that machines read.

use leptos::prelude::*;

use super::shown;
use crate::page::button::Button;
use crate::page::desk::Desk;
use crate::page::words::count;
use crate::protocol::{Export, StepView};

/// Offers the downloads.
#[component]
pub(super) fn Downloads() -> impl IntoView {
    let desk = Desk::here();
    let verdict = shown();
    let has_findings = verdict.findings > 0;
    let findings = move || format!("Findings, {} (CSV)", count(desk.ledger.total.get()));
    let records = verdict
        .steps
        .iter()
        .filter_map(|step| Some(view! { <RecordButton step=step.clone() record=step.record.clone()?/> }))
        .collect_view();
    view! {
        <div class="downloads" role="group" aria-label="Downloads">
            <span class="downloads-title" aria-hidden="true">"Download"</span>
            {has_findings.then(|| view! {
                <Button press=move |()| desk.export(Export::Findings(desk.ledger.query.get_untracked()))>{move || findings()}</Button>
            })}
            {records}
            <Button press=move |()| desk.export(Export::Report)>"Report (JSON)"</Button>
            <p class="downloads-said" role="alert">{move || desk.not_kept.get()}</p>
        </div>
    }
}

#[component]
fn RecordButton(step: StepView, record: String) -> impl IntoView {
    let desk = Desk::here();
    let label = format!("{} as built (CSV)", super::super::words::titled(&record));
    view! { <Button press=move |()| desk.export(Export::Record(step.step.clone()))>{label}</Button> }
}
