//! The TypeScript types of the words that serialize themselves; never compiled into a door.

use std::path::PathBuf;

use ts_rs::{Config, TS};

use crate::dataset::Dataset;
use crate::mapping::DateForm;
use crate::value::{Digest, Step};

/// A closed list of words as a union, in which each word says what it means.
macro_rules! words {
    ($type:ident as $name:literal, $about:literal, $word:expr) => {
        impl TS for $type {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;

            fn docs() -> Option<String> {
                Some(concat!("/** ", $about, " */\n").to_owned())
            }

            fn name(_: &Config) -> String {
                $name.to_owned()
            }

            fn inline(_: &Config) -> String {
                let words = Self::ALL.iter().copied().map($word);
                words.map(|(word, meaning)| format!("\n  /** {meaning} */\n  | \"{word}\"")).collect()
            }

            fn decl(config: &Config) -> String {
                format!("type {} ={};", $name, Self::inline(config))
            }

            fn output_path() -> Option<PathBuf> {
                Some(concat!($name, ".ts").into())
            }
        }
    };
}

words!(
    Dataset as "DatasetName",
    "The canonical name of a table, and the stem of a file that needs no recognition.",
    |dataset| (dataset.name(), dataset.definition().about)
);
words!(
    Step as "Step",
    "One step of a pilot: a record that somebody makes, and the controls that it must pass.",
    |step| (step.to_string(), step.title())
);

words!(
    DateForm as "DateForm",
    "A form in which the dates of a column are written.",
    |form| (form.name(), form.example())
);

impl TS for Digest {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(_: &Config) -> String {
        "`sha256:${string}`".to_owned()
    }

    fn inline(config: &Config) -> String {
        Self::name(config)
    }
}
