//! Whether a column is worth judging at all: a look at its first cells, and at the lengths of the others.
//! A column that is what it should be is not read twice.

use super::super::inspect::is_of_form;
use super::{blanks, ids};
use crate::dataset::{Column, Kind};
use crate::table::{Grid, Row};

/// How many cells are looked at closely.
const FIRST: usize = 256;

/// Which of these columns have something in them that may not be of its kind.
pub(super) fn odd(text: &str, grid: &Grid, columns: &[(&'static Column, u16)]) -> Vec<bool> {
    let may_be_numbers = ids::any_scientific_in(text);
    let looked: Vec<_> =
        columns.iter().map(|&(column, place)| look(text, grid, place, column, may_be_numbers)).collect();
    let mut odd: Vec<_> = looked.iter().map(|look| matches!(look, Look::Odd)).collect();
    let watched = looked.iter().zip(columns).enumerate().filter_map(|(nth, (look, &(column, place)))| match look {
        Look::Sound { usual } => Some(Watched { nth, place, usual: *usual, can_be_far: blanks::ends(column) }),
        Look::Odd | Look::Free => None,
    });
    let watched: Vec<_> = watched.collect();
    for row in (0..grid.rows()).map(Row) {
        for column in &watched {
            let cell = grid.span(row, column.place);
            let is_short = cell.len() < column.usual && !cell.is_empty();
            if is_short || blanks::may_be(text, cell, column.can_be_far) {
                odd[column.nth] = true;
            }
        }
    }
    odd
}

/// What a look at a column's first cells tells.
enum Look {
    /// Something is not of its kind.
    Odd,
    /// Everything is; where every cell is a long number, of how many digits.
    Sound { usual: usize },
    /// Its cells may say anything.
    Free,
}

/// A column whose other cells are worth a glance.
struct Watched {
    nth: usize,
    place: u16,
    usual: usize,
    can_be_far: bool,
}

fn look(text: &str, grid: &Grid, place: u16, column: &Column, may_be_numbers: bool) -> Look {
    let cells = (0..grid.rows()).map(|row| grid.cell(text, Row(row), place));
    let first = || cells.clone().filter(|cell| !cell.is_empty()).take(FIRST);
    match column.kind {
        Kind::Code | Kind::OneOf(_) | Kind::Text => Look::Free,
        Kind::Id if first().any(|id| ids::is_odd(&id)) => Look::Odd,
        Kind::Id if may_be_numbers && cells.clone().any(|id| ids::is_scientific(&id)) => Look::Odd,
        Kind::Id => match ids::usual_length(&first().collect::<Vec<_>>()) {
            Some((_, false)) => Look::Odd,
            Some((usual, true)) => Look::Sound { usual },
            None => Look::Sound { usual: 0 },
        },
        kind if first().any(|cell| !is_of_form(kind, &cell)) => Look::Odd,
        _ => Look::Sound { usual: 0 },
    }
}
