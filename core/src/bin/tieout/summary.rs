//! A report for people at a terminal: how each step stands and where to look first. It says what it leaves out.

use std::io::{self, Write};

use tieout::report::{Outcome, Report, State, StepReport};
use tieout::{Finding, Note, NoteKind, rule};

/// How many findings of one control are shown before the rest is counted.
const SHOWN: usize = 10;

/// Writes the summary of a report.
pub(crate) fn write(out: &mut impl Write, report: &Report) -> io::Result<()> {
    let contract = &report.contract;
    writeln!(out, "Contract {} {}, as of {}", contract.id, contract.version, report.as_of)?;
    for input in &report.inputs {
        let table = input.dataset.map_or("no table", |dataset| dataset.name());
        let part = input.part.as_ref().map(|part| format!(" ({part})")).unwrap_or_default();
        writeln!(out, "  {:<24} {:>9} rows  {}{part}", table, input.rows, input.file)?;
        input.notes.iter().try_for_each(|note| write_note(out, note))?;
    }
    write_group(out, report, "Intake", |id| id.starts_with("IN-"))?;
    let started: Vec<_> = report.steps.iter().filter(|step| step.state != State::NotStarted).collect();
    if started.is_empty() {
        writeln!(out, "\nNo step was begun: none of the files is a step's own record.")?;
    }
    started.into_iter().try_for_each(|step| write_step(out, report, step))
}

/// What was done so that a file could be read, and what is odd about it.
fn write_note(out: &mut impl Write, note: &Note) -> io::Result<()> {
    let kind = match note.kind {
        NoteKind::Read => "read",
        NoteKind::Mapped => "mapped",
        NoteKind::Repaired => "repaired",
        NoteKind::Doubted => "doubted",
        NoteKind::Governed => "governed",
    };
    let field = note.field.map_or_else(String::new, |field| format!("{field}: "));
    writeln!(out, "    {kind:<9} {field}{}", note.message)
}

fn write_step(out: &mut impl Write, report: &Report, step: &StepReport) -> io::Result<()> {
    let state = match step.state {
        State::Blocked => "blocked",
        State::Incomplete => "incomplete",
        State::Clear => "clear",
        State::NotStarted => "not started",
    };
    writeln!(out, "\n{} {}: {state}", step.step, step.step.title())?;
    for control in &step.controls {
        let (mark, note) = match control.outcome {
            Outcome::Held => ("ok  ", String::new()),
            Outcome::Failed => ("FAIL", format!("  {}", plural(control.findings as usize, "finding"))),
            Outcome::NotChecked => ("?   ", format!("  {}", control.why.as_deref().unwrap_or_default())),
            Outcome::NotApplicable => ("-   ", format!("  {}", control.why.as_deref().unwrap_or_default())),
        };
        writeln!(out, "  {mark} {:<6} {}{note}", control.id, title(control.id))?;
    }
    for control in step.controls.iter().filter(|control| control.outcome == Outcome::Failed) {
        write_group(out, report, &format!("{} {}", control.id, title(control.id)), |id| id == control.id)?;
    }
    Ok(())
}

fn write_group(out: &mut impl Write, report: &Report, heading: &str, belongs: impl Fn(&str) -> bool) -> io::Result<()> {
    let group: Vec<&Finding> = report.findings.iter().filter(|finding| belongs(finding.control)).collect();
    if group.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{heading}: {}", plural(group.len(), "finding"))?;
    for finding in group.iter().take(SHOWN) {
        let place = finding
            .line
            .map_or_else(|| finding.dataset.name().to_owned(), |line| format!("{}:{line}", finding.dataset));
        writeln!(out, "  {place:<28} {}", finding.message)?;
    }
    match group.len().saturating_sub(SHOWN) {
        0 => Ok(()),
        more => writeln!(out, "  … and {more} more; --json prints every one."),
    }
}

fn title(id: &str) -> &'static str {
    rule(id).map_or("", |rule| rule.title)
}

fn plural(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
