//! How much of some work is done, as a bar; one that cannot know moves by itself.

use leptos::prelude::*;

/// Fetching bytes is the smaller part of a check.
const FETCHED: f64 = 0.3;
/// What is left is the comparison, which does not know how far it is.
const READ: f64 = 0.95;

/// How far a check is whose files have been fetched so far.
#[must_use]
pub fn share_fetched(done_bytes: f64, total_bytes: f64) -> f64 {
    FETCHED * done_bytes / total_bytes.max(1.0)
}

/// How far a check is whose files have been read so far.
#[must_use]
pub fn share_read(done_bytes: f64, total_bytes: f64) -> f64 {
    FETCHED + (READ - FETCHED) * done_bytes / total_bytes.max(1.0)
}

/// The bar.
#[component]
pub fn Bar(
    /// How much is done, from nothing to one, where that is known.
    #[prop(into)]
    share: Signal<Option<f64>>,
    /// By which a label finds it.
    #[prop(optional, into)]
    id: Option<String>,
    /// What it is called, where no label says so.
    #[prop(optional, into)]
    name: Option<String>,
) -> impl IntoView {
    let is_known = Memo::new(move |_| share.with(Option::is_some));
    move || {
        let (id, name) = (id.clone(), name.clone());
        if is_known.get() {
            view! { <progress id=id aria-label=name max="1" prop:value=move || share.get()></progress> }.into_any()
        } else {
            view! { <progress id=id aria-label=name max="1"></progress> }.into_any()
        }
    }
}
