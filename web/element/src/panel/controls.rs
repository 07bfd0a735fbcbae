//! A step's controls: what speaks against it first, with the way to its findings; what holds is counted and folded.

use std::sync::Arc;

use leptos::prelude::*;
use tieout_show::button::{Button, Weight};
use tieout_show::icon::{Icon, Sign};
use tieout_show::told::OutcomeView;
use tieout_show::words;

use crate::desk::Desk;
use crate::report::{Answer, Control};

/// Shows the controls of the chosen step, and what intake found about the files.
#[component]
pub(super) fn Controls(answer: Arc<Answer>, chosen: RwSignal<usize>) -> impl IntoView {
    view! {
        <section class="controls" part="controls" aria-labelledby="controls-title">
            <h3 id="controls-title">"Controls"</h3>
            {move || answer.steps.get(chosen.get()).map(|step| {
                let (open, closed): (Vec<_>, Vec<_>) = intake(&answer).into_iter().chain(step.controls.iter().cloned())
                    .partition(|control| matches!(control.outcome, OutcomeView::Failed | OutcomeView::NotChecked));
                view! { <Lists answer=answer.clone() open closed/> }.into_any()
            })}
        </section>
    }
}

/// The rules of intake that some finding speaks of. They belong to no step, so that no step lists them.
fn intake(answer: &Answer) -> Vec<Control> {
    let found = answer.found.iter().filter(|(id, _)| id.starts_with("IN-"));
    let control = |(id, places): (&String, &Vec<u32>)| Control {
        id: id.clone(),
        outcome: OutcomeView::Failed,
        findings: places.len() as u32,
        why: None,
    };
    found.map(control).collect()
}

#[component]
fn Lists(answer: Arc<Answer>, open: Vec<Control>, closed: Vec<Control>) -> impl IntoView {
    let desk = Desk::here();
    let row = |control| view! { <ControlRow answer=answer.clone() control/> };
    let held = closed.iter().filter(|control| control.outcome == OutcomeView::Held).count() as u32;
    let spared = closed.len() as u32 - held;
    let folded = match spared {
        0 => desk.counted(held, "control holds", "controls hold"),
        _ => format!(
            "{}, {} not apply",
            desk.counted(held, "control holds", "controls hold"),
            desk.counted(spared, "does", "do")
        ),
    };
    view! {
        {(!open.is_empty()).then(|| view! { <ul class="control-list">{open.into_iter().map(row).collect_view()}</ul> })}
        {(!closed.is_empty()).then(|| view! {
            <details class="held">
                <summary>{folded}</summary>
                <ul class="control-list">{closed.into_iter().map(row).collect_view()}</ul>
            </details>
        })}
    }
}

#[component]
fn ControlRow(answer: Arc<Answer>, control: Control) -> impl IntoView {
    let desk = Desk::here();
    let Control { id, outcome, findings, why: note } = control;
    let warns = answer.warns(&id);
    let word = words::outcome(outcome, warns);
    let (title, why, remedy) = answer
        .rules
        .get(&id)
        .map_or_else(Default::default, |rule| (rule.title.clone(), rule.why.clone(), rule.remedy.clone()));
    let link = (findings > 0).then(|| {
        let counted = desk.counted(findings, "finding", "findings");
        let (asked, name) = (id.clone(), format!("Show the {counted} of {id}"));
        view! { <Button weight=Weight::Link name press=move |()| desk.asked.set(asked.clone())>{counted}</Button> }
    });
    view! {
        <li class="control">
            <details>
                <summary>
                    <Icon sign=Sign::of(outcome, warns)/>
                    <span class="control-id">{id}</span>
                    <span class="control-title">{title}</span>
                    // Beside a number of findings the word says nothing new to the eye.
                    <span class="control-outcome" class:visually-hidden={findings > 0}>{word}</span>
                </summary>
                <dl class="rule">
                    <div><dt>"Why it matters"</dt><dd>{why}</dd></div>
                    <div><dt>"What to do"</dt><dd>{remedy}</dd></div>
                </dl>
            </details>
            {link}
            {note.map(|note| view! { <p class="control-note">{note}</p> })}
        </li>
    }
}
