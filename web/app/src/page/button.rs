//! A button of the page: one that needs the engine waits for it.

use leptos::prelude::*;
pub(super) use tieout_show::button::Weight;

use super::desk::{Desk, Engine};

/// A button. One that needs the engine can be reached while there is none, and says that it waits.
#[component]
pub(super) fn Button(
    #[prop(into)] press: Callback<()>,
    #[prop(optional)] weight: Weight,
    /// What it is called, where its text alone would not tell it from its neighbours.
    #[prop(optional, into)]
    name: Option<String>,
    #[prop(optional)] needs_engine: bool,
    children: Children,
) -> impl IntoView {
    let desk = Desk::here();
    let waits = Signal::derive(move || needs_engine && desk.engine.with(|engine| *engine != Engine::Ready));
    view! { <tieout_show::button::Button press weight waits name=name.unwrap_or_default()>{children()}</tieout_show::button::Button> }
}
