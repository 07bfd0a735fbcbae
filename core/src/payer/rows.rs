//! Rows on their way to a table: each keeps the line of its source, and no two share one.

use std::fmt::Write as _;

use crate::dataset::Dataset;
use crate::value::sort_by_key;

/// The columns that payers' files fill, table by table.
const FILLED: [(Dataset, &[&str]); 4] = [
    (
        Dataset::PayerAttribution,
        &["participant_id", "attribution_date", "attribution_end_date", "product", "birth_date"],
    ),
    (Dataset::PayerEligibility, &["participant_id", "eligibility_status", "start_date", "end_date"]),
    (Dataset::Claims, &["claim_id", "participant_id", "service_date", "paid_date", "paid_amount"]),
    (Dataset::UtilizationFeed, &["encounter_id", "participant_id", "service_date", "kind"]),
];

/// The only column in which a payer's own words stand as they were sent: every other word is one of the tables' or the contract's.
pub(crate) const OWN_WORDS: (Dataset, &str) = (Dataset::PayerAttribution, "product");

/// The headers of the table in which a payer's own words stand.
pub(super) fn headers_of_own_words() -> Vec<String> {
    let filled = FILLED.iter().filter(|(dataset, _)| *dataset == OWN_WORDS.0);
    filled.flat_map(|(_, columns)| *columns).map(|&column| column.to_owned()).collect()
}

/// The rows that one source gives to one table.
#[derive(Debug)]
pub(super) struct Rows {
    table: usize,
    records: Vec<(u32, String)>,
}

impl Rows {
    pub(super) fn attribution() -> Self {
        Self { table: 0, records: Vec::new() }
    }

    pub(super) fn eligibility() -> Self {
        Self { table: 1, records: Vec::new() }
    }

    pub(super) fn claims() -> Self {
        Self { table: 2, records: Vec::new() }
    }

    pub(super) fn utilization() -> Self {
        Self { table: 3, records: Vec::new() }
    }

    pub(super) fn dataset(&self) -> Dataset {
        FILLED[self.table].0
    }

    pub(super) fn columns(&self) -> &'static [&'static str] {
        FILLED[self.table].1
    }

    pub(super) fn len(&self) -> usize {
        self.records.len()
    }

    /// Adds the row of a line, its cells in the order of the columns.
    pub(super) fn put<const N: usize>(&mut self, line: u32, cells: [&str; N]) {
        debug_assert_eq!(N, self.columns().len());
        let mut record = String::new();
        for (at, cell) in cells.into_iter().enumerate() {
            if at > 0 {
                record.push(',');
            }
            if cell.contains([',', '"', '\n', '\r']) {
                // Writing to a string cannot fail.
                let _ = write!(record, "\"{}\"", cell.replace('"', "\"\""));
            } else {
                record.push_str(cell);
            }
        }
        self.records.push((line, record));
    }

    /// The records, each on its line. One whose line is taken stands on the next.
    pub(super) fn into_text(mut self) -> String {
        sort_by_key(&mut self.records, |&(line, _)| line);
        let (mut text, mut next) = (String::new(), 1);
        for (line, record) in self.records {
            for _ in next..line {
                text.push('\n');
            }
            text.push_str(&record);
            text.push('\n');
            next = line.max(next) + 1;
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_stands_on_its_line_and_none_is_lost() {
        let mut rows = Rows::eligibility();
        rows.put(4, ["b,c", "eligible", "", ""]);
        rows.put(2, ["a", "eligible", "2026-01-01", ""]);
        rows.put(4, ["\"d\"", "eligible", "", ""]);
        let text = "\na,eligible,2026-01-01,\n\n\"b,c\",eligible,,\n\"\"\"d\"\"\",eligible,,\n";
        assert_eq!(rows.into_text(), text);
    }
}
