//! The first screen: the files, the agreement, the instant, and the two ways to begin.

use leptos::prelude::*;

use super::Heading;
use super::agreement::AgreementCard;
use super::button::{Button, Weight};
use super::desk::{Desk, Engine, Notice, Screen};
use super::drop_area::DropArea;
use super::files::Files;
use super::known_tables::KnownTables;
use super::memory_card::MemoryCard;
use super::trust::Trust;
use crate::protocol::Sample;

/// Gathers what a run needs.
#[component]
pub(super) fn Gathering() -> impl IntoView {
    let desk = Desk::here();
    view! {
        <section class="gathering">
            <Heading>"Check a pilot’s records"</Heading>
            <p class="lede">
                "Give the tables that you have. Each is held against the others and against the agreement, and every
                difference is named with its row, its rule and what to do."
            </p>
            <Said/>
            <div class="gathering-files">
                <DropArea/>
                <p class="row begin">
                    <Button weight=Weight::Main needs_engine=true press=move |()| desk.check()>"Check the files"</Button>
                </p>
                <p class="row begin">
                    <Button needs_engine=true press=move |()| desk.try_sample(Sample::Attribution)>"Try the attribution sample"</Button>
                    <Button needs_engine=true press=move |()| desk.try_sample(Sample::Diversion)>"Try the crisis-diversion sample"</Button>
                    <span class="hint">"A sample needs no file. Its people are made up."</span>
                </p>
                <Files/>
                <KnownTables/>
            </div>
            <div class="gathering-side">
                <Trust/>
                <AgreementCard/>
                <MemoryCard/>
            </div>
        </section>
    }
}

/// What happened, above the files.
#[component]
fn Said() -> impl IntoView {
    let desk = Desk::here();
    let notice = move || match (desk.engine.get(), desk.screen.get()) {
        (Engine::Absent(why), _) => Some((
            true,
            "The page could not be loaded in full.".to_owned(),
            format!("Load it again. The browser said: {why}"),
        )),
        (_, Screen::Gathering(Some(notice))) => Some(worded(notice)),
        _ => None,
    };
    view! {
        <div class="said" role="status">
            {move || notice().map(|(is_bad, title, text)| view! {
                <div class="note" class:is-bad=is_bad>
                    <p><strong>{title}</strong></p>
                    {text.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view()}
                </div>
            }.into_any())}
        </div>
    }
}

fn worded(notice: Notice) -> (bool, String, String) {
    match notice {
        Notice::Cancelled => (false, "Cancelled.".to_owned(), "Your files are still here.".to_owned()),
        Notice::Refused(why) => (true, "The check did not begin.".to_owned(), why),
        Notice::Died(last_words) => (
            true,
            "The check broke off.".to_owned(),
            format!(
                "Your files are still here, and the page works. If they are very large, check them in parts or with the command line. \
                 If it happens again, remove the files one by one to find the one that does it.\nIt said: {last_words}"
            ),
        ),
    }
}
