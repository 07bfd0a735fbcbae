//! Files to keep: the findings that people forward, the record as it should be, and the report that machines read.

use leptos::prelude::*;

use super::shown;
use crate::page::button::Button;
use crate::page::desk::Desk;
use crate::page::words::{count, titled};
use crate::protocol::Export;

/// Offers the downloads. Records are those of the chosen step: a pilot makes more than a row can hold.
#[component]
pub(super) fn Downloads(chosen: RwSignal<usize>) -> impl IntoView {
    let desk = Desk::here();
    let verdict = shown();
    let has_findings = verdict.findings > 0;
    let findings = move |kind: &str| format!("Findings, {} ({kind})", count(desk.ledger.total.get()));
    let records = move || {
        let records = verdict.steps.get(chosen.get()).map(|step| step.records.clone()).unwrap_or_default();
        records.into_iter().map(|record| view! { <RecordButton record/> }).collect_view()
    };
    view! {
        <div class="downloads" role="group" aria-label="Downloads">
            <span class="downloads-title" aria-hidden="true">"Download"</span>
            {has_findings.then(|| view! {
                <Button press=move |()| desk.export(Export::Findings(desk.ledger.query.get_untracked()))>{move || findings("CSV")}</Button>
                <Button press=move |()| desk.export(Export::FindingsBook(desk.ledger.query.get_untracked()))>{move || findings("Excel")}</Button>
            })}
            {records}
            <Button press=move |()| desk.export(Export::Report)>"Report (JSON)"</Button>
            <p class="downloads-said" role="alert">{move || desk.not_kept.get()}</p>
        </div>
    }
}

#[component]
fn RecordButton(record: String) -> impl IntoView {
    let desk = Desk::here();
    let label = |kind: &str| format!("{} as built ({kind})", titled(&record));
    let (csv, excel) = (label("CSV"), label("Excel"));
    let book = record.clone();
    view! {
        <Button press=move |()| desk.export(Export::Record(record.clone()))>{csv}</Button>
        <Button press=move |()| desk.export(Export::RecordBook(book.clone()))>{excel}</Button>
    }
}
