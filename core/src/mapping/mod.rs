//! Which of a file's headers is which column, and which of its words is which agreed value: said by people, in a
//! file that can be kept and shared. It changes nothing that nobody said, and it never guesses between two.
//!
//! ```
//! use tieout::Mapping;
//!
//! let mapping = Mapping::parse(br#"
//!     [[file]]
//!     table = "roster"
//!     [file.columns]
//!     participant_id = "Member ID"
//!     authorization_status = "Status"
//!     [file.values.authorization_status]
//!     A = "active"
//! "#)?;
//! assert_eq!(mapping.files()[0].columns[0].header.as_deref(), Some("Member ID"));
//! assert_eq!(Mapping::parse(mapping.to_toml().as_bytes())?.files(), mapping.files());
//! # Ok::<(), tieout::MappingError>(())
//! ```

mod alike;
mod dates;
mod find;
mod form;
mod proposal;
mod propose;
pub(crate) mod recognize;
pub(crate) mod synonyms;
mod words;
mod write;
mod written;

use std::collections::BTreeMap;

use crate::dataset::Dataset;
use crate::notation::{self, FileError, Sort};
use crate::value::{Digest, gathered, sort_by_key};

pub(crate) use alike::canonical;
pub use dates::DateForm;
pub use find::{Fit, Tie, Why, best, places};
pub use form::{Delimiter, Encoding, Form, Quote};
pub use proposal::{Candidate, ColumnProposal, Confidence, KnownBy, Proposal, Sample, WordProposal};
pub use propose::{draft, propose, propose_as};

/// Why a mapping file was refused, fault by fault.
pub type MappingError = FileError;

const SORT: Sort = Sort {
    stranger: [
        "the file is not a mapping: no line of it begins a table [[file]]",
        "give the TOML file that says which header is which column; each file that it tells of begins with [[file]]",
    ],
    mark: "[[file]]",
    pilot: |_| None,
};

/// What somebody said about the files that they give, whatever those are called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    digest: Digest,
    files: Vec<FileMapping>,
    tables: Vec<TableChoice>,
}

/// How one sort of file is read. A file is of that sort if it has every header that is named here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileMapping {
    /// The table that it is.
    pub dataset: Dataset,
    /// The table that the file's name or headers say it is, where that is another.
    pub instead_of: Option<Dataset>,
    /// Further headers by which it is known from others, where those of its columns are not enough.
    pub headers: Vec<String>,
    /// The sheet of a workbook, or the member of an archive, that it is.
    pub sheet: Option<String>,
    /// How its text is read, where what is told by looking is wrong.
    pub form: Form,
    /// What is said about its columns, in the order of the table's own.
    pub columns: Vec<ColumnMapping>,
}

/// What is said about one column of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnMapping {
    /// The table's name for it.
    pub field: &'static str,
    /// The file's name for it: nothing where the file has no such column, none where it is the table's own.
    pub header: Option<String>,
    /// What its words mean: as written, then as agreed; nothing for a word that stands for an empty cell.
    pub values: BTreeMap<String, String>,
    /// In which form its dates are written.
    pub dates: Option<DateForm>,
}

/// Which files count, where several are of one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableChoice {
    /// The table.
    pub dataset: Dataset,
    /// Which of its files.
    pub files: Choice,
}

/// Which of several files of one table count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// All of them, one below the other.
    Join,
    /// The last by name, as dated names sort.
    Last,
    /// Those of these names, one below the other.
    Only(Vec<String>),
}

impl Mapping {
    /// Reads a mapping file.
    ///
    /// # Errors
    /// The error names every fault of the file with its line.
    pub fn parse(bytes: &[u8]) -> Result<Self, MappingError> {
        let written = notation::read(bytes, &SORT, written::contradictions)?;
        let (files, tables) = written.understood();
        Ok(Self { digest: Digest::of(bytes), files, tables })
    }

    /// The JSON Schema of the file, with which editors complete and check it.
    #[cfg(feature = "schema")]
    #[must_use]
    pub fn json_schema() -> serde_json::Value {
        notation::schema::of_file::<written::Written>("Tieout mapping")
    }

    /// What somebody confirmed elsewhere than in a file. Its digest is that of the file that [`Self::to_toml`] makes.
    #[must_use]
    pub fn of(mut files: Vec<FileMapping>, tables: Vec<TableChoice>) -> Self {
        files.iter_mut().for_each(FileMapping::put_in_order);
        // What names no header would be meant for every file.
        files.retain(FileMapping::names_something);
        let digest = Digest::of(write::toml(&files, &tables).as_bytes());
        Self { digest, files, tables }
    }

    /// The file that says this, always in the same words: what it says is read from it again.
    #[must_use]
    pub fn to_toml(&self) -> String {
        write::toml(&self.files, &self.tables)
    }

    /// The digest of the file, by which a report names it.
    #[must_use]
    pub const fn digest(&self) -> Digest {
        self.digest
    }

    /// What is said about files.
    #[must_use]
    pub fn files(&self) -> &[FileMapping] {
        &self.files
    }

    /// What is said about tables of which there are several files.
    #[must_use]
    pub fn tables(&self) -> &[TableChoice] {
        &self.tables
    }

    /// Which files of a table count, if anybody said.
    #[must_use]
    pub fn choice(&self, dataset: Dataset) -> Option<&Choice> {
        self.tables.iter().find(|choice| choice.dataset == dataset).map(|choice| &choice.files)
    }
}

impl FileMapping {
    /// Nothing yet about a file of this table.
    #[must_use]
    pub const fn new(dataset: Dataset) -> Self {
        Self {
            dataset,
            instead_of: None,
            headers: Vec::new(),
            sheet: None,
            form: Form::AS_IT_LOOKS,
            columns: Vec::new(),
        }
    }

    /// What is said about a column.
    #[must_use]
    pub fn column(&self, field: &str) -> Option<&ColumnMapping> {
        self.columns.iter().find(|column| column.field == field)
    }

    /// Leaves what can be said about a payer's own format: what its words mean.
    pub fn be_of_payers(&mut self) {
        for column in &mut self.columns {
            (column.header, column.dates) = (None, None);
        }
    }

    /// As a file would say it: columns in the table's order, each once, words without blanks about them.
    fn put_in_order(&mut self) {
        let definition = self.dataset.definition();
        let trimmed = |text: &String| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        self.headers = self.headers.iter().filter_map(trimmed).collect();
        self.sheet = self.sheet.as_ref().and_then(trimmed);
        for column in &mut self.columns {
            column.header = column.header.as_ref().map(|header| header.trim().to_owned());
            let words = std::mem::take(&mut column.values).into_iter();
            let words = words.filter_map(|(word, meaning)| Some((trimmed(&word)?, meaning.trim().to_owned())));
            column.values = gathered(words);
        }
        sort_by_key(&mut self.columns, |column| definition.position(column.field));
        self.columns.dedup_by_key(|column| column.field);
        self.columns.retain(|column| !column.says_nothing());
    }
}

impl ColumnMapping {
    /// Nothing yet about a column.
    #[must_use]
    pub const fn new(field: &'static str) -> Self {
        Self { field, header: None, values: BTreeMap::new(), dates: None }
    }

    /// Whether somebody says that the file has no such column.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        self.header.as_deref() == Some("")
    }

    fn says_nothing(&self) -> bool {
        self.header.is_none() && self.values.is_empty() && self.dates.is_none()
    }
}
