//! Findings as a sheet: the file that people forward, with what they need to find the person in their own system.

use std::collections::BTreeMap;

use crate::dataset::Dataset;
use crate::finding::Finding;
use crate::intake::Received;
use crate::record::{harmless, write_row};
use crate::steps::{Rule, rule};
use crate::table::Table;

/// The columns that every sheet has; those that are carried follow them.
const COLUMNS: [&str; 14] = [
    "control",
    "rule",
    "severity",
    "table",
    "file",
    "row",
    "key",
    "field",
    "stated",
    "expected",
    "message",
    "remedy",
    "other_table",
    "other_row",
];

/// These findings of a run as CSV, one a row, with these columns of the received files carried along.
///
/// A cell that a spreadsheet would run as a formula is made plain text by a leading apostrophe.
#[must_use]
pub fn findings_csv<'r>(
    findings: impl IntoIterator<Item = &'r Finding>,
    received: &'r Received,
    carried: &'r [(Dataset, String)],
) -> String {
    let (headers, rows) = findings_rows(findings, received, carried);
    let mut out = String::new();
    write_row(&mut out, headers.iter().map(String::as_str));
    for row in rows {
        let cells: Vec<_> = row.iter().map(|cell| harmless(cell)).collect();
        write_row(&mut out, cells.iter().map(AsRef::as_ref));
    }
    out
}

/// The same as headers and rows of cells, for who writes them in another form.
pub fn findings_rows<'r>(
    findings: impl IntoIterator<Item = &'r Finding>,
    received: &'r Received,
    carried: &'r [(Dataset, String)],
) -> (Vec<String>, impl Iterator<Item = Vec<String>>) {
    let carried: Vec<_> =
        carried.iter().filter_map(|(dataset, header)| Carried::of(received, *dataset, header)).collect();
    let headers = carried.iter().map(|column| format!("{}: {}", column.table.dataset(), column.header));
    let headers: Vec<_> = COLUMNS.into_iter().map(str::to_owned).chain(headers).collect();
    let mut rules = BTreeMap::new();
    let rows = findings.into_iter().map(move |finding| {
        let rule = rules.entry(finding.control).or_insert_with(|| rule(finding.control));
        let carried = carried.iter().map(|column| column.cell(finding));
        cells(received, rule.as_ref(), finding).into_iter().chain(carried).collect()
    });
    (headers, rows)
}

fn cells(received: &Received, rule: Option<&Rule>, finding: &Finding) -> [String; COLUMNS.len()] {
    let file = finding.file.as_deref().or_else(|| received.table(finding.dataset).map(Table::file)).unwrap_or_default();
    let line = |line: Option<u32>| line.map_or(String::new(), |line| line.to_string());
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        finding.control.to_owned(),
        rule.map_or(String::new(), |rule| rule.title.to_owned()),
        format!("{:?}", finding.severity).to_lowercase(),
        finding.dataset.to_string(),
        file.to_owned(),
        line(finding.line),
        text(&finding.key),
        finding.field.unwrap_or_default().to_owned(),
        text(&finding.stated),
        text(&finding.expected),
        finding.message.clone(),
        rule.map_or(String::new(), |rule| rule.remedy.clone()),
        finding.other.as_ref().map_or_else(
            || finding.missing_from.map_or(String::new(), |table| format!("missing from {table}")),
            |other| other.dataset.to_string(),
        ),
        line(finding.other.as_ref().map(|other| other.line)),
    ]
}

/// A column of a received file that goes along with each finding on its rows, on either side.
struct Carried<'r> {
    table: &'r Table,
    header: &'r str,
    place: usize,
}

impl<'r> Carried<'r> {
    fn of(received: &'r Received, dataset: Dataset, header: &'r str) -> Option<Self> {
        let table = received.table(dataset)?;
        let place = table.headers().iter().position(|name| name == header)?;
        Some(Self { table, header, place })
    }

    fn cell(&self, finding: &Finding) -> String {
        let row = finding.place_in(self.table.dataset()).and_then(|(file, line)| self.table.row_at(file, line));
        row.and_then(|mut cells| (self.place < cells.len()).then(|| cells.swap_remove(self.place))).unwrap_or_default()
    }
}
