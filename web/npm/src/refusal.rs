//! A question that cannot be asked, as the error that JavaScript catches; bad data never becomes one.

use std::fmt;

use tieout::{ContractError, MappingError, Misuse};
use wasm_bindgen::JsValue;

/// Why a call was refused: a code for programs, a sentence for people.
#[derive(Debug)]
pub(crate) struct Refusal {
    code: &'static str,
    sentence: String,
}

impl Refusal {
    /// An argument that has not the form that the types ask for.
    pub(crate) fn argument(sentence: impl fmt::Display) -> Self {
        Self { code: "argument", sentence: sentence.to_string() }
    }

    /// A mapping file that cannot be read.
    #[expect(clippy::needless_pass_by_value, reason = "it is passed on by name")]
    pub(crate) fn mapping(error: MappingError) -> Self {
        Self { code: "mapping", sentence: error.to_string() }
    }

    /// A file in a payer's own format, while nothing is there that reads it.
    pub(crate) fn no_reader(file: &str, format: &str) -> Self {
        let sentence = format!(
            "“{file}” is in a payer's own format, {format}, which a module of its own reads. Start that first: `import init from \"tieout/payers\"; await init();`."
        );
        Self { code: "engine", sentence }
    }

    /// A file for which there is no room, in the sentence that says so.
    pub(crate) const fn too_large(sentence: String) -> Self {
        Self { code: "engine", sentence }
    }

    /// A file for which there should be room, and the platform has no memory.
    pub(crate) fn no_memory(file: &str) -> Self {
        Self::too_large(format!(
            "“{file}” does not fit into the memory that is left here. Check it with the command line, or split it by period."
        ))
    }
}

impl From<ContractError> for Refusal {
    fn from(error: ContractError) -> Self {
        Self { code: "contract", sentence: error.to_string() }
    }
}

impl From<Misuse> for Refusal {
    fn from(misuse: Misuse) -> Self {
        Self { code: "misuse", sentence: misuse.to_string() }
    }
}

impl From<Refusal> for JsValue {
    fn from(refusal: Refusal) -> Self {
        let error = js_sys::Error::new(&refusal.sentence);
        error.set_name("TieoutError");
        // An ordinary error is extensible, so that this cannot fail.
        let _ = js_sys::Reflect::set(&error, &"code".into(), &refusal.code.into());
        error.into()
    }
}
