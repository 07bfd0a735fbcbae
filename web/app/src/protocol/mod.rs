//! Everything that the page and its worker may say to each other; never a decision, and of rows only those in view.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

mod given;
mod view;

pub use given::*;
pub use view::*;

/// What the page asks of the worker.
#[derive(Debug, Serialize, Deserialize)]
pub enum Request {
    /// What are these files? Those of the same numbers are looked at anew.
    Look(Vec<Given>),
    /// These files are put aside.
    PutAside(Vec<u32>),
    /// Somebody says something about a file, or takes it back; nothing is kept of it yet.
    Say {
        /// The page's number for the file.
        id: u32,
        /// The table that it was set to by hand.
        dataset: Option<String>,
        /// What is said.
        draft: Option<Said>,
    },
    /// What is shown of a file is right: it becomes part of the mapping.
    Confirm {
        /// The page's number for the file.
        id: u32,
    },
    /// Files are read as this mapping says.
    UseMapping(Option<MappingSource>),
    /// Which files count, of tables that have several.
    Choose(Vec<(String, ChoiceView)>),
    /// What is this TOML file?
    ReadToml(#[serde(with = "serde_wasm_bindgen::preserve")] web_sys::File),
    /// What does this contract say about itself?
    ReadContract(ContractSource),
    /// Hold the user's files against each other.
    Check(Job),
    /// Hold a sample's files against each other, at the sample's instant.
    TrySample(Sample),
    /// The rows of the findings table from here on.
    Window {
        /// The page's number for the query.
        ask: u32,
        /// Which findings, in which order.
        query: Query,
        /// The first row asked for.
        from: u32,
        /// How many at most.
        len: u32,
    },
    /// One finding with both rows of evidence, by its place in the table that this query gives.
    Open {
        /// Which findings, in which order.
        query: Query,
        /// Its place in that order.
        position: u32,
    },
    /// Why is this id in its tier?
    WhyTier {
        /// The step that puts it there.
        step: String,
        /// Whose tier it is.
        id: String,
    },
    /// A file to keep.
    Export(Export),
}

impl Request {
    /// Whether the worker tells how it sees the files once it is done with this.
    #[must_use]
    pub const fn changes_what_is_seen(&self) -> bool {
        matches!(
            self,
            Self::Look(_)
                | Self::PutAside(_)
                | Self::Say { .. }
                | Self::Confirm { .. }
                | Self::UseMapping(_)
                | Self::Choose(_)
                | Self::ReadContract(_)
        )
    }
}

/// The pilots that can be tried without a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is of the kind of that name")]
pub enum Sample {
    Attribution,
    Diversion,
}

/// Where a contract comes from.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum ContractSource {
    /// The one that belongs to a sample pilot.
    Sample(Sample),
    /// The user's own.
    File(#[serde(with = "serde_wasm_bindgen::preserve")] web_sys::File),
}

impl ContractSource {
    /// The sample that it belongs to.
    #[must_use]
    pub const fn sample(&self) -> Option<Sample> {
        match self {
            Self::Sample(sample) => Some(*sample),
            Self::File(_) => None,
        }
    }
}

/// A run over the user's files.
#[derive(Debug, Serialize, Deserialize)]
pub struct Job {
    /// The files.
    pub files: Vec<JobFile>,
    /// The agreement that they are held against.
    pub contract: ContractSource,
    /// The instant at which everything is judged, in the contract's zone.
    pub as_of: String,
}

/// A mapping, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum MappingSource {
    /// It is remembered: of it counts what is meant for the files at hand.
    Remembered(String),
    /// It was given as a file of this name, and counts as it is.
    File(String, String),
}

/// Which of several files of one table count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ChoiceView {
    /// All of them, one below the other.
    Join,
    /// The last by name.
    Last,
    /// That of this name.
    Only(String),
}

/// One of the user's files.
#[derive(Debug, Serialize, Deserialize)]
pub struct JobFile {
    /// The file.
    #[serde(with = "serde_wasm_bindgen::preserve")]
    pub file: web_sys::File,
    /// The table that it was set to by hand.
    pub dataset: Option<String>,
    /// The sheet or member that it is.
    pub part: Option<Part>,
}

/// Which findings, in which order, with which columns of the user's own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    /// A control's id, or the name before its hyphen: `A1-V1`, `A1`, `IN`.
    pub control: Option<String>,
    /// The table that a finding is about.
    pub dataset: Option<String>,
    /// What some cell of the row says, in any case.
    pub text: String,
    /// The order.
    pub sort: Sort,
    /// Columns of the user's files that stand beside each finding.
    pub carried: Vec<Carried>,
}

/// An order of findings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sort {
    /// By what; the report's own order where nothing is named.
    pub by: Option<SortKey>,
    /// Whether the last comes first.
    pub descending: bool,
}

/// What findings can be put in order by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is the column of that name")]
pub enum SortKey {
    Control,
    Dataset,
    Line,
    Key,
    Field,
    Stated,
    Expected,
    Message,
    /// A carried column, by its place among them.
    Carried(u32),
}

/// A column of the user's own file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    /// The table that the file was read as.
    pub dataset: String,
    /// The header as the file has it.
    pub header: String,
}

/// A file to keep.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Export {
    /// The findings that this query gives, all of them, as CSV.
    Findings(Query),
    /// The record that a step makes, built from its sources, as CSV.
    Record(String),
    /// The same findings as a workbook.
    FindingsBook(Query),
    /// The same record as a workbook.
    RecordBook(String),
    /// A workbook to be filled in, with a table for each table of a sample's pilot.
    Templates(Sample),
    /// The report as JSON, byte for byte what the command line writes.
    Report,
}

/// What the worker tells the page.
#[derive(Debug, Serialize, Deserialize)]
pub struct Reply {
    /// What is told.
    pub news: News,
    /// How many requests the worker itself has made since it started.
    pub requests: u32,
}

/// What the worker tells the page.
#[derive(Debug, Serialize, Deserialize)]
pub enum News {
    /// It is up, and knows these tables.
    Ready(Vec<KnownTable>),
    /// How much of a file has been looked at, of a hundred parts.
    Looking {
        /// The page's number for the file.
        id: u32,
        /// How many parts.
        percent: u32,
    },
    /// What the files were taken for, or why one cannot be read.
    Seen(Vec<(u32, Sighting)>),
    /// The mapping that a run of these files is read with, as a file; none where no file needs one.
    Mapping(Option<String>),
    /// The mapping, once a file was confirmed: to be remembered.
    Remember(String),
    /// A TOML file is a mapping of this text, or the mapping has these faults.
    TomlIsMapping {
        /// What the file is called.
        name: String,
        /// Its text, or its faults.
        told: Result<String, String>,
    },
    /// A TOML file is no mapping, so that it is taken for an agreement.
    TomlIsContract(#[serde(with = "serde_wasm_bindgen::preserve")] web_sys::File),
    /// What a contract says about itself, or every fault in it.
    Contract(Result<ContractView, String>),
    /// How far a run has come.
    Progress(Progress),
    /// The answer of a run.
    Checked(Box<Verdict>),
    /// Why a run could not begin.
    NotRun(String),
    /// Rows of the findings table.
    Window {
        /// The page's number for the query that they answer.
        ask: u32,
        /// How many rows that query gives.
        total: u32,
        /// The first one's place.
        from: u32,
        /// The rows.
        rows: Vec<Row>,
    },
    /// A finding with its evidence.
    Opened(Box<Opened>),
    /// Why an id is in its tier.
    Tier(TierAnswer),
    /// A file to keep, or why there is none.
    Exported {
        /// What to call it.
        name: String,
        /// Its bytes.
        #[serde(with = "serde_wasm_bindgen::preserve")]
        blob: web_sys::Blob,
    },
    /// The sheets of a workbook to keep, for the program that writes workbooks.
    Sheets {
        /// What to call it.
        name: String,
        /// The sheets, as that program reads them; the page only passes them on.
        #[serde(with = "serde_wasm_bindgen::preserve")]
        sheets: js_sys::Array,
    },
    /// Why a file could not be made.
    NotExported(String),
    /// The worker's last words.
    Died(String),
}

/// A table that can be given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownTable {
    /// Its canonical name.
    pub name: String,
    /// What it tells.
    pub about: String,
    /// The pilot that reads it; none when both do.
    pub pilot: Option<String>,
    /// The sample of that pilot.
    pub sample: Option<Sample>,
    /// Its columns, and whether each must be there.
    pub columns: Vec<(String, bool)>,
}

/// What a contract says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the contract file's own words")]
pub struct ContractView {
    pub id: String,
    pub version: String,
    pub payer: String,
    pub provider: String,
    pub pilot: String,
    pub sample: Sample,
    pub timezone: String,
    pub effective_from: String,
    pub effective_to: String,
    /// An instant worth asking about, in the contract's zone; only the sample names one.
    pub as_of: Option<String>,
}

/// How far a run has come.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// The file at hand.
    pub file: String,
    /// Rows read so far, over all files.
    pub rows: u64,
    /// Bytes dealt with in this stage.
    pub done_bytes: u64,
    /// Bytes to deal with in this stage.
    pub total_bytes: u64,
}

/// What a run does, in order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// Bytes are fetched from the disk.
    #[default]
    Opening,
    /// Bytes become rows.
    Reading,
    /// Rows are held against each other.
    Comparing,
}

/// A message in the form in which it passes between the two threads.
///
/// # Panics
/// When a message cannot be written, which would be a fault in this file.
#[must_use]
pub fn pack(message: &impl Serialize) -> JsValue {
    serde_wasm_bindgen::to_value(message).expect("every message can be written")
}

/// A message as it was before it passed.
///
/// # Panics
/// When the other side speaks another language, which would be a page and a worker of two builds.
#[must_use]
pub fn unpack<T: DeserializeOwned>(message: JsValue) -> T {
    serde_wasm_bindgen::from_value(message).expect("the page and its worker are of one build")
}
