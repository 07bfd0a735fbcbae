//! The one button: its weight says how it looks, and its press is one call.

use leptos::prelude::*;

use super::desk::{Desk, Engine};

/// How much a button asks for attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Weight {
    /// The one thing to do on a screen.
    Main,
    /// One thing of several.
    #[default]
    Usual,
    /// Beside another thing.
    Slight,
    /// Within a text.
    Link,
}

impl Weight {
    const fn class(self) -> &'static str {
        match self {
            Self::Main => "button is-main",
            Self::Usual => "button",
            Self::Slight => "button is-plain",
            Self::Link => "link figure",
        }
    }
}

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
    let waits = move || needs_engine && desk.engine.with(|engine| *engine != Engine::Ready);
    let pressed = move |_| {
        if !untrack(waits) {
            press.run(());
        }
    };
    view! {
        <button type="button" class=weight.class() aria-label=name aria-disabled=move || waits().then_some("true") on:click=pressed>
            {children()}
        </button>
    }
}
