//! The door: a contract, an instant and files in; a report or a record out. The same bytes give the same answer.

use std::collections::BTreeMap;

use crate::as_of::AsOf;
use crate::contract::Contract;
use crate::control::{Control, Findings, Need};
use crate::dataset::Dataset;
use crate::derive::Run;
use crate::finding::{Finding, Severity};
use crate::intake::{Input, Received};
use crate::misuse::Misuse;
use crate::record::Record;
use crate::report::{
    ContractRef, ControlReport, Explanation, FactorPoints, InputRef, MappingRef, Outcome, Report, State, StepReport,
};
use crate::steps;
use crate::value::{Step, side_by_side, sort_by};

/// Holds every record that was received against what its sources say.
#[must_use]
pub fn check(contract: &Contract, as_of: AsOf, received: &Received) -> Report {
    let run = Run::new(contract, as_of, received);
    let mut findings = received.defects().to_vec();
    sort_by(&mut findings, |a, b| a.control.cmp(b.control).then_with(|| a.place_order(b)));
    let steps = Step::ALL.into_iter().map(|step| check_step(step, &run, &mut findings)).collect();
    let inputs = received.inputs().iter().cloned();
    Report {
        tieout: env!("CARGO_PKG_VERSION"),
        contract: ContractRef { id: contract.id.clone(), version: contract.version.clone(), digest: contract.digest },
        mapping: received.mapping().map(|digest| MappingRef { digest }),
        as_of: as_of.to_string(),
        inputs: inputs.map(input_ref).collect(),
        steps,
        findings,
    }
}

/// Derives a table that a step makes from its sources, and hands it to `with`.
///
/// # Errors
/// A table that no step makes, or whose sources were not received, is refused.
pub fn build<T>(
    dataset: Dataset,
    contract: &Contract,
    as_of: AsOf,
    received: &Received,
    with: impl FnOnce(&Record<'_>) -> T,
) -> Result<T, Misuse> {
    let step = steps::maker(dataset).ok_or_else(|| {
        Misuse::new(format!("{dataset} comes from outside: no step makes it. Give its file instead."))
    })?;
    if step.pilot() != contract.pilot {
        let why = format!("{step} belongs to the other kind of pilot; contract {} has none.", contract.id);
        return Err(Misuse::new(why));
    }
    steps::build(dataset, step, &Run::new(contract, as_of, received)).map(|record| with(&record))
}

/// Builds a table that a step makes as CSV, in its canonical columns.
///
/// # Errors
/// As [`build`].
#[expect(clippy::redundant_closure_for_method_calls, reason = "the method's path stands for one lifetime, not for any")]
pub fn build_csv(dataset: Dataset, contract: &Contract, as_of: AsOf, received: &Received) -> Result<String, Misuse> {
    build(dataset, contract, as_of, received, |record| record.to_csv())
}

/// Why a participant on the priority list, or an event that has a response, is in its tier: what counts, with its points.
///
/// Nothing where the contract scores nothing, where a source is absent, or for somebody who is not active.
#[must_use]
pub fn why_tier(step: Step, contract: &Contract, as_of: AsOf, received: &Received, key: &str) -> Option<Explanation> {
    let run = Run::new(contract, as_of, received);
    let score = run.why_tier(step, key).filter(|_| step.pilot() == contract.pilot)?;
    let factors = score.factors.iter().map(|weighed| FactorPoints {
        field: weighed.factor.field.name(),
        value: weighed.value,
        points: weighed.points,
    });
    Some(Explanation { factors: factors.collect(), score: score.total, tier: score.tier.tier.clone() })
}

fn input_ref(input: Input) -> InputRef {
    let Input { dataset, file, digest, rows, part, notes } = input;
    InputRef { dataset, file, digest, rows, part, notes }
}

fn check_step(step: Step, run: &Run<'_>, findings: &mut Vec<Finding>) -> StepReport {
    let controls = steps::controls(step);
    if step.pilot() != run.contract.pilot {
        let why = "The contract is of the other kind of pilot.";
        return idle(step, controls, Outcome::NotApplicable, why);
    }
    if !is_started(step, run) {
        return idle(step, controls, Outcome::NotChecked, "None of the step's own tables was given.");
    }
    let mut blocked = controls.iter().flat_map(|control| needs(control, run)).any(|need| has_defects(need, run));
    let mut reports = Vec::with_capacity(controls.len());
    let decided = side_by_side(controls.iter(), |control, _| check_control(control, run), &mut |_, _| ());
    for (control, (report, found)) in controls.iter().zip(decided) {
        blocked |= report.outcome == Outcome::Failed && control.severity == Severity::Block;
        findings.extend(found);
        reports.push(report);
    }
    let open = reports.iter().any(|report| report.outcome == Outcome::NotChecked);
    let state = match (blocked, open) {
        (true, _) => State::Blocked,
        (false, true) => State::Incomplete,
        (false, false) => State::Clear,
    };
    StepReport { step, state, controls: reports, metrics: steps::metrics(step, run) }
}

/// A step that was not begun.
fn idle(step: Step, controls: &[Control], outcome: Outcome, why: &str) -> StepReport {
    let report = |control: &Control| ControlReport { id: control.id, outcome, findings: 0, why: Some(why.to_owned()) };
    StepReport {
        step,
        state: State::NotStarted,
        controls: controls.iter().map(report).collect(),
        metrics: BTreeMap::new(),
    }
}

/// Whether one of the step's own tables was given, readable or not.
fn is_started(step: Step, run: &Run<'_>) -> bool {
    let given = |dataset: Dataset| run.table(dataset).is_some() || run.received.is_refused(dataset);
    Dataset::ALL.iter().any(|&dataset| dataset.definition().step == Some(step) && given(dataset))
}

fn has_defects(dataset: Dataset, run: &Run<'_>) -> bool {
    run.received.defects().iter().any(|defect| defect.dataset == dataset)
}

fn check_control(control: &'static Control, run: &Run<'_>) -> (ControlReport, Vec<Finding>) {
    let mut findings = Findings::new(control);
    steps::decide(control, run, &mut findings);
    let count = findings.len() as u32;
    let (outcome, why) =
        match (count, findings.not_applicable.take(), findings.not_checked.take().or_else(|| lacks(control, run))) {
            (1.., ..) => (Outcome::Failed, None),
            (0, Some(why), _) => (Outcome::NotApplicable, Some(why)),
            (0, None, Some(why)) => (Outcome::NotChecked, Some(why)),
            (0, None, None) => (Outcome::Held, None),
        };
    (ControlReport { id: control.id, outcome, findings: count, why }, findings.into_sorted())
}

/// Which of the tables that a control needs are absent, as a sentence.
fn lacks(control: &Control, run: &Run<'_>) -> Option<String> {
    let list = |refused: bool| {
        let absent =
            needs(control, run).filter(|&need| run.table(need).is_none() && run.received.is_refused(need) == refused);
        absent.map(Dataset::name).collect::<Vec<_>>().join(", ")
    };
    let (missing, unread) = (list(false), list(true));
    let sentence = match (missing.is_empty(), unread.is_empty()) {
        (true, true) => return None,
        (false, true) => format!("Not given: {missing}."),
        (true, false) => format!("Could not be read: {unread}."),
        (false, false) => format!("Not given: {missing}. Could not be read: {unread}."),
    };
    Some(sentence)
}

/// The tables that a control reads, each once.
fn needs(control: &Control, run: &Run<'_>) -> impl Iterator<Item = Dataset> {
    let mut tables = Vec::new();
    for need in control.needs {
        match *need {
            Need::Table(dataset) => tables.push(dataset),
            Need::Criteria => {
                tables.extend(run.contract.criteria.iter().map(|criterion| criterion.field.source()));
            }
            Need::Factors => {
                let factors = run.contract.scoring.iter().flat_map(|scoring| &scoring.factors);
                tables.extend(factors.map(|factor| factor.field.source()));
            }
            Need::Figure(figure) => tables.extend(figure.sources(run.contract)),
        }
    }
    let mut seen = Vec::new();
    tables.retain(|dataset| {
        !seen.contains(dataset) && {
            seen.push(*dataset);
            true
        }
    });
    tables.into_iter()
}
