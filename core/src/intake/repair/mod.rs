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
    /// Cells that say nothing any more, by the column's position in the table.
    pub(super) lost: Vec<(usize, Row)>,
}

/// Looks at every column that Tieout reads, and judges those in which something is not of its kind.
pub(super) fn repair(text: &str, grid: &Grid, columns: &'static [Column], places: &[Option<u16>]) -> Repaired {
    let read = columns.iter().zip(places).filter_map(|(column, place)| Some((column, (*place)?)));
    let read: Vec<_> = read.filter(|(column, _)| column.kind != Kind::Text).collect();
    let (has_unseen, is_odd) = (unseen::any_in(text), suspicion::odd(text, grid, &read));
    let odd = read.into_iter().zip(is_odd).filter(|&(_, is_odd)| has_unseen || is_odd);
    let mut odd: Vec<_> = odd.map(|((column, place), _)| (place, Cells::of(text, grid, place, column))).collect();
    for (_, cells) in &mut odd {
        if has_unseen {
            unseen::judge(cells);
        }
        blanks::judge(cells);
    }
    let habits = Habits::of(odd.iter().map(|(_, cells)| cells));
    let (mut notes, mut changed, mut lost) = (Vec::new(), BTreeMap::new(), Vec::new());
    for (place, mut cells) in odd {
        judge(&mut cells, &habits);
        let position = columns.iter().position(|column| column.name == cells.column().name);
        let told = cells.told();
        notes.extend(told.notes);
        changed.extend(told.edits.into_iter().map(|(row, cell)| ((row, place), cell)));
        lost.extend(position.into_iter().flat_map(|position| told.lost.iter().map(move |&row| (position, row))));
    }
    let text = (!changed.is_empty()).then(|| rewritten(text, grid, &changed));
    Repaired { text, notes, lost }
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
