//! A step's controls in groups of one kind: how each came out, why it matters, and the way to its findings.

use leptos::prelude::*;

use super::shown;
use crate::page::button::{Button, Weight};
use crate::page::desk::Desk;
use crate::page::icon::{Icon, Sign};
use crate::page::words::{counted, kind, outcome};
use crate::protocol::{ControlView, KindView};

/// Shows the controls of the chosen step, and what intake found about the files.
#[component]
pub(super) fn Controls(chosen: RwSignal<usize>) -> impl IntoView {
    let verdict = shown();
    view! {
        <section class="controls" aria-labelledby="controls-title">
            <h2 id="controls-title">"Controls"</h2>
            {move || {
                let step = verdict.steps.get(chosen.get());
                let controls = verdict.intake.iter().chain(step.into_iter().flat_map(|step| &step.controls));
                let groups = grouped(controls);
                view! { <div class="groups">{groups.into_iter().map(|(kind, controls)| view! { <Group kind controls/> }).collect_view()}</div> }.into_any()
            }}
        </section>
    }
}

/// Controls by kind, kinds in the order of the catalogue.
fn grouped<'c>(controls: impl Iterator<Item = &'c ControlView>) -> Vec<(KindView, Vec<ControlView>)> {
    let mut groups: Vec<(KindView, Vec<ControlView>)> = Vec::new();
    for control in controls {
        match groups.iter_mut().find(|(kind, _)| *kind == control.kind) {
            Some((_, group)) => group.push(control.clone()),
            None => groups.push((control.kind, vec![control.clone()])),
        }
    }
    groups
}

#[component]
fn Group(kind: KindView, controls: Vec<ControlView>) -> impl IntoView {
    view! {
        <section class="group">
            <h3>{self::kind(kind)}</h3>
            <ul>{controls.into_iter().map(|control| view! { <ControlRow control/> }).collect_view()}</ul>
        </section>
    }
}

#[component]
fn ControlRow(control: ControlView) -> impl IntoView {
    let (sign, word) = (Sign::of(control.outcome, control.warns), outcome(control.outcome, control.warns));
    let has_findings = control.findings > 0;
    let id = control.id.clone();
    view! {
        <li class="control">
            <details>
                <summary>
                    <Icon sign/>
                    <span class="control-id">{control.id.clone()}</span>
                    <span class="control-title">{control.title}</span>
                    // Beside a number of findings the word says nothing new to the eye.
                    <span class="control-outcome" class:visually-hidden=has_findings>{word}</span>
                </summary>
                <dl class="rule">
                    <div><dt>"Why it matters"</dt><dd>{control.why}</dd></div>
                    <div><dt>"What to do"</dt><dd>{control.remedy}</dd></div>
                </dl>
            </details>
            {control.note.map(|note| view! { <p class="control-note">{note}</p> })}
            {has_findings.then(|| view! { <FindingsLink id findings=control.findings/> })}
        </li>
    }
}

/// Shows the findings of a control, or of a whole step.
#[component]
pub(super) fn FindingsLink(id: String, findings: u32) -> impl IntoView {
    let desk = Desk::here();
    let counted = counted(findings, "finding", "findings");
    let label = format!("Show the {counted} of {id}");
    let show = move |()| {
        desk.ledger.ask(|query| query.control = Some(id.clone()));
        if let Some(title) = document().get_element_by_id("findings-title") {
            title.scroll_into_view();
        }
    };
    view! { <Button weight=Weight::Link name=label press=show>{counted}</Button> }
}
