//! The mapping file as it is written: what may stand in it, and where it contradicts itself or the tables.

use std::collections::{BTreeMap, BTreeSet};

use toml::de::DeValue;

use super::{Choice, ColumnMapping, DateForm, Delimiter, Encoding, FileMapping, Form, Quote, TableChoice};
use crate::dataset::{Column, Dataset, Kind};
use crate::notation::fault::{Faults, nearest};
use crate::notation::reading::{Read, refuse, refuse_text, section};

section! {
    /// Which header of a file is which column of a table, and which of its words is which agreed value.
    pub(super) struct Written {
        /// How each sort of file is read. A file is of that sort if it has every header that is named here; one in a payer's
        /// own format has the table's own, and of it only words are read otherwise.
        pub file: Vec<WrittenFile> = Vec::new(),
        /// Which files count, where several are of one table.
        pub table: Vec<WrittenTable> = Vec::new(),
    }
}

section! {
    /// How one sort of file is read.
    pub(super) struct WrittenFile {
        /// The table that it is.
        pub table: Dataset,
        /// The table that the file's name or headers say it is, where that is another.
        pub instead_of: Option<Dataset>,
        /// Further headers by which it is known from others, where those of its columns are not enough.
        pub headers: Vec<String> = Vec::new(),
        /// The sheet of a workbook, or the member of an archive, that it is.
        pub sheet: Option<String>,
        /// In which encoding it is, where looking at it tells wrong.
        pub encoding: Option<Encoding>,
        /// What stands between two cells, where looking at it tells wrong.
        pub delimiter: Option<Delimiter>,
        /// How its cells are quoted, where looking at it tells wrong.
        pub quote: Option<Quote>,
        /// The line of the header row, where looking at it tells wrong.
        pub header_line: Option<u32>,
        /// For each column of the table, the file's header for it; nothing where the file has no such column.
        pub columns: BTreeMap<String, Meaning> = BTreeMap::new(),
        /// For each column whose words differ, what each word means; nothing for one that stands for an empty cell.
        pub values: BTreeMap<String, BTreeMap<String, Meaning>> = BTreeMap::new(),
        /// For each column whose dates differ, the form in which they are written.
        pub dates: BTreeMap<String, DateForm> = BTreeMap::new(),
    }
}

section! {
    /// Which files of one table count.
    pub(super) struct WrittenTable {
        /// The table.
        pub table: Dataset,
        /// Which of its files.
        pub files: Choice,
    }
}

/// What a word or a column is in the other's words, or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Meaning(String);

impl Read for Meaning {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        match value {
            DeValue::String(text) if text.is_empty() => Some(Self(String::new())),
            _ => String::read(value, faults).map(Self),
        }
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "string" })
    }
}

impl Read for Dataset {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        let text = String::read(value, faults)?;
        Self::named(&text).or_else(|| {
            let mend = match nearest(&text, Self::ALL.iter().map(|dataset| dataset.name())) {
                Some(meant) => format!("write {meant} if that was meant"),
                None => "write the name of a reference table, as roster or payer_attribution".to_owned(),
            };
            refuse_text(faults, &text, "a table", &mend)
        })
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "enum": Self::ALL.iter().map(|dataset| dataset.name()).collect::<Vec<_>>() })
    }
}

impl Read for Choice {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        match value {
            DeValue::String(text) if text == "join" => Some(Self::Join),
            DeValue::String(text) if text == "last" => Some(Self::Last),
            DeValue::Array(_) => Vec::read(value, faults).map(Self::Only),
            _ => refuse(
                faults,
                value,
                "a choice of files",
                "write \"join\", \"last\", or the names of the files that count as [\"a.csv\", \"b.csv\"]",
            ),
        }
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "anyOf": [{ "enum": ["join", "last"] }, <Vec<String> as Read>::schema()] })
    }
}

/// Notes what cannot be meant.
pub(super) fn contradictions(written: &Written, faults: &mut Faults<'_>) {
    let mut shapes = Vec::new();
    for (nth, file) in written.file.iter().enumerate() {
        faults.within("file", |faults| faults.within(nth, |faults| of_file(file, faults)));
        let understood = file.understood();
        let shape = (understood.shape(), understood.form);
        let is_known = !shape.0.2.is_empty();
        if let Some(first) = shapes.iter().position(|seen| *seen == shape).filter(|_| is_known) {
            let what = format!("it names the same headers as file[{first}], so that no file could tell which is meant");
            let mend = "remove one of the two, or name a header in headers that only one of the files has";
            faults.within("file", |faults| faults.note_at(nth, what, mend));
        }
        shapes.push(shape);
    }
    let mut chosen = BTreeSet::new();
    for (nth, table) in written.table.iter().enumerate() {
        if !chosen.insert(table.table) {
            let what = format!("{} was chosen above already", table.table);
            faults.within("table", |faults| faults.note_at(nth, what, "keep one of the two"));
        }
    }
}

fn of_file(file: &WrittenFile, faults: &mut Faults<'_>) {
    if !file.understood().names_something() {
        let mend = "write column = \"header\" pairs below [file.columns]";
        faults.note("it names no header, so that no file is known by it", mend);
    }
    if file.instead_of == Some(file.table) {
        let what = format!("{} is the table that it is", file.table);
        faults.note_at("instead_of", what, "remove it, or name the table that the file only seems to be");
    }
    if file.header_line == Some(0) {
        faults.note_at("header_line", "a spreadsheet has no line 0", "count lines from 1");
    }
    let column = |part: &'static str, name: &str, faults: &mut Faults<'_>| {
        faults.within(part, |faults| column_named(file.table, name, faults))
    };
    for name in file.columns.keys() {
        column("columns", name, faults);
    }
    for (name, words) in &file.values {
        if let Some(known) = column("values", name, faults) {
            faults.within("values", |faults| faults.within(name.as_str(), |faults| of_values(known, words, faults)));
        }
    }
    for name in file.dates.keys() {
        let Some(known) = column("dates", name, faults) else { continue };
        if !matches!(known.kind, Kind::Date | Kind::Timestamp | Kind::Month) {
            let what = format!("{name} holds {}, not dates", known.kind.form());
            faults.within("dates", |faults| faults.note_at(name.as_str(), what, "remove it"));
        }
    }
}

fn column_named(dataset: Dataset, name: &str, faults: &mut Faults<'_>) -> Option<&'static Column> {
    let columns = dataset.definition().columns;
    let known = columns.iter().find(|column| column.name == name);
    if known.is_none() {
        let names = || columns.iter().map(|column| column.name);
        let mend = match nearest(name, names()) {
            Some(meant) => format!("write {meant} if that was meant"),
            None => format!("name one of {}", names().collect::<Vec<_>>().join(", ")),
        };
        faults.note_at(name, format!("{dataset} has no such column"), mend);
    }
    known
}

fn of_values(column: &Column, words: &BTreeMap<String, Meaning>, faults: &mut Faults<'_>) {
    if !matches!(column.kind, Kind::Code | Kind::OneOf(_)) {
        let what = format!("{} holds {}, not words of a list", column.name, column.kind.form());
        faults.note(what, "remove it: only the words of codes are translated");
    }
    for (word, Meaning(meaning)) in words {
        if word.trim().is_empty() {
            faults.note_at(word.as_str(), "an empty cell has no word", "remove it: what is empty stays empty");
        }
        if let Kind::OneOf(list) = column.kind
            && !meaning.is_empty()
            && !list.contains(&meaning.as_str())
        {
            let mend = match nearest(meaning, list.iter().copied()) {
                Some(meant) => format!("write {meant} if that was meant; the choices are {}", list.join(", ")),
                None => format!("write one of {}", list.join(", ")),
            };
            faults.note_at(word.as_str(), format!("“{meaning}” is not an agreed value of {}", column.name), mend);
        }
    }
}

impl Written {
    /// What the file says.
    pub(super) fn understood(self) -> (Vec<FileMapping>, Vec<TableChoice>) {
        let tables = self.table.into_iter().map(|table| TableChoice { dataset: table.table, files: table.files });
        (self.file.iter().map(WrittenFile::understood).collect(), tables.collect())
    }
}

impl WrittenFile {
    fn understood(&self) -> FileMapping {
        let column = |column: &Column| {
            let values = self.values.get(column.name).into_iter().flatten();
            let understood = ColumnMapping {
                field: column.name,
                header: self.columns.get(column.name).map(|Meaning(header)| header.clone()),
                values: values.map(|(word, Meaning(meaning))| (word.trim().to_owned(), meaning.clone())).collect(),
                dates: self.dates.get(column.name).copied(),
            };
            (!understood.says_nothing()).then_some(understood)
        };
        FileMapping {
            dataset: self.table,
            instead_of: self.instead_of,
            headers: self.headers.clone(),
            sheet: self.sheet.clone(),
            form: Form {
                encoding: self.encoding,
                delimiter: self.delimiter,
                quote: self.quote,
                header_line: self.header_line,
            },
            columns: self.table.definition().columns.iter().filter_map(column).collect(),
        }
    }
}
