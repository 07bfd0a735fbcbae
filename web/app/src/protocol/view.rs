//! What a run looks like to somebody who looks on: words and figures to show, never something to decide with.

use serde::{Deserialize, Serialize};
pub use tieout_show::told::{Evidence, KindView, OutcomeView, StateView};

use super::{ContractView, NoteView};

/// The answer of a run, without its findings: those are asked for by the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The agreement, and the digest of its bytes.
    pub contract: ContractView,
    /// SHA-256 of the agreement's file.
    pub contract_digest: String,
    /// SHA-256 of the mapping's file, where there is one.
    pub mapping_digest: Option<String>,
    /// The instant, as the report writes it.
    pub as_of: String,
    /// Whether these are a sample's made-up people.
    pub is_sample: bool,
    /// Every file that was given.
    pub inputs: Vec<InputView>,
    /// What intake found, by kind; kinds without findings are left out.
    pub intake: Vec<ControlView>,
    /// The steps of the contract's pilot, in order.
    pub steps: Vec<StepView>,
    /// The tables of the run, each with the columns that can be carried.
    pub tables: Vec<TableView>,
    /// How many findings there are, all told.
    pub findings: u32,
    /// How many of them block.
    pub blocking: u32,
}

/// One file that was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the report's own words")]
pub struct InputView {
    pub dataset: Option<String>,
    pub file: String,
    pub part: Option<String>,
    pub digest: String,
    pub rows: u32,
    pub notes: Vec<NoteView>,
}

/// One step of the pilot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the report's own words")]
pub struct StepView {
    pub step: String,
    pub title: String,
    pub state: StateView,
    pub controls: Vec<ControlView>,
    /// Figures that a person can follow by hand.
    pub figures: Vec<Figure>,
    /// The tables that the step makes. Whether these files are enough to build one shows when it is asked for.
    pub records: Vec<String>,
    /// Whom it puts into tiers, if it does.
    pub scored: Option<ScoredView>,
}

/// Who is put into tiers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScoredView {
    /// The record whose rows each have a tier.
    pub dataset: String,
    /// Its column that names them.
    pub id_column: String,
}

/// Why an id is in its tier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TierAnswer {
    /// The id that was asked about.
    pub id: String,
    /// Its tier; none where the files or the contract do not tell.
    pub why: Option<TierView>,
}

/// A tier with what leads to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the core's own words")]
pub struct TierView {
    pub factors: Vec<FactorView>,
    pub score: String,
    pub tier: String,
}

/// What one factor adds to a score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the core's own words")]
pub struct FactorView {
    pub field: String,
    pub value: Option<String>,
    pub points: String,
}

/// A figure by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// What it is, or the person, month or period whose it is.
    pub name: String,
    /// What it says.
    pub value: FigureValue,
}

/// What a figure says: one value, or figures of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FigureValue {
    /// A number, a day or a word.
    One(String),
    /// Figures by name.
    Many(Vec<Figure>),
}

/// One control, with its documentation and how it came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the catalogue's own words")]
pub struct ControlView {
    pub id: String,
    pub kind: KindView,
    pub title: String,
    pub why: String,
    pub remedy: String,
    pub warns: bool,
    pub outcome: OutcomeView,
    pub findings: u32,
    /// Why it was not checked or does not apply.
    pub note: Option<String>,
}

/// A table of the run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableView {
    /// Its canonical name.
    pub dataset: String,
    /// The headers as the file has them, in its order; none where no file was read as it.
    pub headers: Vec<String>,
    /// How many findings are about it.
    pub findings: u32,
}

/// A finding as a row of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the report's own words")]
pub struct Row {
    pub control: String,
    pub warns: bool,
    pub dataset: String,
    pub file: Option<String>,
    pub line: Option<u32>,
    pub key: Option<String>,
    pub field: Option<String>,
    pub stated: Option<String>,
    pub expected: Option<String>,
    pub message: String,
    /// The cells of the carried columns, in their order; none where the finding has no row there.
    pub carried: Vec<Option<String>>,
}

/// A finding with its rule and both rows of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Its place in the table.
    pub position: u32,
    /// The finding.
    pub row: Row,
    /// Its rule.
    pub control: ControlView,
    /// The table in which the row has no counterpart.
    pub missing_from: Option<String>,
    /// The row that it is about, as the user's file has it.
    pub here: Option<Evidence>,
    /// The row on the far side that shows it.
    pub there: Option<Evidence>,
}
