//! What intake found, as findings: every message of `IN-1` to `IN-5` is worded here and nowhere else.

use super::refusal::Refusal;
use crate::dataset::{Dataset, Kind};
use crate::finding::{Finding, Severity};
use crate::table::{Row, Table};

/// One of the five ways in which a file falls short of being a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Code {
    /// The file cannot be read as a table.
    Unreadable,
    /// A required column is missing.
    NoColumn,
    /// A value is not of its type or its closed list.
    WrongType,
    /// A key is repeated.
    Repeated,
    /// A required value is missing where no field control covers it.
    Missing,
}

impl Code {
    const fn id(self) -> &'static str {
        match self {
            Self::Unreadable => "IN-1",
            Self::NoColumn => "IN-2",
            Self::WrongType => "IN-3",
            Self::Repeated => "IN-4",
            Self::Missing => "IN-5",
        }
    }
}

/// The findings of a read.
#[derive(Debug, Default)]
pub(super) struct Defects(pub(super) Vec<Finding>);

impl Defects {
    fn push(&mut self, code: Code, dataset: Dataset, complete: impl FnOnce(&mut Finding)) {
        let mut finding = Finding::new(code.id(), Severity::Block, dataset);
        complete(&mut finding);
        self.0.push(finding);
    }

    pub(super) fn unreadable(&mut self, dataset: Dataset, file: &str, refusal: Refusal) {
        self.push(Code::Unreadable, dataset, |finding| {
            finding.key = Some(file.to_owned());
            finding.message = refusal.to_string();
        });
    }

    pub(super) fn given_twice(&mut self, dataset: Dataset, file: &str, first: &str) {
        self.push(Code::Unreadable, dataset, |finding| {
            finding.key = Some(file.to_owned());
            finding.message =
                format!("{dataset} was given twice. {first} was read and {file} was left out: give one of them, or join them into one file.");
        });
    }

    pub(super) fn no_column(&mut self, dataset: Dataset, column: &'static str, headers: &[String]) {
        self.push(Code::NoColumn, dataset, |finding| {
            finding.field = Some(column);
            let found: Vec<_> = headers.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).take(12).collect();
            finding.message = format!("The column {column} is missing. The header row has: {}. Rename the column that holds it, or export it too.", found.join(", "));
        });
    }

    #[cold]
    pub(super) fn cell(&mut self, code: Code, table: &Table, row: Row, position: usize, stated: &str) {
        let column = &table.definition().columns[position];
        self.push(code, table.dataset(), |finding| {
            (finding.line, finding.key, finding.field) = (Some(table.line(row)), Some(table.key(row)), Some(column.name));
            if code == Code::Missing {
                finding.message = format!("{} is empty. Fill it in at its source.", column.name);
                return;
            }
            finding.stated = Some(stated.to_owned());
            finding.message = match column.kind {
                Kind::OneOf(list) => format!("{} is “{stated}”, which is none of {}.", column.name, list.join(", ")),
                kind => format!("{} is “{stated}”, which is not {}.", column.name, kind.form()),
            };
        });
    }

    #[cold]
    pub(super) fn repeated(&mut self, table: &Table, row: Row, first: Row) {
        let key = table.key(row);
        self.push(Code::Repeated, table.dataset(), |finding| {
            finding.line = Some(table.line(row));
            finding.field = Some(table.definition().key[0]);
            finding.stated = Some(key.clone());
            finding.other = Some(table.place(first));
            finding.message = format!("{key} stands on line {} already. That row was used; remove or correct this one.", table.line(first));
            finding.key = Some(key);
        });
    }
}
