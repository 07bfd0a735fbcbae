//! The steps of the pilot in the order of the work, each with its state.

use leptos::prelude::*;

use super::{findings_of, shown};
use crate::page::desk::Desk;
use crate::page::icon::{Icon, Sign};
use crate::page::words::{counted, state};
use crate::protocol::StepView;

/// Lets the user choose whose controls are shown.
#[component]
pub(super) fn Steps(chosen: RwSignal<usize>) -> impl IntoView {
    let steps = shown().steps.clone().into_iter().enumerate();
    view! {
        <nav aria-label="Steps of the pilot">
            <ol class="steps">
                {steps.map(|(place, step)| view! { <li><StepButton place step chosen/></li> }).collect_view()}
            </ol>
        </nav>
    }
}

#[component]
fn StepButton(place: usize, step: StepView, chosen: RwSignal<usize>) -> impl IntoView {
    let findings = findings_of(&step);
    let desk = Desk::here();
    let choose = move |_| {
        // What could not be kept was of the step before.
        desk.not_kept.set(None);
        chosen.set(place);
    };
    let current = move || (chosen.get() == place).then_some("step");
    view! {
        <button type="button" class="step" aria-current=move || current() on:click=choose>
            <span class="step-name">{step.step}</span>
            <span class="step-title">{step.title}</span>
            <span class="step-state">
                <Icon sign=Sign::of_state(step.state)/>
                {state(step.state)}
                {(findings > 0).then(|| format!(" · {}", counted(findings, "finding", "findings")))}
            </span>
        </button>
    }
}
