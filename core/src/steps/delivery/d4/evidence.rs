//! Whether what was claimed to be done is evidenced, and what was not done has a reason.

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{Completions, DeliveryLog, ResponseBundles};
use crate::derive::Run;
use crate::derive::delivery::Evidence;
use crate::table::{Row, Subject, Table};

control! {
    /// Each case with an incomplete action has a reason code of the contract.
    ///
    /// ## Why
    /// An action that was not done is no fault in itself. One that nobody can explain is.
    /// ## Remedy
    /// Enter the evidence that is missing in the delivery log, or one of the contract's reason codes.
    /// ## Example
    /// ```clean
    /// response_bundles: event_id response_tier | E1 immediate
    /// delivery_log: event_id component delivered_at evidence_ref | E1 safety_plan 2026-03-08T10:00 DOC-1
    /// completions: event_id review_date incomplete_reason_code | E1 2026-03-09T09:00 DECLINED
    /// ```
    /// ```fault
    /// response_bundles: event_id response_tier | E1 immediate
    /// delivery_log: event_id component delivered_at evidence_ref | E1 safety_plan 2026-03-08T10:00 DOC-1
    /// completions: event_id review_date incomplete_reason_code | E1 2026-03-09T09:00 - <-
    /// ```
    REASON = "D4-G1" Gate Block,
    needs [Need::Table(Completions), Need::Table(ResponseBundles), Need::Table(DeliveryLog)],
    Decide::Rule(reason)
}

control! {
    /// A case is stabilized only where every required action is evidenced.
    ///
    /// ## Why
    /// This is the one word for which the payer pays. It has to be shown, action by action.
    /// ## Remedy
    /// Enter the evidence for the action named here, or lower the status to what is evidenced.
    /// ## Example
    /// ```clean
    /// response_bundles: event_id response_tier | E1 urgent
    /// delivery_log: event_id component delivered_at evidence_ref | E1 safety_plan 2026-03-09T09:00 DOC-1
    /// completions: event_id review_date completion_status | E1 2026-03-09T09:00 stabilized
    /// ```
    /// ```fault
    /// response_bundles: event_id response_tier | E1 urgent
    /// delivery_log: event_id component delivered_at evidence_ref | E1 safety_plan 2026-03-09T09:01 DOC-1
    /// completions: event_id review_date completion_status | E1 2026-03-09T09:00 stabilized <-
    /// ```
    STABILIZED = "D4-V1" Validation Block,
    needs [Need::Table(Completions), Need::Table(ResponseBundles), Need::Table(DeliveryLog)],
    Decide::Rule(stabilized)
}

fn reason(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(table) = run.table(Completions) else { return };
    let stated = table.column("incomplete_reason_code");
    for_each_incomplete(run, table, |row, lacks| {
        let code = stated.text(row);
        if run.contract.reason_codes.iter().any(|known| known.code == code) {
            return;
        }
        let lacks = lacks.join(" and ");
        let message = if code.is_empty() {
            format!("There is no evidence of {lacks}, and no reason code says why.")
        } else {
            format!("There is no evidence of {lacks}, and {code} is not one of the contract's reason codes.")
        };
        findings.at(table, row).field("incomplete_reason_code").stated(code).says(message);
    });
}

fn stabilized(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(table) = run.table(Completions) else { return };
    let status = table.column("completion_status");
    for_each_incomplete(run, table, |row, lacks| {
        let status = status.text(row);
        for component in lacks.iter().filter(|_| status == "stabilized") {
            let message = format!("The case is stabilized, and by its review there is no evidence of {component}.");
            let draft = findings.at(table, row).field("completion_status").stated(status.clone());
            draft.expected(format!("evidence of {component}")).says(message);
        }
    });
}

/// Visits every completion for which some required component is not evidenced, with those components.
fn for_each_incomplete(run: &Run<'_>, table: &Table, mut visit: impl FnMut(Row, &[&str])) {
    let (Some(bundles), Some(evidence)) = (run.bundles(), Evidence::of(run)) else { return };
    let reviewed = table.column("review_date");
    table.for_each_row(|row| {
        let event = table.number(Subject::Event, row);
        let Some(components) = bundles.get(event).and_then(|bundle| run.components(bundle)) else { return };
        let until = reviewed.instant(row, run.clock()).unwrap_or(run.as_of.instant());
        let lacks = evidence.lacks(event, components, until);
        if !lacks.is_empty() {
            visit(row, &lacks);
        }
    });
}
