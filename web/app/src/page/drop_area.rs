//! Where files come in: dropped anywhere on the page, or chosen.

use leptos::ev::{DragEvent, dragleave, dragover, drop};
use leptos::prelude::*;
use web_sys::FileList;

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

fn listed(files: &FileList) -> Vec<web_sys::File> {
    (0..files.length()).filter_map(|place| files.get(place)).collect()
}

/// The drop area, with a button for those who would rather choose.
#[component]
pub(super) fn DropArea() -> impl IntoView {
    let (desk, DropHover(over)) = (Desk::here(), expect_context());
    view! {
        <div class="drop" class:is-over=move || over.get() data-testid="drop">
            <p class="drop-title">"Drop your files here"</p>
            <p class="drop-hint">"One or many tables as CSV, and your contract as TOML"</p>
            <FileButton label="Choose files" id="choose-files" many=true take=move |files| desk.give(files)/>
        </div>
    }
}

/// A button that chooses files: a native field under a label that looks like a button.
#[component]
pub(super) fn FileButton(
    label: &'static str,
    id: &'static str,
    #[prop(optional)] many: bool,
    #[prop(optional)] accept: Option<&'static str>,
    take: impl Fn(Vec<web_sys::File>) + 'static,
) -> impl IntoView {
    let field = NodeRef::<leptos::html::Input>::new();
    let taken = move |_| {
        if let Some(field) = field.get_untracked()
            && let Some(files) = field.files()
        {
            take(listed(&files));
            // The same file can be chosen again once it was mended.
            field.set_value("");
        }
    };
    view! {
        <span class="file-button">
            <input type="file" id=id node_ref=field multiple=many accept=accept on:change=taken/>
            <label class="button" for=id>{label}</label>
        </span>
    }
}
