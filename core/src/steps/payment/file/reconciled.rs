//! The outcome trigger and the open questions of each month.

use super::rows;
use crate::control::Findings;
use crate::dataset::Dataset;
use crate::derive::Run;
use crate::derive::payment::{Status, Trigger};
use crate::finding::Place;
use crate::table::{Row, Table};
use crate::value::Month;

const TRIGGER: &str = "outcome_trigger_status";
const QUESTIONS: &str = "unresolved_methodology_question_count";

/// Each row states the trigger that the outcome report gives, and counts the questions that are open. One difference is
/// told of a row, the trigger's before the questions'.
pub(crate) fn trigger_and_questions(run: &Run<'_>, findings: &mut Findings<'_>) {
    for (file, month, row) in rows(run) {
        if !trigger(run, file, month, row, findings) {
            questions(run, file, month, row, findings);
        }
    }
}

fn trigger(run: &Run<'_>, file: &Table, month: Month, row: Row, findings: &mut Findings<'_>) -> bool {
    let stated = Status::named(&file.column(TRIGGER).text(row));
    let Some((stated, trigger)) = stated.zip(run.trigger(month).ok()) else { return false };
    let differs = stated != trigger.status;
    if differs {
        let (stated, expected) = (stated.name(), trigger.status.name());
        let message = format!("The file says {stated} for {month}; {}: {expected}.", measured(&trigger));
        let draft = findings.at(file, row).field(TRIGGER).stated(stated).expected(expected);
        draft.other(evidence(run, &trigger)).says(message);
    }
    differs
}

fn questions(run: &Run<'_>, file: &Table, month: Month, row: Row, findings: &mut Findings<'_>) {
    let Some((stated, questions)) = file.column(QUESTIONS).count(row).zip(run.questions()) else { return };
    let (day, expected) = (run.file_day(), questions.count(month, run.file_day()));
    if stated != expected {
        let message = format!("The file counts {stated} open questions for {month}; on {day} there are {expected}.");
        let first = questions.open(month, day).next();
        let log = run.table(Dataset::MethodologyQuestions);
        let draft = findings.at(file, row).field(QUESTIONS).stated(file.column(QUESTIONS).text(row)).expected(expected);
        draft.other(log.zip(first).map(|(log, question)| log.place(question.row))).says(message);
    }
}

/// Each measure with its rate, as a list.
fn measured(trigger: &Trigger<'_>) -> String {
    if trigger.measures.is_empty() {
        return "the contract asks for no measure".to_owned();
    }
    let each = trigger.measures.iter().map(|measure| {
        let agreed = measure.agreed;
        match measure.rate {
            Some(rate) => {
                let rate = rate.round_dp(4).normalize();
                format!("{} is {rate} and must be {} {}", agreed.measure, agreed.op.name(), agreed.value)
            }
            None => format!("{} has no rate", agreed.measure),
        }
    });
    each.collect::<Vec<_>>().join(", ")
}

/// The first measure that is not as agreed, or else the first.
fn evidence(run: &Run<'_>, trigger: &Trigger<'_>) -> Option<Place> {
    let at_fault = trigger.measures.iter().find(|measure| measure.holds() != Some(true));
    let row = at_fault.or(trigger.measures.first())?.row?;
    run.table(Dataset::OutcomeReport).map(|report| report.place(row))
}
