//! What is asked: a control is a question with one answer, documented in the place where it is decided.
//!
//! Everything about a control is a static: no trait object, no builder. A test walks them all.

use std::fmt;

use chrono::Weekday;

use crate::contract::{Calendar, Deadline};
use crate::dataset::Dataset;
use crate::derive::Run;
use crate::derive::payment::Figure;
use crate::finding::{Finding, Place, Severity};
use crate::table::{Row, Table};
use crate::value::{Step, sort_by};

/// One question that a step must answer before it may go on.
#[derive(Debug)]
pub struct Control {
    /// Its id, as `A1-V2`. An id never changes its meaning.
    pub id: &'static str,
    /// The step that asks.
    pub step: Step,
    /// What sort of question it is.
    pub kind: Kind,
    /// Whether a failure stops the step.
    pub severity: Severity,
    pub(crate) docs: &'static str,
    pub(crate) needs: &'static [Need],
    pub(crate) decide: Decide,
}

/// What sort of question a control is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "ControlKind"))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A field that each row of the step's record needs.
    Field,
    /// Something without which the step cannot proceed.
    Gate,
    /// Something that must be shown to hold, recomputed from the sources.
    Validation,
    /// How soon, or on what cadence, the step happens.
    Deadline,
    /// Who reviews or is told, and before what.
    Signoff,
    /// Where the record is kept, and what it is tied to.
    Link,
    /// A rule on how the step is done.
    Conduct,
}

/// What a control reads, without which it is not checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Table(Dataset),
    /// Whatever the contract's criteria read.
    Criteria,
    /// Whatever the contract's score is made from.
    Factors,
    /// Whatever the contract's terms of payment compute a figure from.
    Figure(Figure),
}

/// How a control is decided.
#[derive(Debug)]
pub(crate) enum Decide {
    /// This column has a value in each row.
    Filled(Dataset, &'static str),
    /// Somebody confirmed it, as the contract asks, and when it was worth something.
    Confirmed(Timing),
    /// The step's record was made on this day of the week.
    OnItsDay(fn(&Calendar) -> Option<Weekday>),
    /// A rule of its own, and somebody confirmed it besides.
    ConfirmedAnd(fn(&Run<'_>, &mut Findings<'_>)),
    /// A rule of its own. It tells what it finds, and whether the contract has a use for it.
    Rule(fn(&Run<'_>, &mut Findings<'_>)),
}

/// When a confirmation must have been given, besides not being too old.
#[derive(Debug)]
pub(crate) enum Timing {
    /// At any time.
    Any,
    /// Before something took effect; none where nothing has.
    Before(fn(&Run<'_>) -> Option<Effect>),
    /// On the day on which this link was confirmed.
    SameDayAs(&'static str),
}

/// What a sign-off must come before.
#[derive(Debug)]
pub(crate) struct Effect {
    /// Until when a sign-off still comes before it.
    pub(crate) until: Deadline,
    /// What took effect, as the end of a sentence.
    pub(crate) what: String,
    /// Where that is seen.
    pub(crate) seen: Place,
}

impl Control {
    /// What holds when the control holds, as a heading.
    #[must_use]
    pub fn title(&self) -> &'static str {
        self.docs.trim_start().lines().next().unwrap_or_default().trim().trim_end_matches('.')
    }

    /// Why it matters.
    #[must_use]
    pub fn why(&self) -> String {
        self.section("Why").unwrap_or_else(|| self.kind.why().to_owned())
    }

    /// What to do about a finding.
    #[must_use]
    pub fn remedy(&self) -> String {
        self.section("Remedy").unwrap_or_else(|| self.kind.remedy().to_owned())
    }

    /// The text under one of the documentation's headings.
    pub(crate) fn section(&self, heading: &str) -> Option<String> {
        let lines =
            self.docs.lines().map(str::trim).skip_while(|line| line.strip_prefix("## ") != Some(heading)).skip(1);
        let body: Vec<_> = lines.take_while(|line| !line.starts_with("## ")).collect();
        let text = body.join(if heading == "Example" { "\n" } else { " " });
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }
}

impl Kind {
    /// The kind's name as a heading.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Field => "Required fields",
            Self::Gate => "Gates",
            Self::Validation => "Validations",
            Self::Deadline => "Deadlines",
            Self::Signoff => "Sign-offs",
            Self::Link => "Links",
            Self::Conduct => "Conduct",
        }
    }

    const fn why(self) -> &'static str {
        match self {
            Self::Field => {
                "A row without this value cannot be held against any source, and whoever reads the record later cannot tell what was meant."
            }
            Self::Gate => {
                "The step rests on somebody else's word. Without it in writing, neither party can show on what the record was built."
            }
            Self::Validation => {
                "What the record says must follow from the sources, so that both parties come to the same figure."
            }
            Self::Deadline => {
                "A record that comes late describes a situation that has passed, and what hangs on it comes later still."
            }
            Self::Signoff => {
                "A second pair of eyes is worth something only before the step takes effect, and only if it can be shown."
            }
            Self::Link => {
                "A record that is not tied to the contract's version cannot be defended once the contract has moved on."
            }
            Self::Conduct => "How the record came about decides whether the other party can trust it.",
        }
    }

    const fn remedy(self) -> &'static str {
        match self {
            Self::Field => "Fill the value in at its source and export the record again.",
            Self::Gate => {
                "Obtain the written confirmation and record it, with the reference of the document and the role of whoever gave it."
            }
            Self::Validation => "Correct the record, or have the source corrected by whoever keeps it.",
            Self::Deadline => "Note the reason for the delay, and agree on who makes the record in time from now on.",
            Self::Signoff => "Have the review made and recorded before the step takes effect.",
            Self::Link => "File the record where the contract says and record the link, with the contract's version.",
            Self::Conduct => "Take back what was done outside the rule, and record the decision.",
        }
    }
}

/// What a control found, and what it could not decide.
#[derive(Debug)]
pub(crate) struct Findings<'c> {
    control: &'c Control,
    found: Vec<Finding>,
    pub(crate) not_applicable: Option<String>,
    pub(crate) not_checked: Option<String>,
}

impl<'c> Findings<'c> {
    pub(crate) const fn new(control: &'c Control) -> Self {
        Self { control, found: Vec::new(), not_applicable: None, not_checked: None }
    }

    /// A finding at a row.
    pub(crate) fn at(&mut self, table: &Table, row: Row) -> Draft<'_> {
        let draft = self.about(table.dataset());
        (draft.finding.file, draft.finding.line) = (table.part(row), Some(table.line(row)));
        draft.finding.key = Some(table.key(row));
        draft
    }

    /// A finding about a whole table.
    pub(crate) fn about(&mut self, dataset: Dataset) -> Draft<'_> {
        let index = self.found.len();
        self.found.push(Finding::new(self.control.id, self.control.severity, dataset));
        Draft { finding: &mut self.found[index] }
    }

    /// What was found, in the order of reports.
    pub(crate) fn into_sorted(mut self) -> Vec<Finding> {
        sort_by(&mut self.found, Finding::place_order);
        self.found
    }

    pub(crate) fn len(&self) -> usize {
        self.found.len()
    }
}

/// A finding that is being written.
pub(crate) struct Draft<'f> {
    finding: &'f mut Finding,
}

impl Draft<'_> {
    pub(crate) fn key(self, key: impl Into<String>) -> Self {
        self.finding.key = Some(key.into());
        self
    }

    pub(crate) fn field(self, field: &'static str) -> Self {
        self.finding.field = Some(field);
        self
    }

    /// What the row says; an empty cell says nothing.
    pub(crate) fn stated(self, stated: impl Into<String>) -> Self {
        self.finding.stated = Some(stated.into()).filter(|text| !text.is_empty());
        self
    }

    pub(crate) fn expected(self, expected: impl fmt::Display) -> Self {
        self.expects(&expected)
    }

    /// Kept apart, as is the end of the sentence: hundreds of places write a finding, and few rows have one.
    #[inline(never)]
    fn expects(self, expected: &dyn fmt::Display) -> Self {
        self.finding.expected = Some(expected.to_string());
        self
    }

    /// The same where it is known.
    pub(crate) fn expected_if(self, expected: Option<impl fmt::Display>) -> Self {
        match expected {
            Some(expected) => self.expected(expected),
            None => self,
        }
    }

    pub(crate) fn other(self, place: Option<Place>) -> Self {
        self.finding.other = place;
        self
    }

    pub(crate) fn missing_from(self, dataset: Dataset) -> Self {
        self.finding.missing_from = Some(dataset);
        self
    }

    /// The sentence that a person reads.
    pub(crate) fn says(self, message: impl Into<String>) {
        self.ends(message.into());
    }

    #[inline(never)]
    fn ends(self, message: String) {
        self.finding.message = message;
    }
}

/// Declares a control whose rule stands beside it.
macro_rules! control {
    ($(#[doc = $docs:literal])+ $name:ident = $id:literal $kind:ident $severity:ident, needs [$($need:expr),* $(,)?], $decide:expr) => {
        pub(crate) const $name: $crate::control::Control = $crate::control::Control {
            id: $id,
            step: super::STEP,
            kind: $crate::control::Kind::$kind,
            severity: $crate::finding::Severity::$severity,
            docs: {
                const ALL: &str = concat!($($docs, "\n"),+);
                const KEPT: [u8; $crate::documented::kept(ALL)] = $crate::documented::start_of(ALL);
                $crate::documented::text(&KEPT)
            },
            needs: &[$($need),*],
            decide: $decide,
        };
    };
}

pub(crate) use control;
