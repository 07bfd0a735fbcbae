//! Whether a decision notes the doubts that the file shows, and stays under its ceiling.

use super::super::file::{not_known, terms};
use super::{above, standing};
use crate::contract::Payment;
use crate::control::Findings;
use crate::dataset::Dataset;
use crate::derive::Run;
use crate::derive::payment::{Amount, Decision, LAG_NOTE, Position};
use crate::table::Table;
use crate::value::Month;

/// Each standing decision notes what is open on its day, and goes no further than the file.
pub(crate) fn noted(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(terms) = terms(run, findings) else { return };
    for (log, month, decision) in standing(run) {
        for (kind, column) in run.papers().notes {
            question(run, log, month, decision, (kind, column), findings);
        }
        lag(run, terms, log, month, decision, findings);
        position(run, log, month, decision, findings);
        amount(run, terms, log, month, decision, findings);
    }
}

/// A question of a kind that asks for a note.
fn question(
    run: &Run<'_>,
    log: &Table,
    month: Month,
    decision: Decision,
    (kind, column): (&str, &'static str),
    findings: &mut Findings<'_>,
) -> bool {
    let (Some(questions), true) = (run.questions(), log.column(column).is_empty(decision.row)) else { return false };
    let Some(open) = questions.open(month, decision.day).find(|question| question.kind == kind) else { return false };
    let message = format!("Question {} on {kind} is open on {}, and {column} is empty.", open.id, decision.day);
    let place = run.table(Dataset::MethodologyQuestions).map(|log| log.place(open.row));
    findings.at(log, decision.row).field(column).other(place).says(message);
    true
}

fn lag(run: &Run<'_>, terms: &Payment, log: &Table, month: Month, decision: Decision, findings: &mut Findings<'_>) {
    if question(run, log, month, decision, ("lag", LAG_NOTE), findings) {
        return;
    }
    let Ok(lag) = run.lag(month) else { return };
    if lag.pct > terms.lag_supportable_pct && log.column(LAG_NOTE).is_empty(decision.row) {
        let message = format!(
            "The claims lag of {month} is {} %, above {} %, and {LAG_NOTE} is empty.",
            lag.pct, terms.lag_supportable_pct
        );
        findings.at(log, decision.row).field(LAG_NOTE).says(message);
    }
}

fn position(run: &Run<'_>, log: &Table, month: Month, decision: Decision, findings: &mut Findings<'_>) {
    let column = run.papers().position;
    let stated = Position::named(&log.column(column).text(decision.row));
    let Some(ceiling) = run.ceiling(month) else { return };
    if let Some((stated, message)) = above(&ceiling, stated) {
        let draft = findings.at(log, decision.row).field(column).stated(stated.name());
        draft.expected(ceiling.position.name()).says(message);
    }
}

fn amount(run: &Run<'_>, terms: &Payment, log: &Table, month: Month, decision: Decision, findings: &mut Findings<'_>) {
    const FIELD: &str = "approved_amount";
    let Some(approved) = log.column(FIELD).money(decision.row) else { return };
    match run.amount(month) {
        Amount::Is(amount) => {
            let is_above = approved.checked_sub(amount).is_none_or(|over| over > terms.savings_tolerance);
            if is_above {
                let message = format!("{approved} is approved for {month}, and the file supports {amount}.");
                let draft = findings.at(log, decision.row).field(FIELD).stated(log.column(FIELD).text(decision.row));
                draft.expected(format!("{amount} or less")).other(file_row(run, month)).says(message);
            }
        }
        Amount::Unknown(unknown) => not_known(month, &unknown, findings),
        Amount::Unstated | Amount::None => {}
    }
}

fn file_row(run: &Run<'_>, month: Month) -> Option<crate::finding::Place> {
    let row = *run.file()?.get(&month)?;
    run.table(run.papers().file).map(|file| file.place(row))
}
