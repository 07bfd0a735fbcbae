//! What intake found, as findings: every message of `IN-1` to `IN-5` is worded here and nowhere else.

use super::refusal::Refusal;
use super::repair::day_of_serial;
use crate::dataset::{Dataset, Kind};
use crate::finding::{Finding, Severity};
use crate::mapping::synonyms;
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
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Unreadable => "IN-1",
            Self::NoColumn => "IN-2",
            Self::WrongType => "IN-3",
            Self::Repeated => "IN-4",
            Self::Missing => "IN-5",
        }
    }
}

/// What one of the five says, for people.
#[derive(Debug)]
pub struct IntakeRule {
    /// `IN-1` to `IN-5`.
    pub id: &'static str,
    /// What holds when nothing is wrong, as a heading.
    pub title: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// What to do about a finding.
    pub remedy: &'static str,
}

/// The five rules of intake.
pub static RULES: [IntakeRule; 5] = [
    IntakeRule {
        id: Code::Unreadable.id(),
        title: "The file can be read as a table",
        why: "Nothing that a file says counts until it can be read the same way by both parties.",
        remedy: "Export the table again as CSV, one row a line, with its header row.",
    },
    IntakeRule {
        id: Code::NoColumn.id(),
        title: "Every required column is there",
        why: "Without the column no row can be held against anything, so that the whole table is left out.",
        remedy: "Export the column too, or give the one that holds it the table's name for it.",
    },
    IntakeRule {
        id: Code::WrongType.id(),
        title: "Every value is of its type or list",
        why: "A value that has to be guessed would be guessed differently by the two parties. It is read as empty instead.",
        remedy: "Write the value in the form that the message names, at its source, and export the table again.",
    },
    IntakeRule {
        id: Code::Repeated.id(),
        title: "Every key stands once",
        why: "A row that stands twice counts twice. The first one was used and the later ones were left out.",
        remedy: "Remove the repeated row at its source, or correct its key.",
    },
    IntakeRule {
        id: Code::Missing.id(),
        title: "Every required value is there",
        why: "A row without this value cannot be matched or dated, and says nothing that could be held against it.",
        remedy: "Fill the value in at its source and export the table again.",
    },
];

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

    pub(super) fn no_columns(&mut self, dataset: Dataset, columns: &[&'static str], headers: &[String]) {
        let named = headers.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
        let found = named.clone().take(12).collect::<Vec<_>>().join(", ");
        for &column in columns {
            let likely = named.clone().filter(|name| synonyms::is_known(dataset, column, name));
            let likely = likely.map(|name| format!("“{name}”")).collect::<Vec<_>>().join(" or ");
            let mend = if likely.is_empty() {
                "Say which of its columns holds it, on the page or in a mapping file; or export it too.".to_owned()
            } else {
                format!("{likely} looks like it: say so in a mapping, or rename the column.")
            };
            self.push(Code::NoColumn, dataset, |finding| {
                finding.field = Some(column);
                finding.message = format!("The column {column} is missing. The header row has: {found}. {mend}");
            });
        }
    }

    #[cold]
    pub(super) fn cell(&mut self, code: Code, table: &Table, row: Row, position: usize, stated: &str) {
        let column = &table.definition().columns[position];
        self.push(code, table.dataset(), |finding| {
            (finding.file, finding.line) = (table.part(row), Some(table.line(row)));
            (finding.key, finding.field) = (Some(table.key(row)), Some(column.name));
            if code == Code::Missing {
                finding.message = format!("{} is empty. Fill it in at its source.", column.name);
                return;
            }
            finding.stated = Some(stated.to_owned());
            finding.message = match column.kind {
                Kind::OneOf(list) => format!("{} is “{stated}”, which is none of {}.", column.name, list.join(", ")),
                Kind::Id => format!("{} is “{stated}”, a number that a spreadsheet made of an id: its digits are gone. Export the column again as text.", column.name),
                kind => {
                    let is_dated = matches!(kind, Kind::Date | Kind::Timestamp);
                    let serial = day_of_serial(stated).filter(|_| is_dated);
                    let hint = serial.map(|day| format!(" As a spreadsheet's day number it would be {day}."));
                    let hint = hint.unwrap_or_default();
                    format!("{} is “{stated}”, which is not {}.{hint}", column.name, kind.form())
                }
            };
        });
    }

    /// A value that is none of the contract's.
    #[cold]
    pub(super) fn not_agreed(&mut self, table: &Table, row: Row, position: usize, stated: &str, known: &[&str]) {
        self.cell(Code::WrongType, table, row, position, stated);
        if let Some(finding) = self.0.last_mut() {
            let name = table.definition().columns[position].name;
            finding.message = format!("{name} is “{stated}”, which is none of the contract's {}.", known.join(", "));
        }
    }

    #[cold]
    pub(super) fn repeated(&mut self, table: &Table, row: Row, first: Row) {
        let key = table.key(row);
        self.push(Code::Repeated, table.dataset(), |finding| {
            (finding.file, finding.line) = (table.part(row), Some(table.line(row)));
            finding.field = Some(table.definition().key[0]);
            finding.stated = Some(key.clone());
            finding.other = Some(table.place(first));
            let elsewhere = table.part(first).filter(|part| finding.file.as_ref() != Some(part));
            let elsewhere = elsewhere.map(|file| format!(" of {file}")).unwrap_or_default();
            finding.message = format!(
                "{key} stands on line {}{elsewhere} already. That row was used; remove or correct this one.",
                table.line(first)
            );
            finding.key = Some(key);
        });
    }
}
