//! Bytes into tables and what is wrong with them. It never fails: it returns what was understood
//! together with what was not.

mod agreed;
mod csv;
mod defect;
mod inspect;
mod keys;
mod recognize;
mod refusal;
pub mod text;

use std::collections::BTreeSet;

use crate::claims::PaidClaims;
use crate::contract::{Contract, Lag};
use crate::dataset::Dataset;
use crate::finding::Finding;
use crate::note::Note;
use crate::table::{Numbering, Subject, Table};
use crate::value::{Clock, Digest, Pilot};

use defect::{Code, Defects};
use refusal::Refusal;
use text::{Forced, Header, canonical};

pub use defect::{IntakeRule, RULES};
pub use recognize::recognize;

/// A file as it was given.
#[derive(Debug)]
pub struct File {
    /// Its name, with or without a path.
    pub name: String,
    /// Its bytes.
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
#[derive(Debug, Clone)]
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
}

impl Received {
    /// Reads the files for a contract. The order in which they are given changes nothing.
    pub fn read(mut files: Vec<File>, contract: &Contract, progress: &mut dyn FnMut(Progress<'_>)) -> Self {
        let total_bytes = files.iter().map(|file| file.bytes.len() as u64).sum();
        recognize::name_only_parts(&mut files);
        let mut opened = open_all(files);
        // Of two files of one table, the one that bears its name is read; else the first by name.
        opened.sort_by_cached_key(|Opened { input, .. }| {
            let named = recognize::by_stem(&input.file) == input.dataset;
            (input.dataset, !named, input.file.clone(), input.part.clone())
        });
        let (mut received, mut defects) = (Self::default(), Defects::default());
        for Opened { input, contents } in opened {
            if let Some(dataset) = input.dataset
                && dataset.definition().pilot.is_none_or(|pilot| pilot == contract.pilot)
            {
                received.take(dataset, &input.file, contents, &mut defects);
            }
            received.inputs.push(input);
        }
        received.inputs.sort_by(|a, b| (a.dataset, &a.file, &a.part).cmp(&(b.dataset, &b.file, &b.part)));
        received.number(contract.pilot);
        received.inspect(contract.clock(), total_bytes, &mut defects, progress);
        received.tables.iter().for_each(|table| agreed::inspect(table, contract, &mut defects));
        received.defects = defects.0;
        received.fold_claims(contract);
        received
    }

    fn take(&mut self, dataset: Dataset, file: &str, contents: Result<Table, Unread>, defects: &mut Defects) {
        let earlier = self.inputs.iter().find(|input| input.dataset == Some(dataset));
        if let Some(first) = earlier {
            return defects.given_twice(dataset, file, &first.file);
        }
        match contents {
            Ok(table) => return self.tables.push(table),
            Err(Unread::Refused(refusal)) => defects.unreadable(dataset, file, refusal),
            Err(Unread::Lacks { columns, headers }) => {
                defects.no_columns(dataset, &columns, &headers);
            }
        }
        self.refused.push(dataset);
    }

    /// Numbers participants and events. Numbers follow the order of the tables that come first in the
    /// pilot's work, the payer's own file among them, so that what is looked up together lies together.
    fn number(&mut self, pilot: Pilot) {
        self.tables.sort_by_key(|table| (table.definition().pilot.is_none(), table.dataset() as usize));
        for subject in Subject::ALL {
            let first = self.tables.iter().find(|table| table.column(subject.column()).is_present());
            let mut numbering = Numbering::with_capacity(first.map_or(0, Table::len) as usize);
            for table in &mut self.tables {
                let numbers = inspect::number(table, subject, pilot, &mut numbering);
                table.set_numbers(subject, numbers);
            }
            match subject {
                Subject::Person => self.people = numbering.count(),
                Subject::Event => self.events = numbering.count(),
            }
        }
    }

    /// Claims count only as sums: of their rows those alone are kept that a finding shows.
    fn fold_claims(&mut self, contract: &Contract) {
        let Some(claims) = self.tables.iter_mut().find(|table| table.dataset() == Dataset::Claims) else { return };
        if let Some(Lag::ChainLadder(rule)) = contract.payment.as_ref().map(|payment| &payment.lag) {
            self.paid_claims = Some(PaidClaims::of(claims, rule.lag_grain));
        }
        let found = self.defects.iter().filter(|defect| defect.dataset == Dataset::Claims);
        let shown: BTreeSet<_> = found.filter_map(|defect| claims.row_of(defect.line?)).collect();
        claims.keep_only(&shown);
    }

    fn inspect(
        &mut self,
        clock: Clock,
        total_bytes: u64,
        defects: &mut Defects,
        progress: &mut dyn FnMut(Progress<'_>),
    ) {
        let (mut rows, mut done_bytes) = (0, 0);
        for table in &mut self.tables {
            let share = |done: u32| table.bytes() * u64::from(done) / u64::from(table.len().max(1));
            let mut tell = |done: u32| {
                progress(Progress {
                    file: table.file(),
                    rows: rows + u64::from(done),
                    done_bytes: done_bytes + share(done),
                    total_bytes,
                });
            };
            let verdict = inspect::inspect(table, clock, defects, &mut tell);
            tell(table.len());
            rows += u64::from(table.len());
            done_bytes += table.bytes();
            table.use_no_further(&verdict.unused);
            table.set_days(verdict.days);
        }
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

/// A file after its first reading, in which no row was looked at yet.
struct Opened {
    input: Input,
    contents: Result<Table, Unread>,
}

enum Unread {
    Refused(Refusal),
    Lacks { columns: Vec<&'static str>, headers: Vec<String> },
}

/// Opens all files, each on its own thread where there are threads.
#[cfg(not(target_family = "wasm"))]
fn open_all(files: Vec<File>) -> Vec<Opened> {
    std::thread::scope(|scope| {
        let threads: Vec<_> = files.into_iter().map(|file| scope.spawn(|| open(file))).collect();
        let opened = |thread: std::thread::ScopedJoinHandle<'_, Opened>| {
            thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        };
        threads.into_iter().map(opened).collect()
    })
}

#[cfg(target_family = "wasm")]
fn open_all(files: Vec<File>) -> Vec<Opened> {
    files.into_iter().map(open).collect()
}

fn open(file: File) -> Opened {
    let head = &file.bytes[..file.bytes.len().min(1 << 16)];
    let dataset = file.dataset.or_else(|| recognize(file.part.as_ref().unwrap_or(&file.name), head));
    let digest = file.digest.unwrap_or_else(|| Digest::of(&file.bytes));
    let name = file.name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    let (contents, notes) = match dataset {
        Some(dataset) => read(dataset, name.clone(), file.bytes),
        None => (Err(Unread::Refused(Refusal::Unknown)), Vec::new()),
    };
    let rows = contents.as_ref().map_or(0, Table::len);
    let notes = [file.notes, notes].concat();
    Opened { input: Input { dataset, file: name, digest, rows, part: file.part, notes }, contents }
}

/// Reads a file as one table, and says how.
fn read(dataset: Dataset, file: String, bytes: Vec<u8>) -> (Result<Table, Unread>, Vec<Note>) {
    let refused = |refusal| (Err(Unread::Refused(refusal)), Vec::new());
    let opened = match Refusal::of_start(&bytes) {
        Some(refusal) => return refused(refusal),
        None => text::open(bytes, &Forced::default(), &recognize::is_column),
    };
    match opened {
        Ok(text::Opened { text, header, notes, .. }) => (cut(dataset, file, text, header), notes),
        Err(refusal) => refused(refusal),
    }
}

/// Cuts a text into the rows of a table.
fn cut(dataset: Dataset, file: String, text: String, header: Header) -> Result<Table, Unread> {
    let names: Vec<_> = header.names.iter().map(|name| canonical(name)).collect();
    let columns = dataset.definition().columns;
    let places: Vec<_> = columns.iter().map(|column| names.iter().position(|name| name == column.name)).collect();
    let lacks = columns.iter().zip(&places).filter(|(column, place)| column.required && place.is_none());
    let lacks: Vec<_> = lacks.map(|(column, _)| column.name).collect();
    if !lacks.is_empty() {
        return Err(Unread::Lacks { columns: lacks, headers: header.names });
    }
    let places: Vec<_> = places.into_iter().map(|place| place.map(|place| place as u16)).collect();
    let width = places.iter().flatten().max().map_or(1, |last| last + 1);
    let grid = csv::rows(&text, &header, width).map_err(Unread::Refused)?;
    Ok(Table::new(dataset, file, text, grid, header.names, places))
}
