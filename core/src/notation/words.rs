//! Values that every such file has: texts, whole numbers, yes or no, and words of closed lists; never a float, never a guess.

use toml::de::DeValue;

use super::fault::{Faults, nearest};
use super::reading::{Read, refuse, refuse_text};

impl Read for String {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        match value {
            DeValue::String(text) if text.trim().is_empty() => {
                faults.note("the text is empty", "write it, or leave the field out where it may be");
                None
            }
            DeValue::String(text) if text.trim() != text.as_ref() => {
                refuse_text(faults, text, "trimmed, as the cells of tables are", "take the blanks at its ends away")
            }
            DeValue::String(text) => Some(text.to_string()),
            _ => refuse(faults, value, "a text", "put it in quotes"),
        }
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "string", "minLength": 1 })
    }
}

impl Read for bool {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        match value {
            DeValue::Boolean(flag) => Some(*flag),
            _ => refuse(faults, value, "true or false", "write one of the two, without quotes"),
        }
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "boolean" })
    }
}

impl Read for u32 {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        let number = match value {
            DeValue::Integer(number) => Self::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        number.or_else(|| refuse(faults, value, "a whole number of at least zero", "write its digits, without quotes"))
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "integer", "minimum": 0, "maximum": Self::MAX })
    }
}

/// Reads one word of a closed list, as its position.
pub(crate) fn read_word(value: &DeValue<'_>, words: &[&str], faults: &mut Faults<'_>) -> Option<usize> {
    let DeValue::String(text) = value else {
        return refuse(faults, value, "a word", &format!("write one of {} in quotes", words.join(", ")));
    };
    words.iter().position(|word| word == text).or_else(|| {
        let mend = match nearest(text, words.iter().copied()) {
            Some(meant) => format!("write {meant} if that was meant; the choices are {}", words.join(", ")),
            None => format!("write one of {}", words.join(", ")),
        };
        refuse_text(faults, text, "one of the choices", &mend)
    })
}

/// Declares a closed list of words.
macro_rules! words {
    (
        $(#[doc = $about:literal])+
        $vis:vis enum $Name:ident {
            $($(#[doc = $doc:literal])+ $Word:ident = $text:literal,)+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $Name {
            $($(#[doc = $doc])+ $Word,)+
        }

        #[allow(dead_code, reason = "not every list needs each")]
        impl $Name {
            /// Every word, in the order of the list.
            $vis const ALL: &[Self] = &[$(Self::$Word,)+];
            const NAMES: &[&str] = &[$($text,)+];

            /// The word as it is written.
            #[must_use]
            $vis const fn name(self) -> &'static str {
                match self {
                    $(Self::$Word => $text,)+
                }
            }
        }

        impl $crate::notation::reading::Read for $Name {
            fn read(value: &toml::de::DeValue<'_>, faults: &mut $crate::notation::fault::Faults<'_>) -> Option<Self> {
                $crate::notation::words::read_word(value, Self::NAMES, faults).map(|nth| Self::ALL[nth])
            }

            #[cfg(feature = "schema")]
            fn schema() -> serde_json::Value {
                serde_json::json!({ "enum": Self::NAMES })
            }
        }
    };
}

pub(crate) use words;
