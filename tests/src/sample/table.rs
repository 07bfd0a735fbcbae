//! A file under construction: rows that know what is wrong with them, so that an answer's line and
//! key come from where the row ends up, and from nowhere else.

use serde::Serialize;

/// A finding that the file must give rise to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Answer {
    /// The control, or the intake rule.
    pub control: &'static str,
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

/// What a row must be found guilty of.
#[derive(Debug, Clone)]
pub(super) struct Charge {
    pub(super) control: &'static str,
    pub(super) missing_from: Option<&'static str>,
    pub(super) planted: String,
}

impl Charge {
    pub(super) fn new(control: &'static str, planted: impl Serialize) -> Self {
        Self { control, missing_from: None, planted: word(planted) }
    }

    pub(super) fn missing_from(mut self, dataset: &'static str) -> Self {
        self.missing_from = Some(dataset);
        self
    }
}

/// The name of a fault, as answers carry it.
pub(super) fn word(planted: impl Serialize) -> String {
    let value = serde_json::to_value(planted).expect("a unit variant is a word");
    value.as_str().expect("a unit variant is a word").to_owned()
}

/// One row, as it will be written.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<String>,
    pub(super) charges: Vec<Charge>,
}

impl Row {
    pub(super) fn new<const N: usize>(cells: [String; N]) -> Self {
        Self { cells: cells.into(), charges: Vec::new() }
    }

    pub(super) fn charged(mut self, charge: Charge) -> Self {
        self.charges.push(charge);
        self
    }
}

/// A file of one dataset; its rows stand in the order of the file.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) header: &'static [&'static str],
    /// The columns that make the key.
    pub(super) key: &'static [usize],
    pub(super) rows: Vec<Row>,
}

impl Table {
    pub(super) fn to_csv(&self) -> Vec<u8> {
        let mut out = csv::Writer::from_writer(Vec::new());
        let written = out
            .write_record(self.header)
            .and_then(|()| self.rows.iter().try_for_each(|row| out.write_record(&row.cells)));
        written.expect("memory takes every byte, and each row has the header's columns");
        out.into_inner().expect("memory takes every byte")
    }

    pub(super) fn answers(&self) -> impl Iterator<Item = Answer> {
        self.rows.iter().zip(2..).flat_map(move |(row, line)| {
            row.charges.iter().map(move |charge| Answer {
                control: charge.control,
                dataset: self.name,
                line: Some(line),
                key: Some(self.key_of(row)),
                missing_from: charge.missing_from,
                planted: charge.planted.clone(),
            })
        })
    }

    fn key_of(&self, row: &Row) -> String {
        let parts: Vec<&str> = self.key.iter().map(|&column| row.cells[column].as_str()).collect();
        parts.join("/")
    }
}
