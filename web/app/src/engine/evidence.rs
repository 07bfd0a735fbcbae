//! Rows of the user's own files, as the files have them: what a finding points at, never what was made of it.

use tieout::table::Table;
use tieout::{Dataset, Finding, Received};

use super::dataset;
use crate::protocol::{Carried, Evidence};

/// The row that a finding is about or that shows it, by its table, file and line, and the column that the finding is about.
pub(super) fn row(
    received: &Received,
    dataset: Dataset,
    place: (Option<&str>, u32),
    field: Option<&str>,
) -> Option<Evidence> {
    let (file, line) = place;
    let table = received.table(dataset)?;
    let cells = table.headers().iter().cloned().zip(table.row_at(file, line)?).collect();
    let meant = field.and_then(|field| table.place_of(field)).map(|place| place as u32);
    let file = file.unwrap_or_else(|| table.file()).to_owned();
    Some(Evidence { dataset: dataset.name().to_owned(), file, line, cells, meant })
}

/// The columns that the user carries, found in their files.
#[derive(Debug)]
pub(super) struct Columns<'r> {
    columns: Vec<Option<(&'r Table, usize)>>,
}

impl<'r> Columns<'r> {
    /// Finds each column; one that is not there stays empty in every row.
    pub(super) fn of(carried: &[Carried], received: &'r Received) -> Self {
        let find = |column: &Carried| {
            let table = received.table(dataset(&column.dataset)?)?;
            Some((table, table.headers().iter().position(|header| *header == column.header)?))
        };
        Self { columns: carried.iter().map(find).collect() }
    }

    /// The cells beside a finding: from its own row, or from the row on the far side, whichever is of that table.
    pub(super) fn cells(&self, finding: &Finding) -> Vec<Option<String>> {
        let mut rows: Vec<(Dataset, Option<Vec<String>>)> = Vec::new();
        let mut cell = |column: &Option<(&Table, usize)>| {
            let (table, place) = (*column)?;
            let dataset = table.dataset();
            if !rows.iter().any(|(of, _)| *of == dataset) {
                rows.push((dataset, finding.place_in(dataset).and_then(|(file, line)| table.row_at(file, line))));
            }
            let (_, cells) = rows.iter().find(|(of, _)| *of == dataset)?;
            cells.as_ref()?.get(place).cloned()
        };
        self.columns.iter().map(&mut cell).collect()
    }

    /// One cell beside a finding.
    pub(super) fn cell(&self, column: usize, finding: &Finding) -> Option<String> {
        let (table, place) = (*self.columns.get(column)?)?;
        let (file, line) = finding.place_in(table.dataset())?;
        table.row_at(file, line)?.into_iter().nth(place)
    }
}
