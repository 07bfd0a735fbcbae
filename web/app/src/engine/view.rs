//! The core's report in the page's words: a translation, word by word, that adds nothing and decides nothing.

use std::collections::BTreeMap;

use tieout::control::Kind;
use tieout::report::{ControlReport, Explanation, FactorPoints, InputRef, Metric, Outcome, State, StepReport};
use tieout::{Contract, Control, Dataset, Finding, Pilot, Received, Report, Severity, Step};

use super::evidence::Columns;
use super::{intake, said};
use crate::protocol::{
    ContractView, ControlView, FactorView, Figure, FigureValue, InputView, KindView, KnownTable, OutcomeView, Row,
    Sample, ScoredView, StateView, StepView, TableView, TierView, Verdict,
};

/// What a contract says about itself.
pub(super) fn contract(contract: &Contract, as_of: Option<String>) -> ContractView {
    ContractView {
        id: contract.id.clone(),
        version: contract.version.clone(),
        payer: contract.payer.clone(),
        provider: contract.provider.clone(),
        pilot: pilot(contract.pilot).to_owned(),
        sample: sample_of(contract.pilot),
        timezone: contract.timezone.to_string(),
        effective_from: contract.effective_from.to_string(),
        effective_to: contract.effective_to.to_string(),
        as_of,
    }
}

const fn pilot(pilot: Pilot) -> &'static str {
    match pilot {
        Pilot::Attribution => "Attribution pilot",
        Pilot::Diversion => "Crisis-diversion pilot",
    }
}

const fn sample_of(pilot: Pilot) -> Sample {
    match pilot {
        Pilot::Attribution => Sample::Attribution,
        Pilot::Diversion => Sample::Diversion,
    }
}

/// Every table that there is, in the order of the work.
pub(super) fn known_tables() -> Vec<KnownTable> {
    let known = |dataset: &Dataset| {
        let definition = dataset.definition();
        KnownTable {
            name: definition.name.to_owned(),
            about: definition.about.to_owned(),
            pilot: definition.pilot.map(|of| pilot(of).to_owned()),
            sample: definition.pilot.map(sample_of),
            columns: definition.columns.iter().map(|column| (column.name.to_owned(), column.required)).collect(),
        }
    };
    Dataset::ALL.iter().map(known).collect()
}

/// The answer of a run, without its findings.
pub(super) fn verdict(agreed: &Contract, received: &Received, report: &Report, is_sample: bool) -> Verdict {
    let mine = report.steps.iter().filter(|step| step.step.pilot() == agreed.pilot);
    Verdict {
        contract: contract(agreed, None),
        contract_digest: report.contract.digest.to_string(),
        mapping_digest: report.mapping.as_ref().map(|mapping| mapping.digest.to_string()),
        as_of: report.as_of.clone(),
        is_sample,
        inputs: report.inputs.iter().map(input).collect(),
        intake: intake::controls(&report.findings),
        steps: mine.map(step_view).collect(),
        tables: tables(received, report),
        findings: report.findings.len() as u32,
        blocking: report.findings.iter().filter(|finding| finding.severity == Severity::Block).count() as u32,
    }
}

fn input(input: &InputRef) -> InputView {
    InputView {
        dataset: input.dataset.map(|dataset| dataset.name().to_owned()),
        file: input.file.clone(),
        part: input.part.clone(),
        digest: input.digest.to_string(),
        rows: input.rows,
        notes: input.notes.iter().map(said::note).collect(),
    }
}

fn tables(received: &Received, report: &Report) -> Vec<TableView> {
    let mut counts: BTreeMap<Dataset, u32> =
        report.inputs.iter().filter_map(|input| Some((input.dataset?, 0))).collect();
    report.findings.iter().for_each(|finding| *counts.entry(finding.dataset).or_default() += 1);
    let view = |(dataset, findings): (Dataset, u32)| TableView {
        dataset: dataset.name().to_owned(),
        headers: received.table(dataset).map(|table| table.headers().to_vec()).unwrap_or_default(),
        findings,
    };
    counts.into_iter().map(view).collect()
}

fn step_view(step: &StepReport) -> StepView {
    StepView {
        step: step.step.to_string(),
        title: step.step.title().to_owned(),
        state: match step.state {
            State::Blocked => StateView::Blocked,
            State::Incomplete => StateView::Incomplete,
            State::Clear => StateView::Clear,
            State::NotStarted => StateView::NotStarted,
        },
        controls: step.controls.iter().filter_map(control).collect(),
        figures: figures(&step.metrics),
        records: tieout::records(step.step).iter().map(|record| record.name().to_owned()).collect(),
        scored: scored(step.step),
    }
}

/// Whom a step puts into tiers.
fn scored(step: Step) -> Option<ScoredView> {
    let dataset = match step {
        Step::A3 => Dataset::PriorityList,
        Step::D3 => Dataset::ResponseBundles,
        _ => return None,
    };
    let id_column = dataset.definition().key.first()?;
    Some(ScoredView { dataset: dataset.name().to_owned(), id_column: (*id_column).to_owned() })
}

/// A tier with what leads to it.
pub(super) fn tier(why: &Explanation) -> TierView {
    let factor = |factor: &FactorPoints| FactorView {
        field: factor.field.clone(),
        value: factor.value.map(|value| value.to_string()),
        points: factor.points.to_string(),
    };
    TierView { factors: why.factors.iter().map(factor).collect(), score: why.score.to_string(), tier: why.tier.clone() }
}

fn figures(metrics: &BTreeMap<String, Metric>) -> Vec<Figure> {
    let value = |metric: &Metric| match metric {
        Metric::Count(count) => FigureValue::One(count.to_string()),
        Metric::Text(text) => FigureValue::One(text.clone()),
        Metric::Group(group) => FigureValue::Many(figures(group)),
    };
    metrics.iter().map(|(name, metric)| Figure { name: name.clone(), value: value(metric) }).collect()
}

fn control(report: &ControlReport) -> Option<ControlView> {
    let control = of_catalogue(report.id)?;
    Some(ControlView {
        outcome: match report.outcome {
            Outcome::Held => OutcomeView::Held,
            Outcome::Failed => OutcomeView::Failed,
            Outcome::NotChecked => OutcomeView::NotChecked,
            Outcome::NotApplicable => OutcomeView::NotApplicable,
        },
        findings: report.findings,
        note: report.why.clone(),
        ..documented(control)
    })
}

/// The rule of a finding.
pub(super) fn control_of(finding: &Finding, report: &Report) -> ControlView {
    let mut reports = report.steps.iter().flat_map(|step| &step.controls);
    let found = reports.find(|control| control.id == finding.control).and_then(control);
    found.unwrap_or_else(|| intake::control(finding.control, 0))
}

fn documented(control: &Control) -> ControlView {
    ControlView {
        id: control.id.to_owned(),
        kind: match control.kind {
            Kind::Field => KindView::Field,
            Kind::Gate => KindView::Gate,
            Kind::Validation => KindView::Validation,
            Kind::Deadline => KindView::Deadline,
            Kind::Signoff => KindView::SignOff,
            Kind::Link => KindView::Link,
            Kind::Conduct => KindView::Conduct,
        },
        title: control.title().to_owned(),
        why: control.why(),
        remedy: control.remedy(),
        warns: control.severity == Severity::Warn,
        outcome: OutcomeView::Held,
        findings: 0,
        note: None,
    }
}

fn of_catalogue(id: &str) -> Option<&'static Control> {
    tieout::catalogue().iter().copied().find(|control| control.id == id)
}

/// A finding as a row of the table.
pub(super) fn row(finding: &Finding, columns: &Columns<'_>) -> Row {
    Row {
        control: finding.control.to_owned(),
        warns: finding.severity == Severity::Warn,
        dataset: finding.dataset.name().to_owned(),
        file: finding.file.as_deref().map(str::to_owned),
        line: finding.line,
        key: finding.key.clone(),
        field: finding.field.map(str::to_owned),
        stated: finding.stated.clone(),
        expected: finding.expected.clone(),
        message: finding.message.clone(),
        carried: columns.cells(finding),
    }
}
