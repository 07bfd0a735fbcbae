//! What people see and do. It shows what the worker tells, and never computes a figure of its own.

#![expect(unreachable_pub, reason = "the component macro makes each component's properties public")]

mod agreement;
mod bridge;
mod button;
mod clock;
mod desk;
mod drop_area;
mod files;
mod gathering;
mod given;
mod governing;
mod keep;
mod known_tables;
mod ledger;
mod mapping;
mod memory;
mod memory_card;
mod results;
mod seal;
mod sheets;
mod theme;
mod tier;
mod trust;
mod unpacking;
mod working;

use leptos::prelude::*;
use tieout_show::{icon, words};
use wasm_bindgen::JsCast;

use desk::{Desk, Engine, Screen};
use gathering::Gathering;
use mapping::MappingScreen;
use results::Results;
use theme::ThemeChoice;
use trust::{Count, Watch};
use working::Working;

/// Puts the page on the screen and begins to fetch the worker.
pub fn open() {
    std::panic::set_hook(Box::new(|panic| {
        leptos::logging::error!("{panic}");
        show_crash();
    }));
    mount_to_body(App);
    if let Some(shell) = document().get_element_by_id("shell") {
        shell.remove();
    }
}

/// The page cannot go on: what is left of it is plain HTML, with a way back.
fn show_crash() {
    if let Some(note) = document().get_element_by_id("crashed") {
        let _ = note.remove_attribute("hidden");
        note.scroll_into_view();
    }
}

/// The frame that every screen stands in.
#[component]
fn App() -> impl IntoView {
    let desk = Desk::new();
    let watch = Watch::new();
    provide_context(desk);
    provide_context(watch);
    drop_area::accept_drops(desk);
    leptos::task::spawn_local(desk.begin(move || {
        watch.begin();
        if let Err(why) = seal::seal() {
            leptos::logging::warn!("The page could not be sealed: {why:?}");
        }
    }));
    let kind = Memo::new(move |_| desk.screen.with(|screen| (std::mem::discriminant(screen), screen.asked())));
    view! {
        <header class="masthead">
            <a class="skip" href="#main">"Skip to the work"</a>
            <p class="wordmark">"Tieout"</p>
            <p class="purpose">"Holds a pilot’s records against their sources"</p>
            <Count/>
            <ThemeChoice/>
        </header>
        <main id="main">
            // A screen is built anew when another takes its place, not when it has news of itself.
            {move || match (kind.get(), desk.screen.get_untracked()) {
                (_, Screen::Gathering(_)) => view! { <Gathering/> }.into_any(),
                (_, Screen::Mapping(asked)) => view! { <MappingScreen asked/> }.into_any(),
                (_, Screen::Working(_)) => view! { <Working/> }.into_any(),
                (_, Screen::Told(verdict)) => view! { <Results verdict/> }.into_any(),
            }}
        </main>
    }
}

/// A screen's heading, which takes the focus when its screen replaces another.
#[component]
fn Heading(children: Children) -> impl IntoView {
    let heading = NodeRef::<leptos::html::H1>::new();
    let desk = Desk::here();
    Effect::new(move |_| {
        // The first screen appears before the worker does, and leaves the focus where the browser puts it.
        if let Some(heading) = heading.get()
            && desk.engine.get_untracked() == Engine::Ready
        {
            let _ = heading.focus();
        }
    });
    view! { <h1 node_ref=heading tabindex="-1">{children()}</h1> }
}

/// Gives the focus to the element of this id.
fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let _ = element.unchecked_into::<web_sys::HtmlElement>().focus();
    }
}
