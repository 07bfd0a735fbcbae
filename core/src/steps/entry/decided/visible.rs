//! Whether work began only once the decision that lets it begin could be seen.

use crate::contract::Class;
use crate::control::Findings;
use crate::dataset::Dataset::{ExecutiveRegister, LiveWorkflow, ResponseBundles};
use crate::derive::Run;
use crate::derive::entry::{Decisions, table_of};
use crate::table::{Subject, Table};
use crate::value::Pilot;

/// A log that must show the decision, and how people are told that it does not.
struct Shown<'r> {
    log: &'r Decisions,
    table: &'r Table,
    lack: String,
}

/// Each entry into the workflow, and each response, follows a decision and a register row that let it in; any row of
/// either log will do, also one that a later one has replaced.
pub(crate) fn visible(run: &Run<'_>, findings: &mut Findings<'_>) {
    let pilot = run.contract.pilot;
    let (dataset, dated, what) = match pilot {
        Pilot::Attribution => (LiveWorkflow, "entered_at", "entered the live workflow"),
        Pilot::Diversion => (ResponseBundles, "released_at", "had its response released"),
    };
    let Some(work) = run.table(dataset) else { return };
    let (subject, begun) = (Subject::of(pilot), work.column(dated));
    let (id, logs) = (work.column(subject.column()), logs(run));
    work.for_each_row(|row| {
        let (Some(at), number) = (begun.instant(row, run.clock()), work.number(subject, row)) else { return };
        let lacking = logs.iter().find(|shown| !shown.log.until(number, at).any(|decided| decided.admits()));
        if let Some(Shown { log, table, lack }) = lacking {
            let seen = log.current(number, run.as_of.instant()).map(|decided| table.place(decided.row));
            let stated = begun.text(row);
            let message = format!("{} {what} at {stated}; by then {lack}.", id.text(row));
            findings.at(work, row).field(dated).stated(stated).other(seen).says(message);
        }
    });
}

fn logs<'r>(run: &'r Run<'_>) -> Vec<Shown<'r>> {
    let pilot = run.contract.pilot;
    let admitting = Class::of(pilot).into_iter().find(|class| class.admits()).map_or("", Class::name);
    let decided = run.table(table_of(pilot).0).zip(run.decisions());
    let decided = decided.map(|(table, log)| (table, log, format!("no {admitting} decision had been made")));
    let registered = run.table(ExecutiveRegister).zip(run.register());
    let registered =
        registered.map(|(table, log)| (table, log, format!("the executive register showed no {admitting} decision")));
    [decided, registered].into_iter().flatten().map(|(table, log, lack)| Shown { log, table, lack }).collect()
}
