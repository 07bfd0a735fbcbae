//! One file by itself, decoded, repaired and cut into rows: nothing of it rests on the contract or on another file.
//! So it may be opened anywhere, and the files of a run side by side.

use serde::{Deserialize, Serialize};

use super::delivered::delivered_as;
use super::mapped::{self, Mapped};
use super::recognize::{self, Known};
use super::refusal::Refusal;
use super::repair::{Repaired, repair, rewritten};
use super::text::{self, Forced, Header};
use super::{File, Input, csv, label};
use crate::dataset::{Dataset, name};
use crate::mapping::{self, FileMapping, Form, Mapping, synonyms};
use crate::note::Note;
use crate::table::Table;
use crate::value::Digest;

/// A file after its first reading, in which no row was looked at yet. Only opened files can be brought together: a
/// report on some of them says nothing about a report on all.
#[derive(Debug)]
pub struct Opened {
    pub(super) input: Input,
    pub(super) contents: Result<Table, Unread>,
}

/// Why a file is no table that could be read.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Unread {
    Refused(Refusal),
    Lacks {
        #[serde(deserialize_with = "name::columns")]
        columns: Vec<&'static str>,
        headers: Vec<String>,
    },
}

/// A file as a run takes it.
#[derive(Debug)]
pub enum Given {
    /// As it was given.
    File(File),
    /// Opened already, perhaps elsewhere.
    Opened(Box<Opened>),
}

impl Given {
    /// Opens a file by itself, unless what it says rests on the files beside it: those in a payer's own format are read
    /// together, and how a part is named depends on the others.
    #[must_use]
    pub fn alone(file: File, mapping: Option<&Mapping>) -> Self {
        if file.part.is_some() || delivered_as(&file).is_some() {
            return Self::File(file);
        }
        Self::Opened(Box::new(open(file, mapping)))
    }

    /// How many bytes it holds.
    pub(super) fn size(&self) -> u64 {
        match self {
            Self::File(file) => file.bytes.len() as u64,
            Self::Opened(opened) => opened.contents.as_ref().map_or(0, Table::bytes),
        }
    }

    pub(super) const fn unopened(&mut self) -> Option<&mut File> {
        match self {
            Self::File(file) => Some(file),
            Self::Opened(_) => None,
        }
    }

    pub(super) fn opened(self, mapping: Option<&Mapping>) -> Opened {
        match self {
            Self::File(file) => open(file, mapping),
            Self::Opened(opened) => *opened,
        }
    }
}

impl From<File> for Given {
    fn from(file: File) -> Self {
        Self::File(file)
    }
}

fn open(file: File, mapping: Option<&Mapping>) -> Opened {
    let Known { dataset, said } = recognize::known(&file, mapping);
    let digest = file.digest.unwrap_or_else(|| Digest::of(&file.bytes));
    let name = file.name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    let (contents, notes) = match (dataset, said) {
        (Some(dataset), Ok(said)) => read(dataset, label(&name, file.part.as_deref()), file.bytes, said),
        (Some(_), Err(tie)) => (Err(Unread::Refused(Refusal::Tie(tie))), Vec::new()),
        (None, Err(tie)) => (Err(Unread::Refused(Refusal::Unknown)), vec![mapped::doubt(&tie)]),
        (None, Ok(_)) => (Err(Unread::Refused(Refusal::Unknown)), Vec::new()),
    };
    let rows = contents.as_ref().map_or(0, Table::len);
    let notes = [file.notes, notes].concat();
    Opened { input: Input { dataset, file: name, digest, rows, part: file.part, notes }, contents }
}

/// Reads a file as one table, and says how.
fn read(
    dataset: Dataset,
    file: String,
    bytes: Vec<u8>,
    said: Option<&FileMapping>,
) -> (Result<Table, Unread>, Vec<Note>) {
    let refused = |refusal| (Err(Unread::Refused(refusal)), Vec::new());
    let form = said.map_or(Form::AS_IT_LOOKS, |said| said.form);
    let opened = match Refusal::of_start(&bytes) {
        Some(refusal) => return refused(refusal),
        None => text::open(bytes, &Forced::from(form), &synonyms::is_column),
    };
    match opened {
        Ok(text::Opened { text, header, mut notes, .. }) => (cut(dataset, file, text, header, said, &mut notes), notes),
        Err(refusal) => refused(refusal),
    }
}

/// Cuts a text into the rows of a table, whose words and dates are read as somebody said and whose damaged columns
/// are repaired.
pub(super) fn cut(
    dataset: Dataset,
    file: String,
    mut text: String,
    header: Header,
    said: Option<&FileMapping>,
    notes: &mut Vec<Note>,
) -> Result<Table, Unread> {
    let columns = dataset.definition().columns;
    let fits = mapping::places(dataset, &header.names, said);
    let lacks = columns.iter().zip(&fits).filter(|(column, fit)| column.required && fit.is_none());
    let lacks: Vec<_> = lacks.map(|(column, _)| column.name).collect();
    if !lacks.is_empty() {
        return Err(Unread::Lacks { columns: lacks, headers: header.names });
    }
    let places: Vec<_> = fits.iter().map(|fit| fit.map(|fit| fit.place as u16)).collect();
    let width = places.iter().flatten().max().map_or(1, |last| last + 1);
    let mut grid = csv::rows(&text, &header, width).map_err(Unread::Refused)?;
    let Mapped { edits, notes: told } = mapped::read(columns, &text, &grid, &header.names, &fits, said);
    notes.extend(told);
    if !edits.is_empty() {
        text = rewritten(&text, &grid, &edits);
        grid = csv::rows(&text, &header, width).map_err(Unread::Refused)?;
    }
    let Repaired { text: repaired, notes: told, lost } = repair(&text, &grid, columns, &places);
    notes.extend(told);
    if let Some(repaired) = repaired {
        text = repaired;
        grid = csv::rows(&text, &header, width).map_err(Unread::Refused)?;
    }
    Ok(Table::new(dataset, file, text, grid, header.names, places).without(lost))
}
