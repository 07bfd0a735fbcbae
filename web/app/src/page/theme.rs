//! Light or dark: the system's choice, until somebody chooses otherwise on this page.

use leptos::prelude::*;

/// Lets the user choose. The choice is kept on this machine where the browser allows it.
#[component]
pub(super) fn ThemeChoice() -> impl IntoView {
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten()).unwrap_or_default();
    apply(&kept);
    let choose = move |event| {
        let theme = event_target_value(&event);
        apply(&theme);
        if let Some(storage) = storage() {
            let _ = storage.set_item(KEY, &theme);
        }
    };
    view! {
        <div class="theme">
            <label for="theme">"Theme"</label>
            <select id="theme" on:change=choose prop:value=kept.clone()>
                <option value="">"System"</option>
                <option value="light" selected=kept == "light">"Light"</option>
                <option value="dark" selected=kept == "dark">"Dark"</option>
            </select>
        </div>
    }
}

const KEY: &str = "tieout-theme";

fn apply(theme: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-theme", theme);
    }
}

/// What this browser keeps for the page, where it keeps anything.
pub(super) fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
