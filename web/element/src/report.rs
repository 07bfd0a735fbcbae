//! A report as the engine gives it, in the panel's words. Of findings only those in view are ever read.

use std::collections::{BTreeMap, HashMap};

use js_sys::Array;
use serde::Deserialize;
use tieout_show::told::{OutcomeView, StateView};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A report as the engine gives it.
    pub type Report;
    #[wasm_bindgen(method, getter)]
    fn contract(this: &Report) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn as_of(this: &Report) -> String;
    #[wasm_bindgen(method, getter)]
    fn inputs(this: &Report) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn steps(this: &Report) -> JsValue;
    #[wasm_bindgen(method, getter)]
    pub(crate) fn findings(this: &Report) -> Array;

    type FoundBy;
    #[wasm_bindgen(method, getter)]
    fn control(this: &FoundBy) -> String;
}

/// What the steps and the rules are called.
#[derive(Debug, Deserialize)]
pub(crate) struct Catalogue {
    pub(crate) steps: Vec<StepTitle>,
    pub(crate) rules: Vec<RuleText>,
}

/// A step and what it makes.
#[derive(Debug, Deserialize)]
pub(crate) struct StepTitle {
    pub(crate) step: String,
    pub(crate) title: String,
}

/// A rule with its documentation.
#[derive(Debug, Deserialize)]
pub(crate) struct RuleText {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) why: String,
    pub(crate) remedy: String,
    #[serde(default)]
    pub(crate) severity: Severity,
}

/// Whether a finding stops its step.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Severity {
    #[default]
    Block,
    Warn,
}

/// How the steps that count stand, all taken together.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Standing {
    pub(crate) state: StateView,
    pub(crate) counted: Vec<String>,
}

/// A report without its findings.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) contract: ContractName,
    pub(crate) as_of: String,
    pub(crate) inputs: Vec<Input>,
    /// The steps that were begun or that count, in the order of the work.
    pub(crate) steps: Vec<Step>,
    pub(crate) titles: HashMap<String, String>,
    pub(crate) rules: HashMap<String, RuleText>,
    pub(crate) standing: Standing,
    /// The places of each control's findings, by the control.
    pub(crate) found: BTreeMap<String, Vec<u32>>,
    pub(crate) findings: u32,
}

impl PartialEq for Answer {
    /// An answer is told once and is the same only as itself.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

#[derive(Debug, Deserialize)]
pub(crate) struct ContractName {
    pub(crate) id: String,
    pub(crate) version: String,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Input {
    pub(crate) dataset: Option<String>,
    pub(crate) file: String,
    pub(crate) part: Option<String>,
    pub(crate) digest: String,
    pub(crate) rows: u32,
    /// How it was read, where that took more than reading it.
    #[serde(default)]
    pub(crate) notes: Vec<Note>,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Note {
    pub(crate) message: String,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Step {
    #[serde(rename = "step")]
    pub(crate) name: String,
    pub(crate) state: StateView,
    pub(crate) controls: Vec<Control>,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Control {
    pub(crate) id: String,
    pub(crate) outcome: OutcomeView,
    pub(crate) findings: u32,
    pub(crate) why: Option<String>,
}

/// One difference.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Finding {
    pub(crate) control: String,
    pub(crate) severity: Severity,
    pub(crate) dataset: String,
    /// Which of the table's files, where it was made of several.
    pub(crate) file: Option<String>,
    pub(crate) line: Option<u32>,
    pub(crate) key: Option<String>,
    pub(crate) field: Option<String>,
    pub(crate) stated: Option<String>,
    pub(crate) expected: Option<String>,
    /// The row on the far side that shows it.
    pub(crate) other: Option<Place>,
    pub(crate) missing_from: Option<String>,
    pub(crate) message: String,
}

/// A row of a table.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Place {
    pub(crate) dataset: String,
    /// Which of the table's files, where it was made of several.
    pub(crate) file: Option<String>,
    pub(crate) line: u32,
}

/// A row of a file, as the engine shows it.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Row {
    pub(crate) dataset: String,
    pub(crate) file: String,
    pub(crate) line: u32,
    pub(crate) cells: Vec<Cell>,
}

/// A cell of such a row, with the column as findings name it.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Cell {
    pub(crate) header: String,
    pub(crate) column: Option<String>,
    pub(crate) value: String,
}

impl Answer {
    /// Reads a report but for its findings, of which it notes only whose they are.
    pub(crate) fn of(report: &Report, catalogue: Catalogue, standing: Standing) -> Result<Self, JsValue> {
        let mut steps: Vec<Step> = serde_wasm_bindgen::from_value(report.steps())?;
        steps.retain(|step| step.state != StateView::NotStarted || standing.counted.contains(&step.name));
        let findings = report.findings();
        let mut found: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for (place, finding) in (0..).zip(findings.iter()) {
            found.entry(finding.unchecked_ref::<FoundBy>().control()).or_default().push(place);
        }
        Ok(Self {
            contract: serde_wasm_bindgen::from_value(report.contract())?,
            as_of: report.as_of(),
            inputs: serde_wasm_bindgen::from_value(report.inputs())?,
            steps,
            titles: catalogue.steps.into_iter().map(|StepTitle { step, title }| (step, title)).collect(),
            rules: catalogue.rules.into_iter().map(|rule| (rule.id.clone(), rule)).collect(),
            standing,
            found,
            findings: findings.length(),
        })
    }

    /// The places of the findings of a control, or of all controls whose names begin so before their hyphen; of none, all.
    pub(crate) fn places(&self, asked: &str) -> Vec<u32> {
        if asked.is_empty() {
            return (0..self.findings).collect();
        }
        let of = |id: &str| id.strip_prefix(asked).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'));
        let mut places: Vec<_> =
            self.found.iter().filter(|(id, _)| of(id)).flat_map(|(_, places)| places.iter().copied()).collect();
        places.sort_unstable();
        places
    }

    /// What a step makes, as a heading.
    pub(crate) fn title(&self, step: &str) -> &str {
        self.titles.get(step).map_or("", String::as_str)
    }

    /// Whether a control only warns.
    pub(crate) fn warns(&self, control: &str) -> bool {
        self.rules.get(control).is_some_and(|rule| rule.severity == Severity::Warn)
    }
}
