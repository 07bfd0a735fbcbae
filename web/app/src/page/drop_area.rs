//! Where files come in: dropped anywhere on the page, or chosen.

use leptos::ev::{DragEvent, dragleave, dragover, drop};
use leptos::prelude::*;
use tieout_show::file_button::{FileButton, listed};

use super::desk::{Desk, Screen};

/// Takes files that are dropped anywhere: one that misses the area must not replace the page.
pub(super) fn accept_drops(desk: Desk) {
    let over = RwSignal::new(false);
    provide_context(DropHover(over));
    let has_files =
        |event: &DragEvent| event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0));
    let _ = window_event_listener(dragover, move |event| {
        if has_files(&event) {
            event.prevent_default();
            over.set(true);
        }
    });
    let _ = window_event_listener(dragleave, move |event| {
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    let _ = window_event_listener(drop, move |event| {
        over.set(false);
        if !has_files(&event) {
            return;
        }
        event.prevent_default();
        let is_busy = desk.screen.with_untracked(|screen| matches!(screen, Screen::Working(_)));
        if let Some(files) = event.data_transfer().and_then(|data| data.files())
            && !is_busy
        {
            desk.give(listed(&files));
        }
    });
}

/// Whether files are being held over the page.
#[derive(Debug, Clone, Copy)]
struct DropHover(RwSignal<bool>);

/// The drop area, with a button for those who would rather choose.
#[component]
pub(super) fn DropArea() -> impl IntoView {
    let (desk, DropHover(over)) = (Desk::here(), expect_context());
    view! {
        <div class="drop" class:is-over=move || over.get() data-testid="drop">
            <p class="drop-title">"Drop your files here"</p>
            <p class="drop-hint">"CSV and other text, Excel, ZIP, X12, FHIR, Medicare’s CCLF; your contract and your mapping as TOML"</p>
            <FileButton label="Choose files" id="choose-files" many=true take=move |files| desk.give(files)/>
        </div>
    }
}
