//! Whether a column is worth judging at all: a look at its first cells, and at the lengths of the others.
//! A column that is what it should be is not read twice.

use super::super::inspect::is_of_form;
use super::{blanks, ids};
use crate::dataset::{Column, Kind};
use crate::table::{Grid, Row};

/// How many cells are looked at closely.
const FIRST: usize = 256;

/// Whether something in the column may not be of its kind.
pub(super) fn is_odd(text: &str, grid: &Grid, place: u16, column: &Column) -> bool {
    if matches!(column.kind, Kind::Code | Kind::OneOf(_) | Kind::Text) {
        return false;
    }
    let rows = || (0..grid.rows()).map(Row);
    let cells = rows().map(|row| grid.cell(text, row, place)).filter(|cell| !cell.is_empty());
    let first: Vec<_> = cells.take(FIRST).collect();
    let usual = match column.kind {
        Kind::Id => match ids::usual_length(&first) {
            _ if first.iter().any(|id| ids::is_odd(id)) => return true,
            Some((length, is_every)) if is_every => Some(length),
            Some(_) => return true,
            None => None,
        },
        kind if first.iter().any(|cell| !is_of_form(kind, cell)) => return true,
        _ => None,
    };
    let can_be_far = blanks::ends(column);
    rows().any(|row| {
        let span = grid.span(row, place);
        let is_short = usual.is_some_and(|length| !span.is_empty() && span.len() < length);
        is_short || blanks::may_be(text, span, can_be_far)
    })
}
