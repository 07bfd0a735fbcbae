//! What leaves the machine: nothing. The browser counts, and the page shows the count and what it cannot show.

use gloo::events::EventListener;
use js_sys::{Array, Function};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{PerformanceObserver, PerformanceObserverEntryList, PerformanceObserverInit};

use super::desk::{Desk, Engine};
use super::words::{count, counted};

/// What the browser has counted since everything was loaded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Watch {
    requests: RwSignal<u32>,
    refused: RwSignal<u32>,
    since_ms: StoredValue<f64>,
}

impl Watch {
    /// A watch that has not begun.
    #[must_use]
    pub(super) fn new() -> Self {
        Self { requests: RwSignal::new(0), refused: RwSignal::new(0), since_ms: StoredValue::new(f64::INFINITY) }
    }

    /// Counts from here on.
    pub(super) fn begin(self) {
        self.since_ms.set_value(window().performance().map_or(0.0, |clock| clock.now()));
        let count = move |list: PerformanceObserverEntryList| {
            let later = |entry: &JsValue| {
                let started = js_sys::Reflect::get(entry, &"startTime".into()).ok().and_then(|at| at.as_f64());
                started.is_some_and(|at| at > self.since_ms.get_value())
            };
            let more = Array::from(&list.get_entries()).iter().filter(later).count() as u32;
            self.requests.update(|requests| *requests += more);
        };
        let count = Closure::<dyn FnMut(PerformanceObserverEntryList)>::new(count).into_js_value();
        if let Ok(observer) = PerformanceObserver::new(count.unchecked_ref::<Function>()) {
            observer.observe(&PerformanceObserverInit::new(&Array::of1(&"resource".into())));
        }
        let refuse = move |_: &web_sys::Event| self.refused.update(|refused| *refused += 1);
        EventListener::new(&document(), "securitypolicyviolation", refuse).forget();
    }

    fn total(self) -> u32 {
        self.requests.get() + Desk::here().worker_requests.get()
    }
}

/// The count, on every screen.
#[component]
pub(super) fn Count() -> impl IntoView {
    let (desk, watch) = (Desk::here(), expect_context::<Watch>());
    view! {
        <p class="requests" class:is-loading=move || desk.engine.get() == Engine::Fetching>
            {move || match desk.engine.get() {
                Engine::Fetching => "Loading…".to_owned(),
                Engine::Ready | Engine::Absent(_) => counted(watch.total(), "request since loading", "requests since loading"),
            }}
        </p>
    }
}

/// The promise, the count, and what the count cannot show; stands beside the drop area.
#[component]
pub(super) fn Trust() -> impl IntoView {
    let (desk, watch) = (Desk::here(), expect_context::<Watch>());
    view! {
        <section class="card trust" aria-labelledby="trust-title">
            <h2 id="trust-title">"Nothing leaves this page"</h2>
            <p class="meter" data-testid="requests">
                <output>{move || count(watch.total())}</output>
                <span>{move || if watch.total() == 1 { "request since the page was loaded" } else { "requests since the page was loaded" }}</span>
            </p>
            <p>
                {move || match desk.engine.get() {
                    Engine::Fetching => "The page is still loading. Wait a moment before you pull the cable.",
                    Engine::Ready => "Everything is loaded. Pull the network cable now, and all of it still works.",
                    Engine::Absent(_) => "The page could not be loaded in full.",
                }}
            </p>
            <details>
                <summary>"How you can tell"</summary>
                <p>
                    "Your files are read in this browser tab by a worker that was started from memory. As soon as
                    everything was loaded, the page told the browser to refuse every connection that it or its worker might
                    try, which cannot be undone without loading the page again."
                </p>
                <p>
                    "The number is the browser’s own count of what this page and its worker have asked for. "
                    {move || match watch.refused.get() {
                        0 => "It has refused nothing so far. ".to_owned(),
                        refused => format!("It has refused {}. ", counted(refused, "attempt", "attempts")),
                    }}
                    "It does not see your browser’s extensions, nor a link that you follow. For those, look at the
                    network tab of your browser’s developer tools, or pull the cable."
                </p>
            </details>
        </section>
    }
}
