//! What `<tieout-check>` shows, within the shadow root that it is given. It shows what it is told and hands on what is asked.

#![allow(
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "JavaScript counts in floats: the counts and places that pass here are whole, positive and exact"
)]
#![allow(
    clippy::must_use_candidate,
    clippy::needless_pass_by_value,
    clippy::redundant_closure,
    reason = "a component takes its properties for good, what it returns is always shown, and a closure in a view is what follows a signal"
)]

mod report;

mod told;

mod figures;

mod desk;

mod panel;

use std::any::Any;
use std::cell::Cell;
use std::fmt;

use js_sys::Function;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use desk::{Desk, Host};
use report::{Catalogue, Report, Standing};
use told::{Progress, Screen, Settings};

/// Has this function told of it, should the program stop: no panel of it can go on then.
#[wasm_bindgen(js_name = onStop)]
pub fn on_stop(stopped: Function) {
    STOPPED.set(Some(stopped));
    std::panic::set_hook(Box::new(|panic| {
        if let Some(stopped) = STOPPED.take() {
            // A listener that fails leaves nothing else to be done.
            let _ = stopped.call1(&JsValue::UNDEFINED, &panic.to_string().into());
        }
    }));
}

thread_local! {
    /// Who is told that the program stopped.
    static STOPPED: Cell<Option<Function>> = const { Cell::new(None) };
}

/// A panel in its place. It is gone once this is freed.
#[wasm_bindgen]
pub struct Panel {
    desk: Desk,
    // In this order: what is shown goes before what it shows.
    _mounted: Box<dyn Any>,
    _owner: Owner,
}

impl fmt::Debug for Panel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Panel").finish_non_exhaustive()
    }
}

#[wasm_bindgen]
impl Panel {
    /// Puts a panel into a place.
    #[wasm_bindgen(constructor)]
    pub fn new(place: HtmlElement, host: Host, settings: JsValue) -> Result<Self, JsValue> {
        let settings: Settings = serde_wasm_bindgen::from_value(settings)?;
        let root = place.get_root_node().dyn_into()?;
        let owner = Owner::new();
        let desk = owner.with(|| Desk::new(root, host, settings));
        let mounted = leptos::mount::mount_to(place, move || {
            provide_context(desk);
            view! { <panel::Frame/> }
        });
        Ok(Self { desk, _mounted: Box::new(mounted), _owner: owner })
    }

    /// What was given and how it is to be shown.
    pub fn settle(&self, settings: JsValue) -> Result<(), JsValue> {
        self.desk.settings.set(serde_wasm_bindgen::from_value(settings)?);
        Ok(())
    }

    /// Files are gathered; a notice stands above them where there is something to say.
    pub fn gather(&self, notice: Option<String>) {
        self.desk.show(Screen::Gathering(notice));
    }

    /// A check is under way, and has come this far.
    pub fn work(&self, progress: JsValue) -> Result<(), JsValue> {
        let progress: Progress = serde_wasm_bindgen::from_value(progress)?;
        self.desk.show(Screen::Working(progress));
        Ok(())
    }

    /// A check has ended in a report.
    pub fn tell(&self, report: Report, catalogue: JsValue, standing: JsValue) -> Result<(), JsValue> {
        let catalogue: Catalogue = serde_wasm_bindgen::from_value(catalogue)?;
        let standing: Standing = serde_wasm_bindgen::from_value(standing)?;
        self.desk.tell(&report, catalogue, standing)?;
        Ok(())
    }
}
