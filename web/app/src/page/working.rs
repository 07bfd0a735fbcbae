//! A run under way: how far it has come, and the way out.

use leptos::prelude::*;
use tieout_show::bar::{Bar, share_fetched, share_read};

use super::Heading;
use super::button::Button;
use super::desk::{Desk, Screen};
use super::words::{count, size};
use crate::protocol::{Progress, Stage};

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
                <Bar id="progress" share=Signal::derive(move || progress.with(share))/>
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

fn share(progress: &Progress) -> Option<f64> {
    let (done, total) = (progress.done_bytes as f64, progress.total_bytes as f64);
    match progress.stage {
        Stage::Opening => Some(share_fetched(done, total)),
        Stage::Reading => Some(share_read(done, total)),
        Stage::Comparing => None,
    }
}

fn amount(progress: &Progress) -> String {
    match progress.total_bytes {
        0 => "…".to_owned(),
        total => format!("{} of {}", size(progress.done_bytes), size(total)),
    }
}
