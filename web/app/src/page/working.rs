//! A run under way: how far it has come, and the way out.

use leptos::prelude::*;

use super::Heading;
use super::button::Button;
use super::desk::{Desk, Screen};
use super::words::{count, size};
use crate::protocol::{Progress, Stage};

/// Fetching bytes is the smaller part of the work.
const OPENING_SHARE: f64 = 0.3;
/// What is left to the comparison, which does not know how far it is.
const READ_SHARE: f64 = 0.95;

/// Shows progress, and ends the run when asked to.
#[component]
pub(super) fn Working() -> impl IntoView {
    let desk = Desk::here();
    let progress = Memo::new(move |_| {
        desk.screen.with(|screen| match screen {
            Screen::Working(progress) => progress.clone(),
            Screen::Gathering(_) | Screen::Mapping(_) | Screen::Told(_) => Progress::default(),
        })
    });
    let stage = Memo::new(move |_| progress.with(|progress| progress.stage));
    view! {
        <section class="working">
            <Heading>"Checking the files"</Heading>
            <div class="card">
                <label for="progress" aria-live="polite">{move || doing(stage.get())}</label>
                // A bar without a value moves by itself: comparing does not know how far it has come.
                {move || if stage.get() == Stage::Comparing {
                    view! { <progress id="progress" max="1"></progress> }.into_any()
                } else {
                    view! { <progress id="progress" max="1" prop:value=move || progress.with(share)></progress> }.into_any()
                }}
                <dl class="facts">
                    <div><dt>"Rows read"</dt><dd class="figure" data-testid="rows">{move || progress.with(|progress| count(progress.rows))}</dd></div>
                    <div><dt>"Read"</dt><dd class="figure">{move || progress.with(amount)}</dd></div>
                    <div><dt>"File"</dt><dd>{move || progress.with(|progress| progress.file.clone())}</dd></div>
                </dl>
                <Button press=move |()| desk.cancel()>"Cancel"</Button>
            </div>
        </section>
    }
}

const fn doing(stage: Stage) -> &'static str {
    match stage {
        Stage::Opening => "Opening the files…",
        Stage::Reading => "Reading rows…",
        Stage::Comparing => "Comparing rows…",
    }
}

fn share(progress: &Progress) -> f64 {
    let part = progress.done_bytes as f64 / progress.total_bytes.max(1) as f64;
    match progress.stage {
        Stage::Opening => part * OPENING_SHARE,
        Stage::Reading => OPENING_SHARE + part * (READ_SHARE - OPENING_SHARE),
        Stage::Comparing => READ_SHARE,
    }
}

fn amount(progress: &Progress) -> String {
    match progress.total_bytes {
        0 => "…".to_owned(),
        total => format!("{} of {}", size(progress.done_bytes), size(total)),
    }
}
