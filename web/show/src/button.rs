//! The one button: its weight says how it looks, and its press is one call.

use leptos::prelude::*;

/// How much a button asks for attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weight {
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

/// A button. While it waits it can be reached, says so, and does nothing.
#[component]
pub fn Button(
    /// What it does.
    #[prop(into)]
    press: Callback<()>,
    /// How it looks.
    #[prop(optional)]
    weight: Weight,
    /// What it is called, where its text alone would not tell it from its neighbours; empty where it does.
    #[prop(optional, into)]
    name: String,
    /// Whether it waits for something.
    #[prop(optional, into)]
    waits: Signal<bool>,
    /// What a page that embeds it can style it by.
    #[prop(optional)]
    part: Option<&'static str>,
    /// What it says.
    children: Children,
) -> impl IntoView {
    let pressed = move |_| {
        if !waits.get_untracked() {
            press.run(());
        }
    };
    let name = (!name.is_empty()).then_some(name);
    view! {
        <button type="button" class=weight.class() part=part aria-label=name aria-disabled=move || waits.get().then_some("true") on:click=pressed>
            {children()}
        </button>
    }
}
