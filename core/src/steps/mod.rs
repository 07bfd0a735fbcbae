//! The work: twelve steps in three rooms, each with its controls and, where it makes one, its record.

pub(crate) mod entry;
pub(crate) mod delivery;
pub(crate) mod payment;

mod cadence;
mod confirmed;
mod filled;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::control::{Control, Decide, Findings, Timing};
use crate::dataset::Dataset;
use crate::derive::Run;
use crate::intake;
use crate::metric::Metric;
use crate::misuse::Misuse;
use crate::record::Record;
use crate::value::Step;

/// Every control of every step, in the order of reports.
#[must_use]
pub fn catalogue() -> &'static [&'static Control] {
    static ALL: LazyLock<Vec<&'static Control>> = LazyLock::new(|| Step::ALL.into_iter().flat_map(controls).collect());
    &ALL
}

/// What a rule says, whether a control's or one of intake's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// What holds when nothing is wrong, as a heading.
    pub title: &'static str,
    /// Why it matters.
    pub why: String,
    /// What to do about a finding.
    pub remedy: String,
}

/// The rule behind a finding's `control`.
#[must_use]
pub fn rule(id: &str) -> Option<Rule> {
    let control = catalogue().iter().find(|control| control.id == id);
    let control = control.map(|control| Rule { title: control.title(), why: control.why(), remedy: control.remedy() });
    let intake = || intake::RULES.iter().find(|rule| rule.id == id);
    control.or_else(|| {
        intake().map(|rule| Rule { title: rule.title, why: rule.why.to_owned(), remedy: rule.remedy.to_owned() })
    })
}

/// The controls of one step.
pub(crate) fn controls(step: Step) -> &'static [Control] {
    match step {
        Step::A1 => entry::a1::CONTROLS,
        Step::A2 => entry::a2::CONTROLS,
        Step::A3 => delivery::a3::CONTROLS,
        Step::A4 => delivery::a4::CONTROLS,
        Step::A5 => payment::a5::CONTROLS,
        Step::A6 => payment::a6::CONTROLS,
        Step::D1 => entry::d1::CONTROLS,
        Step::D2 => entry::d2::CONTROLS,
        Step::D3 => delivery::d3::CONTROLS,
        Step::D4 => delivery::d4::CONTROLS,
        Step::D5 => payment::d5::CONTROLS,
        Step::D6 => payment::d6::CONTROLS,
    }
}

/// A control's worked example: a clean case and one with its fault, as tables in a few words.
///
/// Each line is a table with some of its columns, then its rows; `-` is an empty cell, and `<-`
/// marks the row at which the control speaks or, behind the columns, the whole table.
#[must_use]
#[cfg(feature = "examples")]
pub fn example(control: &Control) -> Option<String> {
    match control.decide {
        Decide::Rule(_) | Decide::ConfirmedAnd(_) | Decide::OnItsDay(_) => control.section("Example"),
        Decide::Confirmed(_) => Some(control.section("Example").unwrap_or_else(|| confirmed::example(control))),
        Decide::Filled(dataset, column) => Some(filled::example(dataset, column)),
    }
}

#[cfg(feature = "examples")]
fn blocks(clean: &str, fault: &str) -> String {
    format!("```clean\n{clean}\n```\n```fault\n{fault}\n```")
}

/// Asks a control its question.
pub(crate) fn decide(control: &Control, run: &Run<'_>, findings: &mut Findings<'_>) {
    match control.decide {
        Decide::Filled(dataset, column) => filled::check(dataset, column, run, findings),
        Decide::Confirmed(ref timing) => confirmed::check(control, timing, run, findings),
        Decide::OnItsDay(agreed) => {
            let record = records(control.step)[0];
            cadence::check(control, record, agreed, run, findings);
        }
        Decide::Rule(rule) => rule(run, findings),
        Decide::ConfirmedAnd(rule) => {
            rule(run, findings);
            confirmed::check(control, &Timing::Any, run, findings);
        }
    }
}

/// The figures of a step.
pub(crate) fn metrics(step: Step, run: &Run<'_>) -> BTreeMap<String, Metric> {
    match step {
        Step::A1 => entry::a1::metrics(run),
        Step::A2 => entry::a2::metrics(run),
        Step::D1 => entry::d1::metrics(run),
        Step::D2 => entry::decided::metrics(run),
        Step::A3 => delivery::a3::metrics(run),
        Step::A4 => delivery::a4::metrics(run),
        Step::D3 => delivery::d3::metrics(run),
        Step::D4 => delivery::d4::metrics(run),
        Step::A5 | Step::D5 => payment::file::metrics(run),
        Step::A6 | Step::D6 => payment::position::metrics(run),
    }
}

/// The tables that a step makes, the main one first.
#[must_use]
pub const fn records(step: Step) -> &'static [Dataset] {
    match step {
        Step::A1 => &[Dataset::Roster],
        Step::A2 => &[Dataset::LockedCohort],
        Step::A3 => &[Dataset::PriorityList],
        Step::A4 => &[Dataset::Assignments],
        Step::A5 => &[Dataset::PaymentAssurance],
        Step::A6 => &[Dataset::PaymentDecisions],
        Step::D1 => &[Dataset::EventRecords],
        Step::D2 => &[Dataset::LockedEvents],
        Step::D3 => &[Dataset::ResponseBundles, Dataset::BundleActions],
        Step::D4 => &[Dataset::Completions],
        Step::D5 => &[Dataset::SettlementFile],
        Step::D6 => &[Dataset::SettlementDecisions],
    }
}

/// The table that a step's name, or its own, stands for: `A3` and `priority_list` are the same.
#[must_use]
pub fn record_named(name: &str) -> Option<Dataset> {
    let of_step = || Step::named(&name.to_uppercase()).and_then(|step| records(step).first().copied());
    of_step().or_else(|| Dataset::named(&name.to_lowercase()).filter(|&dataset| maker(dataset).is_some()))
}

/// The step that makes a table.
pub(crate) fn maker(dataset: Dataset) -> Option<Step> {
    Step::ALL.into_iter().find(|&step| records(step).contains(&dataset))
}

/// A table that a step makes.
pub(crate) fn build<'r>(dataset: Dataset, step: Step, run: &'r Run<'_>) -> Result<Record<'r>, Misuse> {
    match step {
        Step::D3 if dataset == Dataset::BundleActions => delivery::d3::build_actions(run),
        Step::A1 => entry::a1::build(run),
        Step::A2 => entry::a2::build(run),
        Step::D1 => entry::d1::build(run),
        Step::D2 => entry::d2::build(run),
        Step::A3 => delivery::a3::build(run),
        Step::A4 => delivery::a4::build(run),
        Step::D3 => delivery::d3::build(run),
        Step::D4 => delivery::d4::build(run),
        Step::A5 | Step::D5 => payment::file::build(run),
        Step::A6 | Step::D6 => payment::position::build(run),
    }
}
