//! What the panel knows, and whom it asks. It never opens a file and never decides.

use std::sync::Arc;

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{File, ShadowRoot};

use crate::figures;
use crate::report::{Answer, Catalogue, Finding, Place, Report, Row, Standing};
use crate::told::{Screen, Settings};

#[wasm_bindgen]
extern "C" {
    /// The element, which does what is asked of it and tells the panel what came of it.
    pub type Host;
    #[wasm_bindgen(method)]
    fn give(this: &Host, files: &Array);
    #[wasm_bindgen(method)]
    fn agree(this: &Host, file: &File);
    #[wasm_bindgen(method)]
    fn remove(this: &Host, id: u32);
    #[wasm_bindgen(method)]
    fn judge(this: &Host, as_of: &str);
    #[wasm_bindgen(method)]
    fn cancel(this: &Host);
    #[wasm_bindgen(method)]
    fn again(this: &Host);
    #[wasm_bindgen(method)]
    fn keep(this: &Host, what: &str);
    #[wasm_bindgen(method, catch)]
    async fn row(this: &Host, dataset: &str, line: u32, file: Option<&str>) -> Result<JsValue, JsValue>;
}

/// What the panel knows, as signals. A copy is the same desk.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Desk {
    pub(crate) settings: RwSignal<Settings>,
    pub(crate) screen: RwSignal<Screen>,
    /// The control or step whose findings are shown; all where it is empty.
    pub(crate) asked: RwSignal<String>,
    /// What the user has set as the instant.
    pub(crate) as_of: RwSignal<String>,
    /// Whether something within the panel had the focus when the screen was replaced.
    pub(crate) had_focus: StoredValue<bool>,
    root: StoredValue<ShadowRoot, LocalStorage>,
    host: StoredValue<Host, LocalStorage>,
    findings: StoredValue<Array, LocalStorage>,
}

impl Desk {
    pub(crate) fn new(root: ShadowRoot, host: Host, settings: Settings) -> Self {
        Self {
            settings: RwSignal::new(settings),
            screen: RwSignal::new(Screen::Gathering(None)),
            asked: RwSignal::new(String::new()),
            as_of: RwSignal::new(String::new()),
            had_focus: StoredValue::new(false),
            root: StoredValue::new_local(root),
            host: StoredValue::new_local(host),
            findings: StoredValue::new_local(Array::new()),
        }
    }

    /// The desk of this panel.
    pub(crate) fn here() -> Self {
        expect_context()
    }

    /// Shows a report.
    pub(crate) fn tell(self, report: &Report, catalogue: Catalogue, standing: Standing) -> Result<(), JsValue> {
        let answer = Answer::of(report, catalogue, standing)?;
        self.findings.set_value(report.findings());
        self.asked.set(String::new());
        self.show(Screen::Told(Arc::new(answer)));
        Ok(())
    }

    /// Replaces the screen.
    pub(crate) fn show(self, screen: Screen) {
        self.had_focus.set_value(self.root.with_value(|root| root.active_element().is_some()));
        self.screen.set(screen);
    }

    /// The finding at this place of the report.
    pub(crate) fn finding(self, place: u32) -> Option<Finding> {
        serde_wasm_bindgen::from_value(self.findings.with_value(|findings| findings.get(place))).ok()
    }

    /// Takes files that were dropped or chosen.
    pub(crate) fn give(self, files: &[File]) {
        if !self.is_disabled() {
            self.host.with_value(|host| host.give(&files.iter().collect()));
        }
    }

    /// Takes a contract.
    pub(crate) fn agree(self, file: &File) {
        self.host.with_value(|host| host.agree(file));
    }

    /// Puts a file aside.
    pub(crate) fn remove(self, id: u32) {
        self.host.with_value(|host| host.remove(id));
    }

    /// Begins a check.
    pub(crate) fn judge(self) {
        if !self.is_disabled() {
            let as_of = self.as_of.get_untracked();
            self.host.with_value(|host| host.judge(&as_of));
        }
    }

    /// Ends a check that is under way.
    pub(crate) fn cancel(self) {
        self.host.with_value(Host::cancel);
    }

    /// Goes back to the files.
    pub(crate) fn again(self) {
        self.host.with_value(Host::again);
    }

    /// Offers a file to keep.
    pub(crate) fn keep(self, what: &str) {
        self.host.with_value(|host| host.keep(what));
    }

    /// The row at this place, if the engine still has its file.
    pub(crate) async fn row(self, Place { dataset, file, line }: Place) -> Option<Row> {
        let host = self.host.try_with_value(|host| host.unchecked_ref::<JsValue>().clone())?;
        let row = host.unchecked_ref::<Host>().row(&dataset, line, file.as_deref()).await.ok()?;
        serde_wasm_bindgen::from_value(row).ok()
    }

    /// A count as the reader writes it.
    pub(crate) fn count(self, number: u32) -> String {
        self.settings.with(|settings| figures::count(number, &settings.locale))
    }

    /// A count with its noun.
    pub(crate) fn counted(self, number: u32, one: &str, many: &str) -> String {
        format!("{} {}", self.count(number), if number == 1 { one } else { many })
    }

    fn is_disabled(self) -> bool {
        self.settings.with_untracked(|settings| settings.is_disabled)
    }
}
