//! Whether statements to the board rest on the file as it is now.

use rust_decimal::Decimal;

use super::super::file::{differs, not_known, terms};
use super::{Statement, above, statements};
use crate::contract::Payment;
use crate::control::Findings;
use crate::derive::Run;
use crate::derive::payment::Amount;
use crate::finding::Place;
use crate::value::Digest;

/// Each statement since the file day names the file, its amount and no more than its ceiling. The first fault is told.
pub(crate) fn board_statements(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(terms) = terms(run, findings) else { return };
    for statement in statements(run, "board") {
        if statement.is_from_the_future(run, findings) || statement.issued < run.file_day() {
            continue;
        }
        let row = run.file().map(|file| file.get(&statement.month).copied());
        if row == Some(None) {
            let message = format!("The file has no row for {}, of which the statement speaks.", statement.month);
            let draft = findings.at(statement.table, statement.row).field("pilot_month");
            draft.stated(statement.month.to_string()).says(message);
            continue;
        }
        // What the file need not be read for is judged without it.
        let evidence = run.table(run.papers().file).zip(row.flatten()).map(|(file, row)| file.place(row));
        let _ = digest(run, &statement, findings)
            || amount(run, terms, &statement, evidence.clone(), findings)
            || position(run, &statement, evidence, findings);
    }
}

fn digest(run: &Run<'_>, statement: &Statement<'_>, findings: &mut Findings<'_>) -> bool {
    const FIELD: &str = "evidence_digest";
    let stated = statement.table.column(FIELD).text(statement.row);
    let mut digests = digests_of_file(run).map(|digest| digest.to_string());
    let expected = digests.next();
    let message = match &expected {
        Some(expected) if stated == expected.as_str() || digests.any(|other| stated == other.as_str()) => return false,
        None if !stated.is_empty() => return false,
        _ if stated.is_empty() => "The statement names no evidence: it needs the digest of the file that it rests on.",
        _ => "The statement rests on another file than the one that was given.",
    };
    let draft = findings.at(statement.table, statement.row).field(FIELD).stated(stated);
    draft.expected_if(expected).says(message);
    true
}

/// The digests of the bytes that were given as the file, whether they could be read or not; several where it is made of parts.
fn digests_of_file(run: &Run<'_>) -> impl Iterator<Item = Digest> {
    let dataset = run.papers().file;
    let table = run.table(dataset);
    let is_read = move |name: &str| table.is_none_or(|table| table.files().any(|file| file == name));
    let inputs = run.received.inputs().iter().filter(move |input| input.dataset == Some(dataset));
    inputs.filter(move |input| is_read(&input.label())).map(|input| input.digest)
}

fn amount(
    run: &Run<'_>,
    terms: &Payment,
    statement: &Statement<'_>,
    evidence: Option<Place>,
    findings: &mut Findings<'_>,
) -> bool {
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
    tell_amount(statement, evidence, expected, findings, message);
    true
}

fn tell_amount(
    statement: &Statement<'_>,
    evidence: Option<Place>,
    expected: Option<Decimal>,
    findings: &mut Findings<'_>,
    message: String,
) {
    const FIELD: &str = "asserted_amount";
    let stated = statement.table.column(FIELD).text(statement.row);
    let draft = findings.at(statement.table, statement.row).field(FIELD).stated(stated).other(evidence);
    draft.expected_if(expected).says(message);
}

fn position(run: &Run<'_>, statement: &Statement<'_>, evidence: Option<Place>, findings: &mut Findings<'_>) -> bool {
    let Some(ceiling) = run.ceiling(statement.month) else { return false };
    let Some((stated, message)) = above(&ceiling, statement.position) else { return false };
    let draft = findings.at(statement.table, statement.row).field("asserted_position").stated(stated.name());
    draft.expected(ceiling.position.name()).other(evidence).says(message);
    true
}
