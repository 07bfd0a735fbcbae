//! A check under way: how far it has come, and the way out.

use leptos::prelude::*;
use tieout_show::button::Button;

use super::{Heading, doing};
use crate::desk::Desk;
use crate::figures;
use crate::told::{Progress, Screen, Stage};

/// Fetching bytes is the smaller part of the work.
const RECEIVING_SHARE: f64 = 0.3;
/// What is left to the comparison, which does not know how far it is.
const READ_SHARE: f64 = 0.95;

/// Shows progress, and ends the check when asked to.
#[component]
pub(super) fn Working() -> impl IntoView {
    let desk = Desk::here();
    let progress = Memo::new(move |_| {
        desk.screen.with(|screen| match screen {
            Screen::Working(progress) => progress.clone(),
            Screen::Gathering(_) | Screen::Told(_) => Progress::default(),
        })
    });
    let stage = Memo::new(move |_| progress.with(|progress| progress.stage));
    let is_counted = Memo::new(move |_| matches!(stage.get(), Stage::Receiving | Stage::Reading));
    let said = move || {
        progress.with(|Progress { rows, file, .. }| match rows {
            0 => file.clone(),
            _ => format!("{} · {file}", desk.counted(*rows, "row", "rows")),
        })
    };
    view! {
        <section class="work" part="progress">
            <Heading>"Checking the files"</Heading>
            <label for="progress">{move || doing(stage.get())}</label>
            // A bar without a value moves by itself: comparing does not know how far it has come.
            {move || if is_counted.get() {
                view! { <progress id="progress" max="1" prop:value=move || progress.with(share)></progress> }.into_any()
            } else {
                view! { <progress id="progress" max="1"></progress> }.into_any()
            }}
            <p class="hint figure">{move || said()}<br/>{move || progress.with(|progress| amount(desk, progress))}</p>
            <p><Button part="button" press=move |()| desk.cancel()>"Cancel"</Button></p>
        </section>
    }
}

fn share(progress: &Progress) -> f64 {
    let part = progress.done_bytes / progress.total_bytes.max(1.0);
    match progress.stage {
        Stage::Starting => 0.0,
        Stage::Receiving => part * RECEIVING_SHARE,
        Stage::Reading => RECEIVING_SHARE + part * (READ_SHARE - RECEIVING_SHARE),
        Stage::Comparing => READ_SHARE,
    }
}

fn amount(desk: Desk, progress: &Progress) -> String {
    if progress.total_bytes <= 0.0 {
        return String::new();
    }
    let size = |bytes| desk.settings.with(|settings| figures::size(bytes, &settings.locale));
    format!("{} of {}", size(progress.done_bytes), size(progress.total_bytes))
}
