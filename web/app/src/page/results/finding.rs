//! One finding, open: what differs, both rows as the user's files have them, the rule, why it matters and what to do.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::html::{Dialog, H3};
use leptos::prelude::*;
use tieout_show::evidence::{Absent, EvidenceTable};
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::grid::open_active;
use super::why_tier::WhyTierOf;
use crate::page::button::Button;
use crate::page::desk::Desk;
use crate::page::focus;
use crate::page::icon::{Icon, Sign};
use crate::page::words::count;
use crate::protocol::Opened;

/// Where the page is this wide, the finding stands beside the table and leaves it usable.
const WIDE: &str = "(min-width: 100rem)";

/// The dialog of the finding that is open; there is none while none is.
#[component]
pub(super) fn OpenFinding() -> impl IntoView {
    let desk = Desk::here();
    let is_open = Memo::new(move |_| desk.ledger.opened.with(Option::is_some));
    move || is_open.get().then(|| view! { <FindingDialog/> }.into_any())
}

#[component]
fn FindingDialog() -> impl IntoView {
    let desk = Desk::here();
    let ledger = desk.ledger;
    let (dialog, title) = (NodeRef::<Dialog>::new(), NodeRef::<H3>::new());
    Effect::new(move |_| {
        let (Some(dialog), Some(title)) = (dialog.get(), title.get()) else { return };
        let is_wide = window().match_media(WIDE).ok().flatten().is_some_and(|media| media.matches());
        if is_wide {
            dialog.show();
        } else {
            let _ = dialog.show_modal();
        }
        let _ = title.focus();
    });
    let pressed = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            close(desk);
        }
    };
    let said = move |read: fn(&Opened) -> String| ledger.opened.with(|opened| opened.as_deref().map(read));
    view! {
        <dialog class="finding" node_ref=dialog aria-labelledby="open-finding" on:keydown=pressed>
            <header class="finding-head">
                <p class="quiet figure">{move || said(|opened| count(opened.position + 1)).map(|place| format!("{place} of {}", count(ledger.total.get())))}</p>
                <Button press=move |()| walk(desk, false)>"Previous"</Button>
                <Button press=move |()| walk(desk, true)>"Next"</Button>
                <Button press=move |()| close(desk)>"Close"</Button>
            </header>
            <h3 id="open-finding" tabindex="-1" node_ref=title>
                {move || said(|opened| format!("{} {}", opened.control.id, opened.control.title))}
            </h3>
            {move || ledger.opened.get().map(|opened| view! { <FindingBody opened/> }.into_any())}
        </dialog>
    }
}

/// Opens the finding before or after this one.
fn walk(desk: Desk, forward: bool) {
    let last = desk.ledger.total.get_untracked().saturating_sub(1);
    desk.ledger
        .active
        .update(|active| *active = if forward { (*active + 1).min(last) } else { active.saturating_sub(1) });
    open_active(desk);
}

/// Closes the finding and gives the focus back to the table, at the row that it was of.
fn close(desk: Desk) {
    // While the dialog is up, nothing outside of it can take the focus.
    if let Ok(Some(dialog)) = document().query_selector("dialog.finding") {
        dialog.unchecked_into::<HtmlDialogElement>().close();
    }
    desk.ledger.opened.set(None);
    focus("findings");
}

#[component]
fn FindingBody(opened: Arc<Opened>) -> impl IntoView {
    let Opened { row, control, missing_from, here, there, .. } = Arc::unwrap_or_clone(opened);
    let (sign, severity) = if row.warns { (Sign::Bang, "Warns") } else { (Sign::Cross, "Blocks the step") };
    let has_row = here.is_some();
    let (desk, dataset, id) = (Desk::here(), row.dataset.clone(), row.key.clone());
    let fact = |title: &'static str, value: Option<String>| {
        value.map(|value| view! { <div><dt>{title}</dt><dd>{value}</dd></div> })
    };
    view! {
        <p class="finding-message">{row.message}</p>
        <dl class="facts finding-facts">
            <div><dt>"Weight"</dt><dd><Icon sign/>{severity}</dd></div>
            {fact("Table", Some(row.dataset))}
            {fact("File", row.file)}
            {fact("Row", Some(row.line.map_or_else(|| "the whole table".to_owned(), |line| line.to_string())))}
            {fact("Key", row.key)}
            {fact("Column", row.field)}
            {fact("Says", row.stated)}
            {fact("Should be", row.expected)}
        </dl>
        <WhyTierOf dataset id leave=move |()| close(desk)/>
        <div class="evidence">
            {here.map(|evidence| view! { <EvidenceTable evidence/> })}
            {there.map(|evidence| view! { <EvidenceTable evidence/> })}
            {missing_from.map(|dataset| view! { <Absent dataset has_row/> })}
        </div>
        <dl class="rule">
            <div><dt>"Why it matters"</dt><dd>{control.why}</dd></div>
            <div><dt>"What to do"</dt><dd>{control.remedy}</dd></div>
        </dl>
    }
}
