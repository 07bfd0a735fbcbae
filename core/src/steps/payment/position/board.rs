//! Whether statements to the board rest on the file as it is now.

use rust_decimal::Decimal;

use super::super::file::{differs, not_known, terms};
use super::{Statement, above, statements};
use crate::contract::Payment;
use crate::control::Findings;
use crate::derive::Run;
use crate::derive::payment::Amount;
use crate::table::Row;
use crate::value::Digest;

/// Each statement since the file day names the file, its amount and no more than its ceiling. The first fault is told.
pub(crate) fn board_statements(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(terms) = terms(run, findings) else { return };
    let Some(file) = run.file() else { return };
    for statement in statements(run, "board") {
        if statement.is_from_the_future(run, findings) || statement.issued < run.file_day() {
            continue;
        }
        let Some(&row) = file.get(&statement.month) else {
            let message = format!("The file has no row for {}, of which the statement speaks.", statement.month);
            let draft = findings.at(statement.table, statement.row).field("pilot_month");
            draft.stated(statement.month.to_string()).missing_from(run.papers().file).says(message);
            continue;
        };
        let _ = digest(run, &statement, findings)
            || amount(run, terms, &statement, row, findings)
            || position(run, &statement, row, findings);
    }
}

fn digest(run: &Run<'_>, statement: &Statement<'_>, findings: &mut Findings<'_>) -> bool {
    const FIELD: &str = "evidence_digest";
    let stated = statement.table.column(FIELD).text(statement.row);
    let Some(expected) = digest_of_file(run).map(|digest| digest.to_string()) else { return false };
    let differs = stated != expected;
    if differs {
        let message = if stated.is_empty() {
            format!("The statement names no evidence; the file's digest is {expected}.")
        } else {
            "The statement rests on another file than the one that was given.".to_owned()
        };
        findings.at(statement.table, statement.row).field(FIELD).stated(stated).expected(expected).says(message);
    }
    differs
}

/// The digest of the bytes that the file was read from.
fn digest_of_file(run: &Run<'_>) -> Option<Digest> {
    let file = run.table(run.papers().file)?;
    let mut inputs = run.received.inputs().iter();
    let input = inputs.find(|input| input.dataset == Some(file.dataset()) && input.file == file.file())?;
    Some(input.digest)
}

fn amount(run: &Run<'_>, terms: &Payment, statement: &Statement<'_>, row: Row, findings: &mut Findings<'_>) -> bool {
    let Some(stated) = statement.amount else { return false };
    let (expected, message) = match run.amount(statement.month) {
        Amount::Is(amount) if !differs(stated, amount, terms.savings_tolerance) => return false,
        Amount::Is(amount) => {
            let message = format!("The statement names {stated} for {}; the file supports {amount}.", statement.month);
            (Some(amount), message)
        }
        Amount::None => (None, format!("The statement names {stated}; the contract puts no value on what it counts.")),
        Amount::Unstated => return false,
        Amount::Unknown(unknown) => {
            not_known(statement.month, &unknown, findings);
            return false;
        }
    };
    tell_amount(run, statement, row, expected, findings, message);
    true
}

fn tell_amount(
    run: &Run<'_>,
    statement: &Statement<'_>,
    row: Row,
    expected: Option<Decimal>,
    findings: &mut Findings<'_>,
    message: String,
) {
    const FIELD: &str = "asserted_amount";
    let evidence = run.table(run.papers().file).map(|file| file.place(row));
    let stated = statement.table.column(FIELD).text(statement.row);
    let draft = findings.at(statement.table, statement.row).field(FIELD).stated(stated).other(evidence);
    match expected {
        Some(expected) => draft.expected(expected).says(message),
        None => draft.says(message),
    }
}

fn position(run: &Run<'_>, statement: &Statement<'_>, row: Row, findings: &mut Findings<'_>) -> bool {
    let Some(ceiling) = run.ceiling(statement.month) else { return false };
    let Some((stated, message)) = above(&ceiling, statement.position) else { return false };
    let evidence = run.table(run.papers().file).map(|file| file.place(row));
    let draft = findings.at(statement.table, statement.row).field("asserted_position").stated(stated.name());
    draft.expected(ceiling.position.name()).other(evidence).says(message);
    true
}
