//! Whether each row of a record carries the exclusion code that the rules give it, on a roster or among event records.

use std::collections::BTreeMap;

use crate::control::Findings;
use crate::derive::Run;
use crate::derive::entry::{Ruling, record_of};
use crate::metric::Metric;
use crate::table::Subject;

const FIELD: &str = "exclusion_reason_code";

/// Whoever or whatever the rules keep out carries a code.
pub(super) fn present(run: &Run<'_>, findings: &mut Findings<'_>) {
    if run.contract.criteria.is_empty() {
        findings.not_applicable = Some("The contract has no criteria.".to_owned());
        return;
    }
    let (pilot, rulings) = (run.contract.pilot, run.rulings());
    let Some((record, rulings)) = run.table(record_of(pilot)).zip(rulings) else { return };
    let (subject, stated) = (Subject::of(pilot), record.column(FIELD));
    record.for_each_row(|row| {
        if !stated.is_empty(row) {
            return;
        }
        let number = record.number(subject, row);
        if let Ruling::Excluded(criterion) = rulings.get(number) {
            let code = &criterion.exclusion_code;
            let message = format!(
                "No exclusion code is entered, and criterion {} gives {code}: {}.",
                criterion.id,
                run.contract.label_of(code)
            );
            findings.at(record, row).field(FIELD).expected(code).other(run.admitted_by(number)).says(message);
        }
    });
}

/// A code that is there is the contract's, and the one that the rules give.
pub(super) fn correct(run: &Run<'_>, findings: &mut Findings<'_>) {
    let pilot = run.contract.pilot;
    let Some(record) = run.table(record_of(pilot)) else { return };
    let (subject, stated) = (Subject::of(pilot), record.column(FIELD));
    record.for_each_row(|row| {
        let Some(code) = stated.code(row) else { return };
        let number = record.number(subject, row);
        let ruling = run.rulings().map_or(Ruling::Undecided, |rulings| rulings.get(number));
        let message = match (run.contract.exclusion_code(&code), ruling) {
            (None, _) => format!("{code} is not one of the contract's exclusion codes."),
            (Some(_), Ruling::Undecided) => return,
            (Some(known), Ruling::Qualifies) if known.manual => return,
            (Some(_), Ruling::Qualifies) => {
                format!("{code} is entered, and every criterion holds: the rules give no code.")
            }
            (Some(_), Ruling::Excluded(criterion)) if criterion.exclusion_code == code => return,
            (Some(_), Ruling::Excluded(criterion)) => {
                format!(
                    "{code} is entered, and the first criterion that fails is {}, which gives {}.",
                    criterion.id, criterion.exclusion_code
                )
            }
        };
        let draft = findings.at(record, row).field(FIELD).stated(code).other(run.admitted_by(number));
        draft.expected_if(ruling.code()).says(message);
    });
}

/// How many qualify, and how many each code keeps out; none where a ruling could not be made.
pub(super) fn metric(run: &Run<'_>, judged: impl Iterator<Item = u32>) -> Option<(String, Metric)> {
    let (rulings, mut counts) = (run.rulings()?, BTreeMap::<&str, usize>::new());
    for number in judged {
        let outcome = match rulings.get(number) {
            Ruling::Undecided => return None,
            Ruling::Qualifies => "qualifies",
            Ruling::Excluded(criterion) => &criterion.exclusion_code,
        };
        *counts.entry(outcome).or_default() += 1;
    }
    Some(("criteria".to_owned(), Metric::counts(counts)))
}
