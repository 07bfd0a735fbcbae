//! Several files of one table: its parts are joined, and of others one governs. What was given twice is never counted twice.

use std::hash::{BuildHasher, Hasher};

use foldhash::fast::FixedState;
use hashbrown::HashTable;

use super::defect::Defects;
use super::text::{Header, quoted};
use super::{Input, Opened, Received, Unread, csv};
use crate::dataset::{Dataset, Role};
use crate::mapping::{Choice, canonical};
use crate::note::{Note, NoteKind};
use crate::table::{Column, Row, Table};

impl Received {
    /// Takes the files of one table: the first of those that count, and its parts among the others.
    pub(super) fn take(
        &mut self,
        dataset: Dataset,
        files: Vec<Opened>,
        choice: Option<&Choice>,
        defects: &mut Defects,
    ) {
        let inputs: Vec<_> = files.iter().map(|file| &file.input).collect();
        let chosen = choice.filter(|_| files.len() > 1).map(|choice| chosen(choice, &inputs));
        let chosen = chosen.filter(|chosen| !chosen.is_empty());
        let governing: Vec<_> = chosen.iter().flatten().map(|&nth| inputs[nth].label()).collect();
        let (mut first, mut parts) = (None, Vec::new());
        for (nth, Opened { mut input, contents }) in files.into_iter().enumerate() {
            let is_left_out = chosen.as_ref().is_some_and(|chosen| !chosen.contains(&nth));
            match (&first, contents) {
                _ if is_left_out => input.notes.push(left_out(&governing)),
                (None, contents) => {
                    first = Some(input.label());
                    parts.push(self.inputs.len());
                    self.take_first(dataset, &input, contents, defects);
                }
                (Some(first), contents) => match self.add(dataset, contents, chosen.is_some()) {
                    Some(()) => parts.push(self.inputs.len()),
                    None => defects.given_twice(dataset, &input.label(), first),
                },
            }
            self.inputs.push(input);
        }
        if let [_, _, ..] = parts[..] {
            let names: Vec<_> = parts.iter().map(|&part| self.inputs[part].label()).collect();
            for part in parts {
                self.inputs[part].notes.push(joined(&names, chosen.is_some()));
            }
        }
    }

    fn take_first(&mut self, dataset: Dataset, input: &Input, contents: Result<Table, Unread>, defects: &mut Defects) {
        match contents {
            Ok(table) => return self.tables.push(table),
            Err(Unread::Refused(refusal)) => defects.unreadable(dataset, &input.label(), refusal),
            Err(Unread::Lacks { columns, headers }) => defects.no_columns(dataset, &columns, &headers),
        }
        self.refused.push(dataset);
    }

    /// Adds a further file of a table to it, if it is a part of it or somebody says so.
    fn add(&mut self, dataset: Dataset, contents: Result<Table, Unread>, is_said: bool) -> Option<()> {
        let table = self.tables.iter_mut().find(|table| table.dataset() == dataset)?;
        let other = contents.ok().filter(|other| is_said || are_parts(table, other))?;
        join(table, other)
    }
}

/// Whether two files are parts of one table: both have the same columns, and nothing stands in both.
///
/// A log or a record may speak of one subject in both of its files. A source that does so was probably given twice, as it
/// was at two dates, and the later would have to replace the earlier.
fn are_parts(first: &Table, other: &Table) -> bool {
    let definition = first.definition();
    let has_same =
        definition.columns.iter().all(|c| first.place_of(c.name).is_some() == other.place_of(c.name).is_some());
    let parts = if definition.role == Role::Source { &definition.key[..1] } else { definition.key };
    has_same && are_apart(first, other, parts)
}

/// Whether no row of one table has the key of a row of the other. A key of which nothing is there is nobody's.
fn are_apart(first: &Table, other: &Table, key: &[&str]) -> bool {
    let columns = |table| -> Vec<Column<'_>> { key.iter().map(|name| Table::column(table, name)).collect() };
    let (own, others) = (columns(first), columns(other));
    let is_named = |columns: &[Column<'_>], row| columns.iter().any(|column| !column.is_empty(row));
    let hasher = FixedState::default();
    let hash = |columns: &[Column<'_>], row| {
        let mut state = hasher.build_hasher();
        for column in columns {
            state.write(column.id(row).as_bytes());
            state.write_u8(0xff);
        }
        state.finish()
    };
    let mut known = HashTable::with_capacity(first.len() as usize);
    for row in first.all_rows().filter(|&row| is_named(&own, row)) {
        let hash = hash(&own, row);
        known.insert_unique(hash, (hash, row), |&(hash, _)| hash);
    }
    other.all_rows().filter(|&row| is_named(&others, row)).all(|row| {
        let hash = hash(&others, row);
        let is_it =
            |&(of, seen): &(u64, Row)| of == hash && own.iter().zip(&others).all(|(a, b)| a.id(seen) == b.id(row));
        known.find(hash, is_it).is_none()
    })
}

/// Puts the rows of one file below those of another, if there is room for both.
fn join(first: &mut Table, other: Table) -> Option<()> {
    let names = |table: &Table| table.headers().iter().map(|header| canonical(header)).collect::<Vec<_>>();
    let is_alike = names(first) == names(&other) && first.layout() == other.layout();
    let other = if is_alike { other } else { laid_out_as(first, &other)? };
    first.join(other)
}

/// A table with its cells where another has them, and those that the other does not have behind them. Its lines stay.
fn laid_out_as(first: &Table, other: &Table) -> Option<Table> {
    let (delimiter, width) = first.layout();
    let sources = sources(first, other);
    let further: Vec<_> = (0..other.headers().len()).filter(|place| !sources.contains(&Some(*place))).collect();
    let order: Vec<_> = sources.into_iter().chain(further.iter().copied().map(Some)).collect();
    let (mut text, mut line) = (String::new(), 1);
    for row in other.all_rows() {
        while line < other.line(row) {
            text.push('\n');
            line += 1;
        }
        let cells = other.cells(row);
        for (nth, source) in order.iter().enumerate() {
            if nth > 0 {
                text.push(char::from(delimiter));
            }
            let cell = source.and_then(|place| cells.get(place)).map_or("", String::as_str);
            text.push_str(&quoted(cell, delimiter));
        }
        text.push('\n');
        line += 1;
    }
    let headers = first.headers().iter().chain(further.iter().map(|&place| &other.headers()[place])).cloned().collect();
    let header = Header { names: headers, delimiter, line: 0, end: 0 };
    let grid = csv::rows(&text, &header, width).ok()?;
    let places = first.definition().columns.iter().map(|column| first.place_of(column.name).map(|place| place as u16));
    let table = Table::new(first.dataset(), other.file().to_owned(), text, grid, header.names, places.collect());
    Some(table.without(other.lost().to_vec()))
}

/// For each header of one file, the place of the same in another: of a column that is read, or else of its name.
fn sources(first: &Table, other: &Table) -> Vec<Option<usize>> {
    let mut sources: Vec<Option<usize>> = vec![None; first.headers().len()];
    for column in first.definition().columns {
        if let (Some(place), Some(source)) = (first.place_of(column.name), other.place_of(column.name)) {
            sources[place] = Some(source);
        }
    }
    for (place, header) in first.headers().iter().enumerate() {
        if sources[place].is_none() {
            let same = other.headers().iter().position(|name| canonical(name) == canonical(header));
            sources[place] = same.filter(|same| !sources.contains(&Some(*same)));
        }
    }
    sources
}

/// Which of several files of one table count, as somebody said: the places of those among them.
fn chosen(choice: &Choice, files: &[&Input]) -> Vec<usize> {
    let all = 0..files.len();
    match choice {
        Choice::Join => all.collect(),
        Choice::Last => all.max_by_key(|&nth| (&files[nth].file, &files[nth].part)).into_iter().collect(),
        Choice::Only(names) => {
            let is_named =
                |nth: &usize| names.iter().any(|name| *name == files[*nth].file || *name == files[*nth].label());
            all.filter(is_named).collect()
        }
    }
}

/// That a file is one of several that were read as one table.
fn joined(names: &[String], is_said: bool) -> Note {
    let why = if is_said { "as the mapping says" } else { "since nothing stands in two of them" };
    note(format!("It is one of {} files that were read as one table, {why}: {}.", names.len(), names.join(", ")))
}

/// That a file does not count, since somebody said which do.
fn left_out(names: &[String]) -> Note {
    let verb = if names.len() == 1 { "governs" } else { "govern" };
    note(format!("It was left out: the mapping says that {} {verb}.", names.join(" and ")))
}

fn note(message: String) -> Note {
    Note { kind: NoteKind::Governed, field: None, cells: 0, line: None, message }
}
