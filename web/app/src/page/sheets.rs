//! The program that opens and writes workbooks, in a worker of its own for each thing that it is asked: its memory ends with the answer.

use js_sys::{Array, Object, Reflect};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use super::bridge::{Parts, Program, Started};
use crate::protocol::NoteView;

/// The parts of the program.
pub(super) const SHEETS: Parts =
    Parts { script: "./tieout-sheets.js", module: "./tieout-sheets_bg.wasm", start: include_str!("../../sheets.js") };

/// The program, and the workers that are busy with it: one opens and one writes. A copy is the same.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sheets {
    program: StoredValue<Option<Program>, LocalStorage>,
    /// The number of the file that is being opened.
    opening: StoredValue<u32>,
    opener: Worker,
    writer: Worker,
}

type Worker = StoredValue<Option<Started>, LocalStorage>;

/// What the program says.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Answer {
    /// How far it has come; more will be said.
    Progress(Opening),
    /// The parts of a file.
    Parts(Vec<Taken>),
    /// A workbook that was made.
    Book(#[serde(with = "serde_wasm_bindgen::preserve")] web_sys::Blob),
    /// Why not.
    Why(String),
}

/// How far a file has been opened.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Opening {
    /// The sheet or member that is being read.
    pub(super) part: String,
    /// Rows read so far.
    pub(super) rows: u32,
    /// How much of it is done, from nothing to one, where that is known.
    pub(super) share: Option<f64>,
}

/// A part that was taken out of a file.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Taken {
    /// The sheet's name, or the member's path.
    pub(super) part: String,
    /// Its text, under the whole file's name.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub(super) file: web_sys::File,
    /// How it was taken out.
    pub(super) notes: Vec<NoteView>,
}

impl Sheets {
    /// A program that is not there yet.
    #[must_use]
    pub(super) fn new() -> Self {
        let nobody = || StoredValue::new_local(None);
        Self { program: StoredValue::new_local(None), opening: StoredValue::new(0), opener: nobody(), writer: nobody() }
    }

    /// The program is there.
    pub(super) fn load(self, program: Program) {
        self.program.set_value(Some(program));
    }

    /// Whether it is opening a file.
    pub(super) fn is_opening(self) -> bool {
        self.opener.with_value(Option::is_some)
    }

    /// Opens a workbook or an archive.
    pub(super) fn open(self, id: u32, file: &web_sys::File, then: impl Fn(Answer) + Clone + 'static) {
        self.opening.set_value(id);
        self.ask(self.opener, "file", file, then);
    }

    /// Ends what is being opened, if it is one of these files.
    pub(super) fn stop_opening(self, ids: &[u32]) {
        if ids.contains(&self.opening.get_value()) {
            self.opener.set_value(None);
        }
    }

    /// Makes a workbook of sheets, as the program describes them.
    pub(super) fn write(self, sheets: &Array, then: impl Fn(Answer) + Clone + 'static) {
        self.ask(self.writer, "sheets", sheets, then);
    }

    fn ask(self, worker: Worker, what: &str, of: &JsValue, then: impl Fn(Answer) + Clone + 'static) {
        let (mourner, refuser) = (then.clone(), then.clone());
        let hear = move |data| {
            let answer = serde_wasm_bindgen::from_value(data).unwrap_or_else(|error| Answer::Why(error.to_string()));
            if !matches!(answer, Answer::Progress(_)) {
                worker.set_value(None);
            }
            then(answer);
        };
        let mourn = move |last_words: String| {
            worker.set_value(None);
            mourner(Answer::Why(format!("It is too much for this page: {last_words} Use the command line.")));
        };
        let started = self.program.with_value(|program| {
            let program = program.as_ref().ok_or("The program for workbooks is not loaded.")?;
            Started::new(program, hear, mourn)
        });
        match started {
            Ok(started) => {
                let message = Object::new();
                let _ = Reflect::set(&message, &what.into(), of);
                started.tell(&message);
                worker.set_value(Some(started));
            }
            Err(why) => refuser(Answer::Why(why)),
        }
    }
}
