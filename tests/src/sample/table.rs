//! A file under construction: rows that know what is wrong with them, so that an answer's line and
//! key come from where the row ends up, and from nowhere else.

use std::fmt::Display;

use serde::Serialize;

/// A finding that the files must give rise to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Answer {
    /// The control, or the intake rule.
    pub control: String,
    /// The table that it is about.
    pub dataset: &'static str,
    /// The row as a spreadsheet numbers it; none when it is about the whole table.
    pub line: Option<u32>,
    /// The row's key as written.
    pub key: Option<String>,
    /// The table in which the row has no counterpart.
    pub missing_from: Option<&'static str>,
    /// What was planted; a word for people, which no checker says.
    pub planted: String,
}

impl Answer {
    /// A finding about a whole table.
    pub(crate) fn about(dataset: &'static str, control: impl Into<String>, planted: impl Serialize) -> Self {
        Self { control: control.into(), dataset, line: None, key: None, missing_from: None, planted: word(planted) }
    }

    /// The same finding, about what is not there.
    pub(crate) fn keyed(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// Where it stands in a report: intake first, then the controls as the catalogue has them.
    pub(crate) fn in_report(&self) -> impl Ord + '_ {
        const KINDS: &str = "FGVTRLC";
        let (step, rule) = self.control.split_once('-').unwrap_or_default();
        let kind = rule.chars().next().and_then(|kind| KINDS.find(kind));
        (step != "IN", step, kind, rule, self.dataset, self.line, &self.key)
    }
}

/// What a row must be found guilty of.
#[derive(Debug, Clone)]
pub(crate) struct Charge {
    control: String,
    missing_from: Option<&'static str>,
    planted: String,
}

impl Charge {
    pub(crate) fn new(control: impl Into<String>, planted: impl Serialize) -> Self {
        Self { control: control.into(), missing_from: None, planted: word(planted) }
    }

    pub(crate) fn missing_from(mut self, dataset: &'static str) -> Self {
        self.missing_from = Some(dataset);
        self
    }
}

/// The name of a fault, as answers carry it.
fn word(planted: impl Serialize) -> String {
    let value = serde_json::to_value(planted).expect("a unit variant is a word");
    value.as_str().expect("a unit variant is a word").to_owned()
}

/// One row, as it will be written.
#[derive(Debug, Default, Clone)]
pub(crate) struct Row {
    pub(crate) cells: Vec<String>,
    pub(crate) charges: Vec<Charge>,
}

/// A row of cells, each written as it is displayed.
macro_rules! row {
    ($($cell:expr),+ $(,)?) => {
        $crate::sample::table::Row { cells: vec![$($cell.to_string()),+], charges: Vec::new() }
    };
}
pub(crate) use row;

impl Row {
    pub(crate) fn charge(&mut self, charge: Charge) {
        self.charges.push(charge);
    }

    pub(crate) fn charged(mut self, charge: impl Into<Option<Charge>>) -> Self {
        self.charges.extend(charge.into());
        self
    }

    pub(crate) fn with(mut self, column: usize, cell: impl Display) -> Self {
        self.cells[column] = cell.to_string();
        self
    }

    /// Overwrites a cell, and says what must be found because of it.
    pub(crate) fn spoil(&mut self, column: usize, cell: impl Display, charge: impl Into<Option<Charge>>) {
        self.cells[column] = cell.to_string();
        self.charges.extend(charge.into());
    }
}

/// A cell that may be empty.
pub(crate) fn or_empty(cell: Option<impl Display>) -> String {
    cell.map_or_else(String::new, |cell| cell.to_string())
}

/// A file of one dataset. Rows are written as they come and not kept, so that a large one takes no
/// more room than its bytes.
pub(crate) struct Table {
    name: &'static str,
    /// The columns that make the key.
    key: &'static [usize],
    out: csv::Writer<Vec<u8>>,
    line: u32,
    answers: Vec<Answer>,
}

/// A file that is written, and what must be found in it.
pub(crate) struct Written {
    pub(crate) name: &'static str,
    pub(crate) bytes: Vec<u8>,
    pub(crate) answers: Vec<Answer>,
}

impl Table {
    pub(crate) fn new(name: &'static str, header: &[&str], key: &'static [usize]) -> Self {
        let mut out = csv::Writer::from_writer(Vec::new());
        out.write_record(header).expect("memory takes every byte");
        Self { name, key, out, line: 1, answers: Vec::new() }
    }

    pub(crate) fn push(&mut self, row: Row) {
        self.line += 1;
        let key = |row: &Row| self.key.iter().map(|&column| row.cells[column].as_str()).collect::<Vec<_>>().join("/");
        let answers = row.charges.iter().map(|charge| Answer {
            control: charge.control.clone(),
            dataset: self.name,
            line: Some(self.line),
            key: Some(key(&row)),
            missing_from: charge.missing_from,
            planted: charge.planted.clone(),
        });
        self.answers.extend(answers);
        self.out.write_record(row.cells).expect("memory takes every byte, and each row has the header's columns");
    }

    /// What must be found and no row of the table shows.
    pub(crate) fn answer(&mut self, answer: Answer) {
        self.answers.push(answer);
    }

    pub(crate) fn written(self) -> Written {
        let bytes = self.out.into_inner().expect("memory takes every byte");
        Written { name: self.name, bytes, answers: self.answers }
    }
}

impl Extend<Row> for Table {
    fn extend<I: IntoIterator<Item = Row>>(&mut self, rows: I) {
        rows.into_iter().for_each(|row| self.push(row));
    }
}
