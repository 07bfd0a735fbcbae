//! How values are read from the file: every field that a type declares, and a fault for every other; never a silent default.
//!
//! One declaration gives a section its fields, its documentation, its reading and its JSON Schema,
//! so that none of them can drift. A derived deserializer stops at the first fault; people who write
//! a contract want them all, each with its line.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use super::fault::{Faults, nearest};
use crate::value::Pilot;

/// A type that can be read from one value of the file.
pub(crate) trait Read: Sized {
    /// Reads the value, or notes what is wrong with it.
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self>;

    /// What stands for a field that was left out; most may not be.
    fn absent(faults: &mut Faults<'_>) -> Option<Self> {
        faults.note("it is missing", "add it");
        None
    }

    /// Whether a list of such values says something when it is empty.
    const LIST_MAY_BE_EMPTY: bool = false;

    /// Whether a file may leave it out.
    #[cfg(feature = "schema")]
    const MAY_BE_ABSENT: bool = false;

    /// The JSON Schema of the value.
    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value;
}

/// A type whose fields stand in a table, alone or beside those of others.
pub(crate) trait Section: Sized {
    /// The kind of pilot that has it; none when both do.
    const PILOT: Option<Pilot> = None;

    /// The names of its fields.
    fn names() -> Vec<&'static str>;

    /// Reads its fields.
    fn read(fields: &mut Fields<'_, '_, '_>) -> Option<Self>;

    /// Adds its fields to the JSON Schema of the table.
    #[cfg(feature = "schema")]
    fn describe(table: &mut super::schema::TableSchema);
}

/// One table of the file while it is read. It remembers what was asked for.
pub(crate) struct Fields<'v, 'f, 't> {
    table: &'v DeTable<'v>,
    faults: &'f mut Faults<'t>,
    known: Vec<&'static str>,
}

impl<'v> Fields<'v, '_, '_> {
    /// Reads a field; the default, if there is one, stands in for a field that was left out.
    pub(crate) fn read<T: Read>(&mut self, name: &'static str, default: Option<T>) -> Option<T> {
        let value = self.find(name);
        self.faults.within(name, |faults| match value {
            Some(value) => T::read(value, faults),
            None => default.or_else(|| T::absent(faults)),
        })
    }

    /// What the table says for a field, which is known from now on.
    fn find(&mut self, name: &'static str) -> Option<&'v DeValue<'v>> {
        self.known.push(name);
        self.table.get(name).map(toml::Spanned::get_ref)
    }

    /// Whether any of these fields is in the table.
    pub(crate) fn has_any(&self, names: &[&str]) -> bool {
        names.iter().any(|&name| self.table.contains_key(name))
    }

    /// Lets fields stand that are of no use here.
    pub(crate) fn tolerate(&mut self, names: Vec<&'static str>) {
        self.known.extend(names);
    }
}

/// Reads a table as a section, and notes every field that the section does not have.
pub(crate) fn read_table<S: Section>(table: &DeTable<'_>, faults: &mut Faults<'_>) -> Option<S> {
    let mut fields = Fields { table, faults, known: Vec::new() };
    let section = S::read(&mut fields);
    let known = fields.known;
    refuse_others(table, &known, &S::names(), faults);
    section
}

/// Notes every field that is not known. `names` are those that could stand there. Apart from the sections' types, so
/// that it is compiled once.
fn refuse_others(table: &DeTable<'_>, known: &[&str], names: &[&str], faults: &mut Faults<'_>) {
    for key in table.keys() {
        let key = key.get_ref().as_ref();
        if known.contains(&key) {
            continue;
        }
        let (what, mend) = if names.contains(&key) {
            (
                "it means nothing in this kind of pilot or payment",
                "remove it, or choose the kind that has it".to_owned(),
            )
        } else if let Some(meant) = nearest(key, names.iter().copied()) {
            ("there is no such field", format!("write {meant} if that was meant, or remove it"))
        } else {
            ("there is no such field", format!("remove it; those of its place are {}", names.join(", ")))
        };
        faults.note_at(key, what, mend);
    }
}

/// Fields that belong together. Where one kind of pilot has them, it has them all and the other none;
/// elsewhere they may be left out together.
impl<S: Section> Section for Option<S> {
    fn names() -> Vec<&'static str> {
        S::names()
    }

    fn read(fields: &mut Fields<'_, '_, '_>) -> Option<Self> {
        let belongs = match (S::PILOT, fields.faults.pilot()) {
            (Some(owner), Some(pilot)) => owner == pilot,
            _ => fields.has_any(&S::names()),
        };
        if belongs { S::read(fields).map(Some) } else { Some(None) }
    }

    #[cfg(feature = "schema")]
    fn describe(table: &mut super::schema::TableSchema) {
        table.optional(S::describe);
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        T::read(value, faults).map(Some)
    }

    fn absent(_: &mut Faults<'_>) -> Option<Self> {
        Some(None)
    }

    #[cfg(feature = "schema")]
    const MAY_BE_ABSENT: bool = true;

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        T::schema()
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        let DeValue::Array(array) = value else {
            return refuse(faults, value, "a list", "write the values in [ ], or give the section's name as [[name]]");
        };
        if array.is_empty() && !T::LIST_MAY_BE_EMPTY {
            faults.note("the list is empty", "write at least one value, or leave the field out");
        }
        let items: Vec<_> = array
            .iter()
            .enumerate()
            .map(|(nth, value)| faults.within(nth, |faults| T::read(value.get_ref(), faults)))
            .collect();
        items.into_iter().collect()
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "array", "items": T::schema(), "minItems": u8::from(!T::LIST_MAY_BE_EMPTY) })
    }
}

/// A table whose keys are the parties' own words.
impl<T: Read> Read for BTreeMap<String, T> {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        let DeValue::Table(table) = value else {
            return refuse(faults, value, "a table", "write name = value pairs below its name in [ ]");
        };
        let mut entries = Some(Self::new());
        for (key, value) in table {
            let key = key.get_ref().as_ref();
            let value = faults.within(key, |faults| T::read(value.get_ref(), faults));
            match (&mut entries, value) {
                (Some(entries), Some(value)) => _ = entries.insert(key.to_owned(), value),
                (entries, _) => *entries = None,
            }
        }
        entries
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "object", "additionalProperties": T::schema() })
    }
}

/// Notes that a value is of another type than it should be.
pub(crate) fn refuse<T>(faults: &mut Faults<'_>, value: &DeValue<'_>, wanted: &str, mend: &str) -> Option<T> {
    note_refused(faults, &shown(value), wanted, mend);
    None
}

/// A value as a fault names it.
fn shown(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("“{text}”"),
        DeValue::Integer(number) => format!("the number {number}"),
        DeValue::Float(number) => format!("the unquoted decimal {number}"),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Datetime(date) => format!("the unquoted date or time {date}"),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}

/// Notes that a text does not say what it should.
pub(crate) fn refuse_text<T>(faults: &mut Faults<'_>, text: &str, wanted: &str, mend: &str) -> Option<T> {
    note_refused(faults, &format!("“{text}”"), wanted, mend);
    None
}

fn note_refused(faults: &mut Faults<'_>, what: &str, wanted: &str, mend: &str) {
    faults.note(format!("{what} is not {wanted}"), mend);
}

/// Declares a section of the file: a struct whose fields are read by their names. Parts of `with` are
/// sections themselves, whose own fields stand in the same table; `in` names the kind of pilot that has them.
macro_rules! section {
    (
        $(#[doc = $about:literal])+
        $(#[derive($Derived:ident)])?
        $vis:vis struct $Name:ident $(in $Pilot:ident)? {
            $($(#[doc = $doc:literal])+ pub $field:ident: $Type:ty $(= $default:expr)?,)*
        }
        $(with {
            $($(#[doc = $part_doc:literal])+ pub $part:ident: $Part:ty,)+
        })?
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, PartialEq, Eq)]
        $(#[derive($Derived)])?
        $vis struct $Name {
            $($(#[doc = $doc])+ pub $field: $Type,)*
            $($($(#[doc = $part_doc])+ pub $part: $Part,)+)?
        }

        impl $crate::notation::reading::Section for $Name {
            $(const PILOT: Option<$crate::value::Pilot> = Some($crate::value::Pilot::$Pilot);)?

            fn names() -> Vec<&'static str> {
                let own: &[_] = &[$(stringify!($field)),*];
                [own $($(, &<$Part as $crate::notation::reading::Section>::names())+)?].concat()
            }

            fn read(fields: &mut $crate::notation::reading::Fields<'_, '_, '_>) -> Option<Self> {
                $(let $field = fields.read::<$Type>(stringify!($field), None $(.or(Some($default)))?);)*
                $($(let $part = <$Part as $crate::notation::reading::Section>::read(fields);)+)?
                Some(Self { $($field: $field?,)* $($($part: $part?,)+)? })
            }

            #[cfg(feature = "schema")]
            fn describe(table: &mut $crate::notation::schema::TableSchema) {
                $(table.field::<$Type>(stringify!($field), &[$($doc),+], false $(|| { let _ = stringify!($default); true })?);)*
                $($(<$Part as $crate::notation::reading::Section>::describe(table);)+)?
            }
        }

        impl $crate::notation::reading::Read for $Name {
            fn read(value: &toml::de::DeValue<'_>, faults: &mut $crate::notation::fault::Faults<'_>) -> Option<Self> {
                match value {
                    toml::de::DeValue::Table(table) => $crate::notation::reading::read_table(table, faults),
                    _ => $crate::notation::reading::refuse(faults, value, "a table", "write name = value pairs below its name in [ ]"),
                }
            }

            #[cfg(feature = "schema")]
            fn schema() -> serde_json::Value {
                $crate::notation::schema::TableSchema::of::<Self>(&[$($about),+])
            }
        }
    };
}

/// Declares a choice: one field's word says which section's fields stand beside it. Fields of the sections
/// that were not chosen are refused, unless `others may stand`.
macro_rules! choice {
    (
        $(#[doc = $about:literal])+
        pub enum $Name:ident by $tag:literal $($others:ident may stand)? {
            $($(#[doc = $doc:literal])+ $Variant:ident = $word:literal,)+
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum $Name {
            $($(#[doc = $doc])+ $Variant($Variant),)+
        }

        impl $crate::notation::reading::Section for $Name {
            fn names() -> Vec<&'static str> {
                [&[$tag][..] $(, &<$Variant as $crate::notation::reading::Section>::names())+].concat()
            }

            fn read(fields: &mut $crate::notation::reading::Fields<'_, '_, '_>) -> Option<Self> {
                $crate::notation::words::words! {
                    /// The words of the choice.
                    enum Word { $($(#[doc = $doc])+ $Variant = $word,)+ }
                }
                let word = fields.read::<Word>($tag, None);
                if word.is_none() $(|| { let $others = true; $others })? {
                    fields.tolerate(Self::names());
                }
                match word? {
                    $(Word::$Variant => <$Variant as $crate::notation::reading::Section>::read(fields).map(Self::$Variant),)+
                }
            }

            #[cfg(feature = "schema")]
            fn describe(table: &mut $crate::notation::schema::TableSchema) {
                let variants: &[(&str, $crate::notation::schema::Describe)] =
                    &[$(($word, <$Variant as $crate::notation::reading::Section>::describe)),+];
                table.choice($tag, &[$($about),+], variants);
                $(for $others in Self::names() { table.tolerate($others); })?
            }
        }
    };
}

pub(crate) use {choice, section};
