//! A step's figures for those who follow them by hand: groups of one shape as a table, all others as a list; none is left out.

use leptos::prelude::*;

use super::shown;
use crate::page::words::spaced;
use crate::protocol::{Figure, FigureValue};

/// A wider table is harder to read than a list.
const WIDEST: usize = 8;

/// Shows the figures of the chosen step.
#[component]
pub(super) fn Figures(chosen: RwSignal<usize>) -> impl IntoView {
    let verdict = shown();
    move || {
        let figures = verdict.steps.get(chosen.get()).map(|step| step.figures.clone()).unwrap_or_default();
        (!figures.is_empty()).then(|| {
            view! {
                <details class="figures">
                    <summary>"Figures of this step"</summary>
                    {body(figures)}
                </details>
            }
        })
    }
}

/// The plain figures first, then each group under its name.
fn body(figures: Vec<Figure>) -> AnyView {
    if let Some(columns) = columns(&figures) {
        return table(columns, figures);
    }
    let (mut facts, mut groups) = (Vec::new(), Vec::new());
    for Figure { name, value } in figures {
        match value {
            FigureValue::One(value) => facts.push((name, value)),
            FigureValue::Many(figures) if !figures.is_empty() => groups.push((name, figures)),
            FigureValue::Many(_) => {}
        }
    }
    let fact =
        |(name, value): (String, String)| view! { <div><dt>{spaced(&name)}</dt><dd class="figure">{value}</dd></div> };
    let group = |(name, figures): (String, Vec<Figure>)| {
        view! { <section class="figure-group"><h3>{spaced(&name)}</h3>{body(figures)}</section> }
    };
    view! {
        {(!facts.is_empty()).then(|| view! { <dl class="facts">{facts.into_iter().map(fact).collect_view()}</dl> })}
        {groups.into_iter().map(group).collect_view()}
    }
    .into_any()
}

/// The columns of groups that are rows of one table; none where they are not.
fn columns(figures: &[Figure]) -> Option<Vec<String>> {
    let mut columns = Vec::new();
    for figure in figures {
        let FigureValue::Many(cells) = &figure.value else { return None };
        for cell in cells {
            if matches!(cell.value, FigureValue::Many(_)) {
                return None;
            }
            if !columns.contains(&cell.name) {
                columns.push(cell.name.clone());
            }
        }
    }
    (figures.len() > 1 && (1..=WIDEST).contains(&columns.len())).then_some(columns)
}

fn table(columns: Vec<String>, figures: Vec<Figure>) -> AnyView {
    let row = |Figure { name, value }: Figure| {
        let FigureValue::Many(cells) = value else { return ().into_any() };
        let cell = |column: &String| {
            let found = cells.iter().find(|cell| cell.name == *column).map(|cell| cell.value.clone());
            let text = match found {
                Some(FigureValue::One(text)) => text,
                Some(FigureValue::Many(_)) | None => String::new(),
            };
            view! { <td class="figure">{text}</td> }
        };
        let cells = columns.iter().map(cell).collect_view();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }.into_any()
    };
    let rows = figures.into_iter().map(row).collect_view();
    let heads =
        columns.iter().map(|column| view! { <th scope="col" class="figure">{spaced(column)}</th> }).collect_view();
    view! {
        <div class="scroll-x" tabindex="0" role="group" aria-label="Figures">
            <table class="plain"><thead><tr><th><span class="visually-hidden">"Name"</span></th>{heads}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}
