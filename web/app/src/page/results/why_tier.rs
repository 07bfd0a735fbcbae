//! Why somebody is in their tier: each factor with its value and its points, and what they come to.

use leptos::prelude::*;

use super::figures::{factor, plain};
use super::shown;
use crate::page::button::Button;
use crate::page::desk::Desk;
use crate::page::focus;
use crate::page::words::titled;
use crate::protocol::{FactorView, StepView, TierAnswer, TierView};

/// The field in which the question is asked.
const FIELD: &str = "why-id";

/// Lets the user ask about an id, in a step that puts people or events into tiers.
#[component]
pub(super) fn WhyTier(chosen: RwSignal<usize>) -> impl IntoView {
    let verdict = shown();
    move || {
        let step = verdict.steps.get(chosen.get()).filter(|step| step.scored.is_some())?;
        Some(view! { <Question step=step.clone()/> })
    }
}

#[component]
fn Question(step: StepView) -> impl IntoView {
    let desk = Desk::here();
    let question = desk.tier;
    let label = step.scored.map(|scored| titled(&scored.id_column)).unwrap_or_default();
    let name = step.step;
    let asked = name.clone();
    view! {
        <section class="why" aria-labelledby="why-title">
            <h2 id="why-title">"Why this tier"</h2>
            <form class="row" on:submit=move |event| { event.prevent_default(); question.ask(desk, &name); }>
                <label for=FIELD>{label}</label>
                <input type="search" id=FIELD autocomplete="off" spellcheck="false"
                    prop:value=move || question.id.get() on:input=move |event| question.id.set(event_target_value(&event))/>
                <Button press=move |()| question.ask(desk, &asked)>"Why this tier"</Button>
            </form>
            <div class="why-answer" role="status">{move || question.answer.get().map(answer)}</div>
        </section>
    }
}

fn answer(TierAnswer { id, why }: TierAnswer) -> AnyView {
    let Some(TierView { factors, score, tier }) = why else {
        return view! {
            <p>
                "There is no tier to tell for "<strong>{id}</strong>". Either the decisions do not admit this id, or a table that the
                factors are read from was not given, or the contract scores nothing."
            </p>
        }
        .into_any();
    };
    let row = |FactorView { field, value, points }: FactorView| {
        let value = value.map_or_else(|| "not stated".to_owned(), |value| plain(&value));
        view! { <tr><th scope="row">{factor(&field)}</th><td class="figure">{value}</td><td class="figure">{plain(&points)}</td></tr> }
    };
    view! {
        <p><strong>{id}</strong>" is in tier "<strong>{tier}</strong>"."</p>
        <table class="plain">
            <thead><tr><th scope="col">"Factor"</th><th scope="col" class="figure">"Value"</th><th scope="col" class="figure">"Points"</th></tr></thead>
            <tbody>{factors.into_iter().map(row).collect_view()}</tbody>
            <tfoot><tr><th scope="row" colspan="2">"Score, the sum of the points"</th><td class="figure">{plain(&score)}</td></tr></tfoot>
        </table>
    }
    .into_any()
}

/// Asks about the row of an opened finding, in the step that it belongs to.
#[component]
pub(super) fn WhyTierOf(dataset: String, id: Option<String>, #[prop(into)] leave: Callback<()>) -> impl IntoView {
    let (desk, chosen, verdict) = (Desk::here(), super::chosen(), shown());
    let is_scored = |step: &StepView| step.scored.as_ref().is_some_and(|scored| scored.dataset == dataset);
    let found = verdict.steps.iter().enumerate().find(|(_, step)| is_scored(step));
    id.filter(|id| !id.is_empty()).zip(found).map(|(id, (place, step))| {
        let step = step.step.clone();
        let ask = move |()| {
            leave.run(());
            chosen.set(place);
            desk.tier.id.set(id.clone());
            desk.tier.ask(desk, &step);
            // The field is there once the step is.
            request_animation_frame(|| {
                if let Some(title) = document().get_element_by_id("why-title") {
                    title.scroll_into_view();
                }
                focus(FIELD);
            });
        };
        view! { <p><Button press=ask>"Why this tier"</Button></p> }
    })
}
