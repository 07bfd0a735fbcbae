//! Rows of the user's own files, as the files have them: what a finding points at, never what was made of it.

use tieout::finding::Place;
use tieout::table::Table;
use tieout::{Dataset, Finding, Received};

use super::dataset;
use crate::protocol::{Carried, Evidence};

/// The row that a spreadsheet shows at this line of a table's file, and the column that a finding is about.
pub(super) fn row(received: &Received, dataset: Dataset, line: u32, field: Option<&str>) -> Option<Evidence> {
    let table = received.table(dataset)?;
    let cells = table.headers().iter().cloned().zip(table.row_at(line)?).collect();
    let meant = field.and_then(|field| table.place_of(field)).map(|place| place as u32);
    Some(Evidence { dataset: dataset.name().to_owned(), file: file(received, dataset)?.to_owned(), line, cells, meant })
}

/// The name of the file that was read as this table.
pub(super) fn file(received: &Received, dataset: Dataset) -> Option<&str> {
    received.inputs().iter().find(|input| input.dataset == Some(dataset)).map(|input| input.file.as_str())
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
                rows.push((dataset, line_in(finding, dataset).and_then(|line| table.row_at(line))));
            }
            let (_, cells) = rows.iter().find(|(of, _)| *of == dataset)?;
            cells.as_ref()?.get(place).cloned()
        };
        self.columns.iter().map(&mut cell).collect()
    }

    /// One cell beside a finding.
    pub(super) fn cell(&self, column: usize, finding: &Finding) -> Option<String> {
        let (table, place) = (*self.columns.get(column)?)?;
        table.row_at(line_in(finding, table.dataset())?)?.into_iter().nth(place)
    }
}

fn line_in(finding: &Finding, dataset: Dataset) -> Option<u32> {
    let here = finding.line.map(|line| Place { dataset: finding.dataset, line });
    here.into_iter().chain(finding.other).find(|place| place.dataset == dataset).map(|place| place.line)
}
