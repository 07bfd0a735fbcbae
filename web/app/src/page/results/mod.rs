//! The answer of a run: the state of each step, its controls, and every finding.

mod columns;
mod controls;
mod downloads;
mod figures;
mod filters;
mod finding;
mod grid;
mod heads;
mod inputs;
mod steps;
mod strip;
mod why_tier;

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::Heading;
use super::button::Button;
use super::desk::Desk;
use super::words::{counted, meaning, state};
use crate::protocol::{NoteKindView, OutcomeView, StateView, StepView, Verdict};

/// Shows a verdict, and lets the user look into it.
#[component]
pub fn Results(verdict: Arc<Verdict>) -> impl IntoView {
    let desk = Desk::here();
    let first = verdict.steps.iter().position(|step| step.state != StateView::NotStarted).unwrap_or(0);
    let chosen = RwSignal::new(first);
    let is_sample = verdict.is_sample;
    provide_context(Arc::clone(&verdict));
    provide_context(Chosen(chosen));
    view! {
        <section class="results">
            <header class="results-head">
                <Summary chosen/>
                <p class="row">
                    <Button press=move |()| desk.gather()>
                        {if is_sample { "Check your own files" } else { "Back to the files" }}
                    </Button>
                </p>
            </header>
            {is_sample.then(|| view! {
                <p class="note">"This is a sample pilot: its people are made up, and its faults were planted."</p>
            })}
            <steps::Steps chosen/>
            <controls::Controls chosen/>
            <figures::Figures chosen/>
            <why_tier::WhyTier chosen/>
            <Findings chosen/>
            <inputs::Inputs/>
        </section>
    }
}

/// The verdict of the run that is shown.
fn shown() -> Arc<Verdict> {
    expect_context()
}

/// The place of the step that is looked into.
#[derive(Debug, Clone, Copy)]
struct Chosen(RwSignal<usize>);

/// The place of the step that is looked into, for whoever is not told of it.
fn chosen() -> RwSignal<usize> {
    expect_context::<Chosen>().0
}

#[component]
fn Summary(chosen: RwSignal<usize>) -> impl IntoView {
    let verdict = shown();
    let rows: u64 = verdict.inputs.iter().map(|input| u64::from(input.rows)).sum();
    let read = verdict.inputs.iter().filter(|input| input.dataset.is_some());
    let files = read.map(|input| (&input.file, &input.digest)).collect::<BTreeSet<_>>().len() as u64;
    let facts = format!(
        "{} from {}, held against contract {} version {} as of {}",
        counted(rows, "row", "rows"),
        counted(files, "file", "files"),
        verdict.contract.id,
        verdict.contract.version,
        verdict.as_of,
    );
    let about_files: u64 = verdict.intake.iter().map(|control| u64::from(control.findings)).sum();
    let about_files = (about_files > 0)
        .then(|| format!(" {} more on the files as received.", counted(about_files, "finding", "findings")));
    let notes = verdict.inputs.iter().flat_map(|input| &input.notes);
    let doubts = notes.filter(|note| note.kind == NoteKindView::Doubted).count() as u64;
    let doubts = (doubts > 0).then(|| {
        let doubts = counted(doubts, "doubt", "doubts");
        view! { " "<a href="#inputs-title">{doubts}" about what was read"</a>"." }
    });
    let steps = verdict.steps.clone();
    let step = Memo::new(move |_| steps.get(chosen.get()).cloned());
    let said = move |read: fn(&StepView) -> String| step.with(|step| step.as_ref().map(read));
    view! {
        <div>
            <Heading>{move || said(|step| format!("{} {}: {}", step.step, step.title, state(step.state).to_lowercase()))}</Heading>
            <p class="lede">{move || said(|step| meaning(step.state).to_owned())}</p>
            <p>{move || step.with(|step| step.as_ref().map(count_of))}{move || said(tally)}{about_files}{doubts}</p>
            <p class="quiet">{facts}</p>
        </div>
    }
}

/// How many findings the step has, and the way to them.
fn count_of(step: &StepView) -> AnyView {
    match findings_of(step) {
        0 => "0 findings".into_any(),
        findings => view! { <controls::FindingsLink id=step.step.clone() findings/> }.into_any(),
    }
}

fn findings_of(step: &StepView) -> u32 {
    step.controls.iter().map(|control| control.findings).sum()
}

/// One line on how the step's controls came out.
fn tally(step: &StepView) -> String {
    let of = |outcome| step.controls.iter().filter(|control| control.outcome == outcome).count() as u64;
    let parts = [
        (OutcomeView::Held, "hold"),
        (OutcomeView::Failed, "have findings"),
        (OutcomeView::NotChecked, "not checked"),
        (OutcomeView::NotApplicable, "do not apply"),
    ];
    let outcomes: Vec<_> = parts
        .into_iter()
        .filter(|&(outcome, _)| of(outcome) > 0)
        .map(|(outcome, word)| format!("{} {word}", of(outcome)))
        .collect();
    format!(" in {}: {}.", counted(step.controls.len() as u64, "control", "controls"), outcomes.join(", "))
}

#[component]
fn Findings(chosen: RwSignal<usize>) -> impl IntoView {
    let verdict = shown();
    if verdict.findings == 0 {
        return view! {
            <section class="findings" aria-labelledby="findings-title">
                <h2 id="findings-title">"Findings"</h2>
                <p>"There is none: nothing that was checked differs."</p>
                <downloads::Downloads chosen/>
            </section>
        }
        .into_any();
    }
    view! {
        <section class="findings" aria-labelledby="findings-title">
            <h2 id="findings-title">"Findings"</h2>
            <filters::Filters/>
            <columns::Columns/>
            <downloads::Downloads chosen/>
            <div class="findings-body">
                <grid::Grid/>
                <finding::OpenFinding/>
            </div>
        </section>
    }
    .into_any()
}
