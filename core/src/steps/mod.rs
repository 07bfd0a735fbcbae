//! The work: twelve steps in three rooms, each with its controls and, where it makes one, its record.

pub(crate) mod entry;
pub(crate) mod delivery;
pub(crate) mod payment;

mod confirmed;
mod filled;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::control::{Control, Decide, Findings};
use crate::derive::Run;
use crate::misuse::Misuse;
use crate::record::Record;
use crate::report::Metric;
use crate::value::Step;

/// Every control of every step, in the order of reports.
#[must_use]
pub fn catalogue() -> &'static [&'static Control] {
    static ALL: LazyLock<Vec<&'static Control>> = LazyLock::new(|| Step::ALL.into_iter().flat_map(controls).collect());
    &ALL
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

/// Asks a control its question.
pub(crate) fn decide(control: &Control, run: &Run<'_>, findings: &mut Findings<'_>) {
    match control.decide {
        Decide::Filled(dataset, column) => filled::check(dataset, column, run, findings),
        Decide::Confirmed => confirmed::check(control, run, findings),
        Decide::Rule(rule) => rule(run, findings),
        Decide::Listed => findings.not_checked = Some("This version lists the control and does not decide it yet.".to_owned()),
    }
}

/// The figures of a step.
pub(crate) fn metrics(step: Step, run: &Run<'_>) -> BTreeMap<String, Metric> {
    match step {
        Step::A1 => entry::a1::metrics(run),
        _ => BTreeMap::new(),
    }
}

/// The record of a step.
pub(crate) fn build<'r>(step: Step, run: &'r Run<'_>) -> Result<Record<'r>, Misuse> {
    match step {
        Step::A1 => entry::a1::build(run),
        _ => Err(Misuse::new(format!("This version builds no record for {step}. It builds A1."))),
    }
}
