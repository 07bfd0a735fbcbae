//! Bytes into tables and what is wrong with them. It never fails: it returns what was understood
//! together with what was not.

mod agreed;
mod csv;
mod defect;
mod delivered;
mod handover;
mod inspect;
mod join;
mod keys;
mod mapped;
mod opened;
mod recognize;
mod refusal;
mod repair;
mod room;
mod sample;
pub mod text;
mod zeros;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::claims::PaidClaims;
use crate::contract::{Contract, Lag};
use crate::dataset::Dataset;
use crate::finding::Finding;
use crate::mapping::Mapping;
use crate::note::Note;
use crate::payer::Terms;
use crate::table::{Numbering, Subject, Table};
use crate::value::{Digest, gathered, side_by_side, sort_by, sort_by_key};

use defect::{Code, Defects};
use opened::Unread;
use refusal::Refusal;

pub use defect::{IntakeRule, RULES};
pub use delivered::{delivered_as, is_delivered, read_delivered, sample_delivered};
pub use handover::HandedOver;
pub use opened::{Given, Opened};
pub use recognize::recognize;
pub use room::Room;
pub use sample::{look, meant, sample};

/// A file as it was given.
#[derive(Debug, Serialize, Deserialize)]
pub struct File {
    /// Its name, with or without a path.
    pub name: String,
    /// Its bytes.
    #[serde(skip)]
    pub bytes: Vec<u8>,
    /// The table that somebody says it is; otherwise it is recognized.
    pub dataset: Option<Dataset>,
    /// Its digest, where the door has computed it already. Of a part it is that of the whole file.
    pub digest: Option<Digest>,
    /// Which part of the file these bytes are: a sheet of a workbook, a member of an archive.
    pub part: Option<String>,
    /// How the part was taken out of the file, where that took more than reading it.
    pub notes: Vec<Note>,
}

impl File {
    /// A file of which only its name and bytes are known.
    #[must_use]
    pub fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: bytes.into(), dataset: None, digest: None, part: None, notes: Vec::new() }
    }
}

/// How far a read has come.
#[derive(Debug, Clone, Copy)]
pub struct Progress<'a> {
    /// The file that is being read.
    pub file: &'a str,
    /// Rows read so far, of all files.
    pub rows: u64,
    /// Bytes read so far, of all files.
    pub done_bytes: u64,
    /// Bytes of all files.
    pub total_bytes: u64,
}

/// One file of a run, understood or not.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Input {
    /// The table that it was taken for.
    pub dataset: Option<Dataset>,
    /// Its name, without a path.
    pub file: String,
    /// The digest of its bytes.
    pub digest: Digest,
    /// Rows below the header, blank ones left out.
    pub rows: u32,
    /// Which part of the file it is, where it is not the whole.
    pub part: Option<String>,
    /// How it was read, where that took more than reading it.
    pub notes: Vec<Note>,
}

impl Input {
    /// What it is called where several files are spoken of: its name, with its part behind a `#`.
    #[must_use]
    pub fn label(&self) -> String {
        label(&self.file, self.part.as_deref())
    }
}

fn label(file: &str, part: Option<&str>) -> String {
    part.map_or_else(|| file.to_owned(), |part| format!("{file}#{part}"))
}

/// Everything that was received: the tables that could be read, and what speaks against them.
#[derive(Debug, Default)]
pub struct Received {
    inputs: Vec<Input>,
    tables: Vec<Table>,
    refused: Vec<Dataset>,
    defects: Vec<Finding>,
    people: usize,
    events: usize,
    paid_claims: Option<PaidClaims>,
    mapping: Option<Digest>,
}

impl Received {
    /// Reads the files for a contract. The order in which they are given changes nothing.
    pub fn read(files: Vec<File>, contract: &Contract, progress: &mut dyn FnMut(Progress<'_>)) -> Self {
        Self::read_with(files, contract, None, progress)
    }

    /// Reads the files for a contract as a mapping says, which the report then names by its digest. What was opened
    /// already must have been opened by the same mapping.
    pub fn read_with(
        files: impl IntoIterator<Item = impl Into<Given>>,
        contract: &Contract,
        mapping: Option<&Mapping>,
        progress: &mut dyn FnMut(Progress<'_>),
    ) -> Self {
        let given = read_delivered(files.into_iter().map(Into::into).collect(), &Terms::of(contract, mapping));
        Self::read_tables(given, contract, mapping, progress)
    }

    /// Reads what was given as a mapping says, where somebody else has read what is in payers' own formats
    /// ([`read_delivered`]) already.
    pub fn read_tables(
        mut given: Vec<Given>,
        contract: &Contract,
        mapping: Option<&Mapping>,
        progress: &mut dyn FnMut(Progress<'_>),
    ) -> Self {
        let total_bytes = given.iter().map(Given::size).sum();
        recognize::name_only_parts(&mut given);
        let mut opened = side_by_side(given.into_iter(), |given, _| given.opened(mapping), &mut |_, _| ());
        // Of two files of one table, the one that bears its name is read; else the first by name.
        sort_by_key(&mut opened, |Opened { input, .. }| {
            let named = recognize::by_stem(&input.file) == input.dataset;
            (input.dataset, !named, input.file.clone(), input.part.clone(), input.digest)
        });
        let (mut received, mut defects) = (Self::default(), Defects::default());
        let mut opened = opened.into_iter().peekable();
        while let Some(first) = opened.next() {
            let dataset = first.input.dataset;
            let mut files = vec![first];
            while let Some(next) = opened.next_if(|next| next.input.dataset == dataset) {
                files.push(next);
            }
            match dataset.filter(|dataset| dataset.definition().pilot.is_none_or(|pilot| pilot == contract.pilot)) {
                Some(dataset) => {
                    let choice = mapping.and_then(|mapping| mapping.choice(dataset));
                    received.take(dataset, files, choice, &mut defects);
                }
                None => received.inputs.extend(files.into_iter().map(|file| file.input)),
            }
        }
        sort_by(&mut received.inputs, |a, b| {
            (a.dataset, &a.file, &a.part, a.digest).cmp(&(b.dataset, &b.file, &b.part, b.digest))
        });
        received.inspect(contract, total_bytes, &mut defects, progress);
        received.defects = defects.0;
        received.mapping = mapping.map(Mapping::digest);
        received.fold_claims(contract);
        received
    }

    /// Claims count only as sums: of their rows those alone are kept that a finding shows.
    fn fold_claims(&mut self, contract: &Contract) {
        let Some(claims) = self.tables.iter_mut().find(|table| table.dataset() == Dataset::Claims) else { return };
        if let Some(Lag::ChainLadder(rule)) = contract.payment.as_ref().map(|payment| &payment.lag) {
            self.paid_claims = Some(PaidClaims::of(claims, rule.lag_grain));
        }
        let found = self.defects.iter().filter(|defect| defect.dataset == Dataset::Claims);
        let shown: BTreeSet<_> =
            gathered(found.filter_map(|defect| claims.row_of(defect.file.as_deref(), defect.line?)));
        claims.keep_only(&shown);
    }

    /// Numbers participants and events and inspects each table once it is numbered, while the next one is being.
    /// Numbers follow the order of the tables that come first in the pilot's work, the payer's own file among
    /// them, so that what is looked up together lies together.
    fn inspect(
        &mut self,
        contract: &Contract,
        total_bytes: u64,
        defects: &mut Defects,
        progress: &mut dyn FnMut(Progress<'_>),
    ) {
        sort_by_key(&mut self.tables, |table| (table.definition().pilot.is_none(), table.dataset() as usize));
        let mut numberings = Subject::ALL.map(|subject| {
            let first = self.tables.iter().find(|table| table.column(subject.column()).is_present());
            (subject, Numbering::with_capacity(first.map_or(0, Table::len) as usize))
        });
        let mut far = Far::of(&self.tables, total_bytes);
        let numbered = self.tables.iter_mut().map(|table| {
            for (subject, numbering) in &mut numberings {
                let numbers = inspect::number(table, *subject, contract.pilot, numbering);
                table.set_numbers(*subject, numbers);
            }
            &*table
        });
        let inspect = |table: &Table, tell: &mut dyn FnMut(u32)| inspect::inspect(table, contract, tell);
        let verdicts = side_by_side(numbered, inspect, &mut |table, rows| progress(far.with(table, rows)));
        for (table, verdict) in self.tables.iter_mut().zip(verdicts) {
            defects.0.extend(verdict.defects.0);
            table.use_no_further(&verdict.unused);
            table.set_days(verdict.days);
        }
        for (subject, numbering) in &numberings {
            zeros::doubt(&self.tables, *subject, numbering, contract.pilot, &mut self.inputs);
        }
        let [(_, people), (_, events)] = numberings;
        (self.people, self.events) = (people.count(), events.count());
    }

    /// Every file, by table and name.
    #[must_use]
    pub fn inputs(&self) -> &[Input] {
        &self.inputs
    }

    /// A table, if one was given that could be read.
    #[must_use]
    pub fn table(&self, dataset: Dataset) -> Option<&Table> {
        self.tables.iter().find(|table| table.dataset() == dataset)
    }

    /// Whether a table was given that could not be read.
    #[must_use]
    pub fn is_refused(&self, dataset: Dataset) -> bool {
        self.refused.contains(&dataset)
    }

    /// The claims as sums, where the contract's lag follows from them.
    #[must_use]
    pub(crate) const fn paid_claims(&self) -> Option<&PaidClaims> {
        self.paid_claims.as_ref()
    }

    /// The digest of the mapping file that the files were read with.
    #[must_use]
    pub const fn mapping(&self) -> Option<Digest> {
        self.mapping
    }

    /// What intake found, in the order in which it was met.
    #[must_use]
    pub fn defects(&self) -> &[Finding] {
        &self.defects
    }

    /// How many different participants, or events, all tables name.
    #[must_use]
    pub(crate) const fn count(&self, subject: Subject) -> usize {
        match subject {
            Subject::Person => self.people,
            Subject::Event => self.events,
        }
    }
}

/// How far the tables have been inspected.
struct Far {
    /// Of each table its file, its bytes, its rows, and how many of these are done.
    tables: Vec<(String, u64, u32, u32)>,
    total_bytes: u64,
}

impl Far {
    fn of(tables: &[Table], total_bytes: u64) -> Self {
        let begun = |table: &Table| (table.file().to_owned(), table.bytes(), table.len(), 0);
        Self { tables: tables.iter().map(begun).collect(), total_bytes }
    }

    /// Where all of them are once so many rows of one are done.
    fn with(&mut self, table: usize, rows: u32) -> Progress<'_> {
        self.tables[table].3 = rows;
        let share = |&(_, bytes, all, done): &(String, u64, u32, u32)| bytes * u64::from(done) / u64::from(all.max(1));
        Progress {
            file: &self.tables[table].0,
            rows: self.tables.iter().map(|&(.., done)| u64::from(done)).sum(),
            done_bytes: self.tables.iter().map(share).sum(),
            total_bytes: self.total_bytes,
        }
    }
}
