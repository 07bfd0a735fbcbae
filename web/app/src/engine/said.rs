//! What the page says about a file, and what a mapping file says: one in the words of the other, both ways.

use tieout::mapping::{ColumnMapping, DateForm, Delimiter, Encoding, FileMapping, Form, Quote};
use tieout::{Dataset, Note, NoteKind};

use crate::protocol::{FormView, NoteKindView, NoteView, Said, SaidColumn};

/// As a mapping says it.
pub(super) fn mapping(said: &Said, dataset: Dataset) -> FileMapping {
    FileMapping {
        headers: said.headers.clone(),
        sheet: said.sheet.clone(),
        form: form(&said.form),
        columns: said.columns.iter().filter_map(|column| column_mapping(column, dataset)).collect(),
        ..FileMapping::new(dataset)
    }
}

fn column_mapping(said: &SaidColumn, dataset: Dataset) -> Option<ColumnMapping> {
    let known = dataset.definition().columns.iter().find(|column| column.name == said.field)?;
    Some(ColumnMapping {
        header: said.header.clone(),
        values: said.values.iter().cloned().collect(),
        dates: said.dates.as_deref().and_then(date_form),
        ..ColumnMapping::new(known.name)
    })
}

/// As the page says it.
pub(super) fn said(mapping: &FileMapping) -> Said {
    let column = |column: &ColumnMapping| SaidColumn {
        field: column.field.to_owned(),
        header: Some(column.header.clone().unwrap_or_else(|| column.field.to_owned())),
        values: column.values.clone().into_iter().collect(),
        dates: column.dates.map(|form| form.name().to_owned()),
        by_you: false,
    };
    Said {
        dataset: Some(mapping.dataset.name().to_owned()),
        headers: mapping.headers.clone(),
        sheet: mapping.sheet.clone(),
        form: FormView {
            encoding: mapping.form.encoding.map(|encoding| encoding.name().to_owned()),
            delimiter: mapping.form.delimiter.map(|delimiter| delimiter.name().to_owned()),
            quote: mapping.form.quote.map(|quote| quote.name().to_owned()),
            header_line: mapping.form.header_line,
        },
        columns: mapping.columns.iter().map(column).collect(),
    }
}

/// How a text is read. A word that is none is as if nothing were said: the page has the words from here.
pub(super) fn form(view: &FormView) -> Form {
    let of_name = |name: &String| Encoding::ALL.iter().copied().find(|encoding| encoding.name() == name);
    let of_sign = |sign: &String| Delimiter::ALL.iter().copied().find(|delimiter| delimiter.name() == sign);
    let of_habit = |habit: &String| Quote::ALL.iter().copied().find(|quote| quote.name() == habit);
    Form {
        encoding: view.encoding.as_ref().and_then(of_name),
        delimiter: view.delimiter.as_ref().and_then(of_sign),
        quote: view.quote.as_ref().and_then(of_habit),
        header_line: view.header_line,
    }
}

/// The form of dates of this name.
pub(super) fn date_form(name: &str) -> Option<DateForm> {
    DateForm::ALL.iter().copied().find(|form| form.name() == name)
}

/// One thing to know about how a file was read.
pub(super) fn note(note: &Note) -> NoteView {
    NoteView {
        kind: KINDS.iter().find(|(kind, _)| *kind == note.kind).map_or(NoteKindView::Read, |(_, view)| *view),
        field: note.field.map(str::to_owned),
        cells: note.cells,
        line: note.line,
        message: note.message.clone(),
    }
}

/// The same for the core. What is told of a part before it is read is about no column.
pub(super) fn note_of(view: &NoteView) -> Note {
    Note {
        kind: KINDS.iter().find(|(_, kind)| *kind == view.kind).map_or(NoteKind::Read, |(kind, _)| *kind),
        field: None,
        cells: view.cells,
        line: view.line,
        message: view.message.clone(),
    }
}

const KINDS: [(NoteKind, NoteKindView); 5] = [
    (NoteKind::Read, NoteKindView::Read),
    (NoteKind::Mapped, NoteKindView::Mapped),
    (NoteKind::Repaired, NoteKindView::Repaired),
    (NoteKind::Doubted, NoteKindView::Doubted),
    (NoteKind::Governed, NoteKindView::Governed),
];
