//! A table on its way from one memory to another, before a row of it was looked at: its text and its cells' places go whole,
//! and an outline tells how they are meant.

use serde::{Deserialize, Serialize};

use super::{Grid, Row, Table};
use crate::dataset::Dataset;

/// What is small of a table.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Outline {
    dataset: Dataset,
    file: String,
    headers: Vec<String>,
    places: Vec<Option<u16>>,
    grid: Grid,
    lost: Vec<(usize, Row)>,
}

impl Table {
    /// Takes it apart: its outline, its text and the places of its cells.
    pub(crate) fn into_pieces(self) -> (Outline, String, Vec<u32>) {
        let file = self.file().to_owned();
        let Self { dataset, text, mut grid, headers, places, lost, .. } = self;
        let bounds = grid.take_bounds();
        (Outline { dataset, file, headers, places, grid, lost }, text, bounds)
    }

    /// Puts it together again; none where the pieces are not of one table.
    pub(crate) fn from_pieces(outline: Outline, text: String, bounds: Vec<u32>) -> Option<Self> {
        let Outline { dataset, file, headers, places, grid, lost } = outline;
        let grid = grid.with_bounds(bounds, &text)?;
        let columns = dataset.definition().columns.len();
        let is_column = |place: &Option<u16>| place.is_none_or(|place| place < grid.width());
        let is_cell = |&(position, row): &(usize, Row)| position < columns && row.0 < grid.rows();
        let is_whole = places.len() == columns && places.iter().all(is_column) && lost.iter().all(is_cell);
        is_whole.then(|| Self::new(dataset, file, text, grid, headers, places).without(lost))
    }
}
