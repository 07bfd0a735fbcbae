//! The panel's screens, one at a time: files are gathered, checked, answered. None computes a figure of its own.

#![expect(unreachable_pub, reason = "the component macro makes each component's properties public")]

mod gathering;
mod files;
mod working;
mod answer;
mod controls;
mod findings;
mod finding;

use leptos::ev::DragEvent;
use leptos::html;
use leptos::prelude::*;
use tieout_show::file_button::listed;
use tieout_show::words;

use crate::desk::Desk;
use crate::told::{Screen, Stage};
use answer::AnswerScreen;
use gathering::Gathering;
use working::Working;

/// The frame that every screen stands in. Files can be dropped anywhere on it.
#[component]
pub(crate) fn Frame() -> impl IntoView {
    let desk = Desk::here();
    let over = RwSignal::new(false);
    let has_files =
        |event: &DragEvent| event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0));
    let dragged = move |event: DragEvent| {
        if has_files(&event) {
            event.prevent_default();
            over.set(true);
        }
    };
    let dropped = move |event: DragEvent| {
        over.set(false);
        let files = event.data_transfer().and_then(|data| data.files());
        if let Some(files) = files.filter(|files| files.length() > 0) {
            event.prevent_default();
            desk.give(&listed(&files));
        }
    };
    let kind = Memo::new(move |_| desk.screen.with(std::mem::discriminant));
    view! {
        <div
            class="frame" part="panel" class:is-over=move || over.get()
            on:dragover=dragged on:dragleave=move |_| over.set(false) on:drop=dropped
        >
            <p class="visually-hidden" role="status">{move || desk.screen.with(|screen| spoken(desk, screen))}</p>
            // A screen is built anew when another takes its place, not when it has news of itself.
            {move || match (kind.get(), desk.screen.get()) {
                (_, Screen::Gathering(_)) => view! { <Gathering/> }.into_any(),
                (_, Screen::Working(_)) => view! { <Working/> }.into_any(),
                (_, Screen::Told(answer)) => view! { <AnswerScreen answer/> }.into_any(),
            }}
        </div>
    }
}

/// What is said aloud when another screen takes its place.
fn spoken(desk: Desk, screen: &Screen) -> String {
    match screen {
        Screen::Gathering(_) => String::new(),
        Screen::Working(progress) => doing(progress.stage).to_owned(),
        Screen::Told(answer) => {
            let state = words::state(answer.standing.state);
            format!("{state}. {}.", desk.counted(answer.findings, "finding", "findings"))
        }
    }
}

const fn doing(stage: Stage) -> &'static str {
    match stage {
        Stage::Starting => "Starting…",
        Stage::Receiving => "Opening the files…",
        Stage::Reading => "Reading rows…",
        Stage::Comparing => "Comparing rows…",
    }
}

/// A screen's heading. It takes the focus when its screen replaces one that had it, and from nobody else.
#[component]
fn Heading(children: Children) -> impl IntoView {
    let heading = NodeRef::<html::H2>::new();
    let desk = Desk::here();
    Effect::new(move |_| {
        if let Some(heading) = heading.get()
            && desk.had_focus.get_value()
        {
            let _ = heading.focus();
        }
    });
    view! { <h2 tabindex="-1" part="heading" node_ref=heading>{children()}</h2> }
}
