//! Whether what awaits a decision has one, and whether each decision is tied to a record, to the executive register and to
//! the lock of what it let in.

use super::{Docket, Terms};
use crate::control::Findings;
use crate::dataset::Dataset::{self, ExecutiveRegister};
use crate::derive::Run;
use crate::derive::entry::{Decided, record_of};
use crate::finding::Place;
use crate::table::{Row, Subject};

/// Something that a decision should be tied to, and is not.
pub(crate) struct Loose {
    pub(crate) field: &'static str,
    pub(crate) expected: Option<String>,
    pub(crate) other: Option<Place>,
    pub(crate) missing_from: Option<Dataset>,
    pub(crate) message: String,
}

/// Tells of each row of the record that has no decision although its time is over.
pub(crate) fn undecided(run: &Run<'_>, findings: &mut Findings<'_>) {
    let pilot = run.contract.pilot;
    let (Some(record), Some(docket), Some(terms)) = (run.table(record_of(pilot)), Docket::of(run), Terms::of(run))
    else {
        return;
    };
    let subject = Subject::of(pilot);
    let id = record.column(subject.column());
    record.for_each_row(|row| {
        let number = record.number(subject, row);
        if docket.current(number).is_some() {
            return;
        }
        if let Some(due) = terms.passed(number) {
            let (id, due) = (id.text(row), due.written(run.clock()));
            let message = format!("{id} has no decision; it was due by {due}.");
            let draft = findings.at(record, row).field(subject.column()).stated(id);
            draft.missing_from(docket.dataset()).says(message);
        }
    });
}

/// Tells of each decision that is not tied to all that it should be; `own` is what one step asks besides, and `unlocked`
/// the decision on somebody or something that the lock has left out.
pub(crate) fn tied(
    run: &Run<'_>,
    findings: &mut Findings<'_>,
    own: impl Fn(Docket<'_>, u32, Decided) -> Option<Loose>,
    unlocked: impl Fn(Docket<'_>, u32) -> Option<Decided>,
) {
    let Some(docket) = Docket::of(run) else { return };
    let mut tell = |row: Row, loose: Loose| {
        let draft =
            findings.at(docket.table, row).field(loose.field).stated(docket.table.column(loose.field).text(row));
        let draft = draft.expected_if(loose.expected);
        let draft = if let Some(absent) = loose.missing_from { draft.missing_from(absent) } else { draft };
        draft.other(loose.other).says(loose.message);
    };
    for (number, decided) in docket.standing() {
        let loose = stray(run, docket, number, decided)
            .or_else(|| own(docket, number, decided))
            .or_else(|| unregistered(run, docket, number, decided));
        let unlocked = unlocked(docket, number).filter(|left_out| loose.is_none() || left_out.row != decided.row);
        if let Some(loose) = loose {
            tell(decided.row, loose);
        }
        if let Some(left_out) = unlocked {
            tell(left_out.row, outside_lock(run, docket, left_out));
        }
    }
}

/// A decision on nobody and nothing that the record names.
fn stray(run: &Run<'_>, docket: Docket<'_>, number: u32, decided: Decided) -> Option<Loose> {
    let record = record_of(run.contract.pilot);
    let has_row = run.records()?.get(number).is_some();
    (!has_row).then(|| Loose {
        field: Subject::of(run.contract.pilot).column(),
        expected: None,
        other: None,
        missing_from: Some(record),
        message: format!("{} was decided on, and {record} has no row for it.", docket.id(decided.row)),
    })
}

/// A decision that the executive register does not show, or shows otherwise.
fn unregistered(run: &Run<'_>, docket: Docket<'_>, number: u32, decided: Decided) -> Option<Loose> {
    let (register, class) = (run.register()?, decided.class?);
    let table = run.table(ExecutiveRegister)?;
    let shown = register.current(number, run.as_of.instant());
    let evidence = match shown {
        None => "has no row for it".to_owned(),
        // A code that is empty or nobody's was told of at intake.
        Some(shown) if shown.class.is_none_or(|shown| shown == class) => return None,
        Some(shown) => format!("shows {}", table.column("decision").text(shown.row)),
    };
    let (id, class) = (docket.id(decided.row), class.name());
    let message = format!("{id} is {class} by decision; the executive register {evidence}.");
    let other = shown.map(|shown| table.place(shown.row));
    Some(Loose { field: docket.code, expected: None, other, missing_from: Some(ExecutiveRegister), message })
}

/// A decision that let somebody or something in whom the lock leaves out.
fn outside_lock(run: &Run<'_>, docket: Docket<'_>, left_out: Decided) -> Loose {
    let lock = match Subject::of(run.contract.pilot) {
        Subject::Person => Dataset::LockedCohort,
        Subject::Event => Dataset::LockedEvents,
    };
    let message = format!("{} is {}, and {lock} does not have it.", docket.id(left_out.row), left_out.class_name());
    Loose { field: docket.code, expected: None, other: None, missing_from: Some(lock), message }
}
