//! The rules of intake beside those of the step. They belong to no step, so that the report does not list them.

use tieout::{Finding, rule};

use crate::protocol::{ControlView, KindView, OutcomeView};

/// Those that some finding speaks of, with how many do.
pub(super) fn controls(findings: &[Finding]) -> Vec<ControlView> {
    let of_intake = findings.iter().filter(|finding| finding.control.starts_with("IN-"));
    let of_intake: Vec<_> = of_intake.map(|finding| finding.control).collect();
    of_intake.chunk_by(|a, b| a == b).map(|group| control(group[0], group.len() as u32)).collect()
}

/// The one of this id.
pub(super) fn control(id: &str, findings: u32) -> ControlView {
    let (title, why, remedy) = rule(id).map_or_else(Default::default, |rule| (rule.title, rule.why, rule.remedy));
    ControlView {
        id: id.to_owned(),
        kind: KindView::Intake,
        title: title.to_owned(),
        why,
        remedy,
        warns: false,
        outcome: OutcomeView::Failed,
        findings,
        note: None,
    }
}
