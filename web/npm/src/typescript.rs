//! The types of the package, written from the Rust types, so that the two can never drift apart.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use tieout::report::Explanation;
use tieout::{Dataset, Report};
use ts_rs::{Config, TS, TypeVisitor};

use crate::given::InputFile;
use crate::listener::{CheckOptions, Progress};
use crate::told::{Control, FileRow, IntakeRule, StepTitle};

const HEAD: &str = "\
// Written from the Rust types by `cargo run -p tieout-wasm --features typescript --bin types`. Not to be edited.

/** Why a call was refused. Bad data never is: it comes back as findings. */
export interface TieoutError extends Error {
  name: \"TieoutError\";
  /**
   * What is at fault: an argument's form, the contract file, the mapping file, the question, or the engine, which was
   * not started, could not be loaded, or ran out of memory.
   */
  code: \"argument\" | \"contract\" | \"mapping\" | \"misuse\" | \"engine\";
}
";

/// The whole of `types.d.ts`.
#[must_use]
pub fn declarations() -> String {
    let mut declared = Declared { config: Config::new().with_large_int("number"), texts: BTreeMap::new() };
    declared.visit::<Report>();
    declared.visit::<Control>();
    declared.visit::<IntakeRule>();
    declared.visit::<StepTitle>();
    declared.visit::<FileRow>();
    declared.visit::<Explanation>();
    declared.visit::<InputFile>();
    declared.visit::<Dataset>();
    declared.visit::<CheckOptions>();
    declared.visit::<Progress<'static>>();
    let mut text = HEAD.to_owned();
    let intake = ["IN-1", "IN-2", "IN-3", "IN-4", "IN-5"];
    let rules = intake.into_iter().filter_map(|id| Some((id, tieout::rule(id)?.title)));
    text.push_str(&union("IntakeCode", "A rule that files are held to before any control is asked.", rules));
    let controls = tieout::catalogue().iter().map(|control| (control.id, control.title()));
    text.push_str(&union("ControlId", "The id of a control.", controls));
    text.extend(declared.texts.into_values());
    text
}

/// Declarations in the order of their names, each with all that it names.
struct Declared {
    config: Config,
    texts: BTreeMap<PathBuf, String>,
}

impl TypeVisitor for Declared {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Only what has a place of its own is declared; lists and options are written where they are used.
        let Some(place) = T::output_path() else { return };
        let docs = T::docs().unwrap_or_default();
        let text = tidy(&format!("{docs}export {}", T::decl(&self.config)));
        if self.texts.insert(place, text).is_none() {
            T::visit_dependencies(self);
        }
    }
}

/// A union of words, each with what it means.
fn union<'a>(name: &str, about: &str, words: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut text = format!("\n/** {about} */\nexport type {name} =");
    for (word, meaning) in words {
        let _ = write!(text, "\n  /** {meaning} */\n  | \"{word}\"");
    }
    text + ";\n"
}

/// One declaration as a person would write it: a comment on one line, a field on a line of its own.
fn tidy(declaration: &str) -> String {
    let folded = declaration.replace("/**\n * ", "/** ").replace("\n */", " */").replace(", };", ",\n};");
    let mut text = String::new();
    for line in folded.lines().map(str::trim_end) {
        let is_field = !line.starts_with([' ', '}']) && text.contains('{');
        let _ = write!(text, "\n{}{line}", if is_field { "  " } else { "" });
    }
    text + "\n"
}
