//! A check under way: how far it has come, and the way out.

use leptos::prelude::*;
use tieout_show::bar::{Bar, share_fetched, share_read};
use tieout_show::button::Button;

use super::{Heading, doing};
use crate::desk::Desk;
use crate::figures;
use crate::told::{Progress, Screen, Stage};

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
            <Bar id="progress" share=Signal::derive(move || progress.with(share))/>
            <p class="hint figure">{move || said()}<br/>{move || progress.with(|progress| amount(desk, progress))}</p>
            <p><Button part="button" press=move |()| desk.cancel()>"Cancel"</Button></p>
        </section>
    }
}

fn share(progress: &Progress) -> Option<f64> {
    let (done, total) = (progress.done_bytes, progress.total_bytes);
    match progress.stage {
        Stage::Starting => Some(0.0),
        Stage::Receiving => Some(share_fetched(done, total)),
        Stage::Reading => Some(share_read(done, total)),
        Stage::Comparing => None,
    }
}

fn amount(desk: Desk, progress: &Progress) -> String {
    if progress.total_bytes <= 0.0 {
        return String::new();
    }
    let size = |bytes| desk.settings.with(|settings| figures::size(bytes, &settings.locale));
    format!("{} of {}", size(progress.done_bytes), size(progress.total_bytes))
}
