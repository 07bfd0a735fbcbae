//! Whether what is said outside stays within what the committee decided.

use rust_decimal::Decimal;

use super::{Statement, statements};
use crate::control::Findings;
use crate::derive::Run;
use crate::derive::payment::{Decision, Position};
use crate::table::Table;

/// Each statement goes no further than the decision that stood on its day. The first fault is told.
pub(crate) fn external_statements(run: &Run<'_>, findings: &mut Findings<'_>) {
    let decided = run.table(run.papers().decisions).zip(run.committee());
    for statement in statements(run, "external") {
        let (false, Some((log, committee))) = (statement.is_from_the_future(run, findings), decided) else { continue };
        if let Some(decision) = committee.current(statement.month, statement.issued) {
            let _ = position(run, log, &statement, decision, findings) || amount(log, &statement, decision, findings);
        } else {
            let message = format!("{} had not been decided on by {}.", statement.month, statement.issued);
            let draft = findings.at(statement.table, statement.row).field("pilot_month");
            draft.stated(statement.month.to_string()).says(message);
        }
    }
}

fn position(
    run: &Run<'_>,
    log: &Table,
    statement: &Statement<'_>,
    decision: Decision,
    findings: &mut Findings<'_>,
) -> bool {
    let decided = Position::named(&log.column(run.papers().position).text(decision.row));
    let Some((stated, decided)) = statement.position.zip(decided).filter(|(stated, decided)| stated > decided) else {
        return false;
    };
    let (stated, decided) = (stated.name(), decided.name());
    let message = format!("{stated} is more than the committee decided on {}: {decided}.", decision.day);
    let draft = findings.at(statement.table, statement.row).field("asserted_position").stated(stated);
    draft.expected(decided).other(Some(log.place(decision.row))).says(message);
    true
}

fn amount(log: &Table, statement: &Statement<'_>, decision: Decision, findings: &mut Findings<'_>) -> bool {
    const FIELD: &str = "asserted_amount";
    let approved = log.column("approved_amount");
    // A decision that approves no amount approves none; one whose amount cannot be read has its own finding.
    let approved = match approved.money(decision.row) {
        Some(approved) => approved,
        None if approved.is_empty(decision.row) => Decimal::ZERO,
        None => return false,
    };
    let Some(stated) = statement.amount.filter(|&stated| stated > approved) else { return false };
    let message = format!("{stated} is more than the committee approved on {}: {approved}.", decision.day);
    let text = statement.table.column(FIELD).text(statement.row);
    let draft = findings.at(statement.table, statement.row).field(FIELD).stated(text);
    draft.expected(format!("{approved} or less")).other(Some(log.place(decision.row))).says(message);
    true
}
