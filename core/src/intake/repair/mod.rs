//! What spreadsheets destroy, put right where it is certain for a whole column, and told where it is not.
//! A cell that stands alone in its oddness is left as it is: that it is wrong is a finding.

mod blanks;
mod cells;
mod dates;
mod ids;
mod months;
mod numbers;
mod shapes;
mod suspicion;
mod timestamps;
mod unseen;

use std::collections::BTreeMap;

use crate::dataset::{Column, Kind};
use crate::note::Note;
use crate::table::{Grid, Row};

use super::text::quoted;
use cells::Cells;
use dates::Habits;

pub(super) use dates::day_of_serial;

/// What became of a table's text.
pub(super) struct Repaired {
    /// The text anew, with the same rows and columns; none where no cell was changed.
    pub(super) text: Option<String>,
    /// What was done, and what is only odd.
    pub(super) notes: Vec<Note>,
}

/// Looks at every column that Tieout reads, and judges those in which something is not of its kind.
pub(super) fn repair(text: &str, grid: &Grid, columns: &'static [Column], places: &[Option<u16>]) -> Repaired {
    let has_unseen = unseen::any_in(text);
    let read = columns.iter().zip(places).filter_map(|(column, place)| Some((column, (*place)?)));
    let odd = read.filter(|&(column, place)| {
        column.kind != Kind::Text && (has_unseen || suspicion::is_odd(text, grid, place, column))
    });
    let mut odd: Vec<_> = odd.map(|(column, place)| (place, Cells::of(text, grid, place, column))).collect();
    for (_, cells) in &mut odd {
        unseen::judge(cells);
        blanks::judge(cells);
    }
    let habits = Habits::of(odd.iter().map(|(_, cells)| cells));
    let (mut notes, mut changed) = (Vec::new(), BTreeMap::new());
    for (place, mut cells) in odd {
        judge(&mut cells, &habits);
        let (told, edits) = cells.told();
        notes.extend(told);
        changed.extend(edits.into_iter().map(|(row, cell)| ((row, place), cell)));
    }
    let text = (!changed.is_empty()).then(|| rewritten(text, grid, &changed));
    Repaired { text, notes }
}

/// The judgment that a column's kind asks for.
fn judge(cells: &mut Cells<'_>, habits: &Habits) {
    match cells.kind() {
        Kind::Id => {
            ids::judge(cells);
            shapes::judge(cells);
        }
        Kind::Date => dates::judge(cells, habits),
        Kind::Timestamp => timestamps::judge(cells, habits),
        Kind::Month => months::judge(cells),
        Kind::Count | Kind::Money => numbers::judge(cells),
        Kind::Code | Kind::OneOf(_) | Kind::Text | Kind::Pct => {}
    }
}

/// The text with these cells in the place of its own.
pub(super) fn rewritten(text: &str, grid: &Grid, changed: &BTreeMap<(Row, u16), String>) -> String {
    let (mut out, mut from) = (String::with_capacity(text.len()), 0);
    for (&(row, place), cell) in changed {
        let span = grid.span(row, place);
        out.push_str(&text[from..span.start]);
        out.push_str(&quoted(cell, grid.delimiter()));
        from = span.end;
    }
    out.push_str(&text[from..]);
    out
}
