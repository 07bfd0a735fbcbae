//! The answer: how the steps that count stand, each step, and what was read.

use std::sync::Arc;

use leptos::prelude::*;
use tieout_show::button::Button;
use tieout_show::icon::{Icon, Sign};
use tieout_show::words;

use super::Heading;
use super::controls::Controls;
use super::findings::Findings;
use crate::desk::Desk;
use crate::figures;
use crate::report::{Answer, Input, Step};

/// Shows a report.
#[component]
pub(super) fn AnswerScreen(answer: Arc<Answer>) -> impl IntoView {
    let desk = Desk::here();
    let Answer { standing, steps, contract, inputs, .. } = &*answer;
    let chosen = RwSignal::new(steps.iter().position(|step| standing.counted.contains(&step.name)).unwrap_or(0));
    let rows = inputs.iter().map(|input| input.rows).sum();
    let read = format!(
        "Contract {} · version {} · as of {} · {}, {}",
        contract.id,
        contract.version,
        desk.settings.with_untracked(|settings| figures::instant(&answer.as_of, &settings.locale)),
        desk.counted(inputs.len() as u32, "file", "files"),
        desk.counted(rows, "row", "rows"),
    );
    let is_disabled = Signal::derive(move || desk.settings.with(|settings| settings.is_disabled));
    let buttons = (0..).zip(steps).map(|(place, step)| view! { <li><StepButton place step=step.clone() title=answer.title(&step.name).to_owned() chosen/></li> });
    let buttons = buttons.collect_view();
    let (state, headline, inputs) = (standing.state, headline(&answer), inputs.clone());
    let sheet = desk.counted(answer.findings, "finding", "findings");
    view! {
        <section class="answer" part="answer">
            <header class="answer-head">
                <Heading><Icon sign=Sign::of_state(state)/>" "{headline}</Heading>
                <p>{words::meaning(state)}</p>
                <p class="quiet">{read}</p>
            </header>
            <nav aria-label="Steps"><ol class="steps" part="steps">{buttons}</ol></nav>
            <Controls answer=answer.clone() chosen/>
            <Findings answer=answer.clone()/>
            <div class="row" role="group" aria-label="Downloads">
                <Button part="button" name=format!("Download {sheet} as CSV") press=move |()| desk.keep("findings")>"Findings (CSV)"</Button>
                <Button part="button" name="Download the report as JSON" press=move |()| desk.keep("report")>"Report (JSON)"</Button>
                <Button part="button" waits=is_disabled press=move |()| desk.again()>"Check other files"</Button>
            </div>
            <Inputs inputs/>
        </section>
    }
}

/// The steps that count and their state, all taken together.
fn headline(answer: &Answer) -> String {
    let state = words::state(answer.standing.state);
    match &answer.standing.counted[..] {
        [] => "No step was begun".to_owned(),
        [step] => format!("{step} {}: {state}", answer.title(step)),
        steps => format!("{}: {state}", steps.join(", ")),
    }
}

#[component]
fn StepButton(place: usize, step: Step, title: String, chosen: RwSignal<usize>) -> impl IntoView {
    let desk = Desk::here();
    let findings: u32 = step.controls.iter().map(|control| control.findings).sum();
    let found = (findings > 0).then(|| format!(" · {}", desk.counted(findings, "finding", "findings")));
    let current = move || (chosen.get() == place).then_some("step");
    view! {
        <button type="button" class="step" part="step" aria-current=move || current() on:click=move |_| chosen.set(place)>
            <span class="step-name">{step.name}</span>
            <span class="step-title">{title}</span>
            <span class="step-state"><Icon sign=Sign::of_state(step.state)/>{words::state(step.state)}{found}</span>
        </button>
    }
}

/// Each file that was read, with the digest that anybody can check with a stock tool.
#[component]
fn Inputs(inputs: Vec<Input>) -> impl IntoView {
    let desk = Desk::here();
    let row = |input: Input| {
        let part = input.part.map(|part| format!(" · {part}"));
        view! {
            <li>
                <p><span class="file-name">{words::in_words(&input.file)}{part}</span></p>
                <p class="file-told">{input.dataset.unwrap_or_else(|| "not recognized, left out".to_owned())}" · "{desk.counted(input.rows, "row", "rows")}</p>
                {input.notes.into_iter().map(|note| view! { <p class="input-note">{note.message}</p> }).collect_view()}
                <p><code>{input.digest}</code></p>
            </li>
        }
    };
    view! {
        <details class="read">
            <summary>"What was read"</summary>
            <ul class="given">{inputs.into_iter().map(row).collect_view()}</ul>
        </details>
    }
}
