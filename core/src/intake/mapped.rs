//! A text as its table has it: words as agreed and dates in the tables' form, where somebody said what they mean.
//! Headers, rows and lines stay as they are.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::dataset::{Column, Kind};
use crate::mapping::{ColumnMapping, DateForm, FileMapping, Fit, Tie, Why};
use crate::note::{Note, NoteKind};
use crate::table::{Grid, Row};
use crate::value::{Month, without_offset};

/// What a mapping makes of a table's text.
pub(super) struct Mapped {
    /// The cells that mean something else than they say.
    pub(super) edits: BTreeMap<(Row, u16), String>,
    /// What was read as what.
    pub(super) notes: Vec<Note>,
}

/// What was done to the cells of one column.
#[derive(Debug, Clone, Copy, Default)]
struct Done {
    cells: u32,
    first: Option<u32>,
}

/// Reads the cells of a text as somebody said that they are meant. `fits` are the places of the table's columns.
pub(super) fn read(
    columns: &'static [Column],
    text: &str,
    grid: &Grid,
    headers: &[String],
    fits: &[Option<Fit>],
    said: Option<&FileMapping>,
) -> Mapped {
    let mut mapped = Mapped { edits: BTreeMap::new(), notes: Vec::new() };
    for (column, fit) in columns.iter().zip(fits) {
        let Some(fit) = *fit else { continue };
        let said = said.and_then(|said| said.column(column.name));
        let done = said.map(|said| translate(text, grid, column.kind, fit.place as u16, said, &mut mapped.edits));
        let done = done.unwrap_or_default();
        if fit.why != Why::Same || done.cells > 0 {
            let header = headers.get(fit.place).map_or("", |header| header.trim());
            mapped.notes.push(note(column.name, header, fit.why, done));
        }
    }
    mapped
}

/// The cells of one column that mean something else than they say.
fn translate(
    text: &str,
    grid: &Grid,
    kind: Kind,
    place: u16,
    said: &ColumnMapping,
    edits: &mut BTreeMap<(Row, u16), String>,
) -> Done {
    let mut done = Done::default();
    if said.values.is_empty() && said.dates.is_none() {
        return done;
    }
    for row in (0..grid.rows()).map(Row) {
        if let Some(meant) = meaning(&grid.cell(text, row, place), kind, said) {
            edits.insert((row, place), meant.into_owned());
            done.cells += 1;
            done.first.get_or_insert_with(|| grid.line(row));
        }
    }
    done
}

fn note(field: &'static str, header: &str, why: Why, done: Done) -> Note {
    let named = match why {
        Why::Same => String::new(),
        Why::Alike => format!("“{header}” was read as {field}: the same name but for blanks and signs."),
        Why::Said => format!("“{header}” was read as {field}, as the mapping says."),
    };
    let changed = match done.cells {
        0 => String::new(),
        1 => format!("1 cell of {field} was translated as the mapping says."),
        cells => format!("{cells} cells of {field} were translated as the mapping says."),
    };
    let message = [named, changed].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    Note { kind: NoteKind::Mapped, field: Some(field), cells: done.cells, line: done.first, message }
}

/// Several parts of a mapping fit a file that nothing else tells of.
pub(super) fn doubt(tie: &Tie) -> Note {
    let message = format!("{tie} Or give the file its table's name.");
    Note { kind: NoteKind::Doubted, field: None, cells: 0, line: None, message }
}

/// What a cell means, where that is not what it says.
fn meaning<'m>(written: &str, kind: Kind, said: &'m ColumnMapping) -> Option<Cow<'m, str>> {
    if written.is_empty() {
        return None;
    }
    let word = said.values.get(written).map(|meant| Cow::Borrowed(meant.as_str()));
    let meant = word.or_else(|| moment(written, said.dates?, kind).map(Cow::Owned))?;
    (meant != written).then_some(meant)
}

/// A date, a month, or a date with a time, as tables write it.
fn moment(written: &str, form: DateForm, kind: Kind) -> Option<String> {
    let Some(day) = form.read(written) else {
        let (date, time) = written.split_once(['T', ' ']).filter(|_| kind == Kind::Timestamp)?;
        return Some(format!("{}T{}", form.read(date)?, clock_time(time.trim())?));
    };
    Some(if kind == Kind::Month { Month::of(day).to_string() } else { day.to_string() })
}

/// A time of day by twenty-four hours, with whatever offset follows it.
fn clock_time(text: &str) -> Option<String> {
    let upper = text.to_ascii_uppercase();
    let (plain, offset) = without_offset(&upper);
    let half = ["AM", "PM"].into_iter().find_map(|half| Some((plain.strip_suffix(half)?.trim_end(), half == "PM")));
    let (time, is_afternoon) = half.map_or((plain, None), |(time, is_afternoon)| (time, Some(is_afternoon)));
    let (hour, rest) = time.split_once(':')?;
    let hour: u32 = hour.parse().ok()?;
    let hour = match is_afternoon {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(is_afternoon) => hour % 12 + if is_afternoon { 12 } else { 0 },
        None => hour,
    };
    Some(format!("{hour:02}:{rest}{offset}"))
}
