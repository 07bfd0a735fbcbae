//! How far a check has come, told to whoever asked; it can never change what the check answers.

use js_sys::Function;
use serde::Serialize;
use tieout::Mapping;
use wasm_bindgen::{JsCast, JsValue};

use crate::given::{self, wished};
use crate::refusal::Refusal;
use crate::told::Told;

/// What a question may say besides.
#[derive(Debug, Default)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename_all = "camelCase"))]
pub(crate) struct CheckOptions {
    /// Is told now and then how far the reading has come.
    #[cfg_attr(feature = "typescript", ts(optional, type = "(progress: Progress) => void"))]
    on_progress: Option<Function>,
    /// The mapping file, which says what the files' own headers and words stand for.
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | Uint8Array"))]
    mapping: Option<JsValue>,
}

impl CheckOptions {
    /// The options as they were given, if they were.
    pub(crate) fn of(given: Option<impl Into<JsValue>>) -> Result<Self, Refusal> {
        let Some(given) = given.map(Into::into) else { return Ok(Self::default()) };
        let refused = |fault| {
            Refusal::argument(format!(
                "`options` cannot be read: {fault}. Give {{ onProgress, mapping }}, or leave it out."
            ))
        };
        if !given.is_object() {
            return Err(refused("they are no object"));
        }
        let on_progress =
            wished(&given, "onProgress", |value| value.dyn_ref().cloned(), "`onProgress` is not a function");
        let mapping = wished(&given, "mapping", |value| Some(value.clone()), "");
        Ok(Self { on_progress: on_progress.map_err(refused)?, mapping: mapping.map_err(refused)? })
    }

    /// The mapping, if there is one.
    pub(crate) fn mapping(&self) -> Result<Option<Mapping>, Refusal> {
        self.mapping.as_ref().map_or(Ok(None), given::mapping)
    }
}

/// How far the reading has come.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub(crate) struct Progress<'a> {
    /// The file that is being read.
    file: &'a str,
    /// Rows read so far, of all files.
    rows: u64,
    /// Bytes read so far, of all files.
    done_bytes: u64,
    /// Bytes of all files.
    total_bytes: u64,
}

/// The callback, and what it threw.
pub(crate) struct Listener {
    callback: Option<Function>,
    outcome: Result<(), JsValue>,
}

impl Listener {
    /// The listener that the options name, if they name one.
    pub(crate) fn of(options: CheckOptions) -> Self {
        Self { callback: options.on_progress, outcome: Ok(()) }
    }

    /// Hands on one message. A callback that throws is called no more.
    pub(crate) fn hear(&mut self, progress: &tieout::Progress<'_>) {
        let Some(callback) = &self.callback else { return };
        let tieout::Progress { file, rows, done_bytes, total_bytes } = *progress;
        let told = Progress { file, rows, done_bytes, total_bytes }.told();
        if let Err(thrown) = told.and_then(|message| callback.call1(&JsValue::UNDEFINED, &message)) {
            self.callback = None;
            self.outcome = Err(thrown);
        }
    }

    /// What the callback threw, to be thrown on.
    pub(crate) fn outcome(self) -> Result<(), JsValue> {
        self.outcome
    }
}
