//! A step's figures for those who follow them by hand: what each is called, what it is, and what it follows from.

mod glossary;
mod number;
mod sheet;

use leptos::prelude::*;

use super::shown;
use crate::page::words::in_words;
use sheet::{Body, Head, Line, Part, Row, Sheet, Table};

/// Shows the figures of the chosen step.
#[component]
pub(super) fn Figures(chosen: RwSignal<usize>) -> impl IntoView {
    let verdict = shown();
    move || {
        let figures = verdict.steps.get(chosen.get()).map(|step| step.figures.clone()).unwrap_or_default();
        (!figures.is_empty()).then(|| {
            view! {
                <section class="figures" aria-labelledby="figures-title">
                    <h2 id="figures-title">"Figures"</h2>
                    {whole(Sheet::of("", &figures))}
                </section>
            }
        })
    }
}

/// A factor of the score as people call it, beside the name by which the contract calls it.
pub(super) fn factor(name: &str) -> AnyView {
    named(glossary::label("factors", name), name)
}

/// A number in a table of the page's own.
pub(super) fn plain(text: &str) -> String {
    number::written(text, number::Unit::Plain)
}

/// A whole step's figures. What has parts of its own can be folded away.
fn whole(Sheet { lines, parts }: Sheet) -> AnyView {
    let (deep, plain): (Vec<_>, Vec<_>) = parts.into_iter().partition(|part| is_deep(&part.body));
    let folded = |Part { title, body }: Part| match body {
        Body::Sheet(sheet) => details(title, sheet, false),
        body => part(Part { title, body }),
    };
    let deep = deep.into_iter().map(folded).collect_view();
    view! { {flow(Sheet { lines, parts: plain })}{deep} }.into_any()
}

fn is_deep(body: &Body) -> bool {
    match body {
        Body::Sheet(sheet) => !sheet.parts.is_empty(),
        Body::Table(_) => false,
        Body::Series(..) => true,
    }
}

fn flow(Sheet { lines, parts }: Sheet) -> AnyView {
    view! { <div class="figure-parts">{list(lines)}{parts.into_iter().map(part).collect_view()}</div> }.into_any()
}

fn part(Part { title, body }: Part) -> AnyView {
    let shown = match body {
        Body::Sheet(sheet) => flow(sheet),
        Body::Table(rows) => table(title.clone(), rows),
        Body::Series(headlines, sheets) => {
            let last = sheets.len().saturating_sub(1);
            let each = |(place, (name, sheet)): (usize, (String, Sheet))| details(name, sheet, place == last);
            let sheets = sheets.into_iter().enumerate().map(each).collect_view();
            view! { {table(title.clone(), headlines)}{sheets} }.into_any()
        }
    };
    view! { <section class="figure-part"><h3>{title}</h3>{shown}</section> }.into_any()
}

fn details(name: String, sheet: Sheet, is_open: bool) -> AnyView {
    view! { <details class="figure-sheet" open=is_open><summary>{name}</summary>{flow(sheet)}</details> }.into_any()
}

fn list(lines: Vec<Line>) -> AnyView {
    let line = |Line { label, text, how, is_sentence }: Line| {
        view! { <div class:is-sentence=is_sentence><dt>{label}{hint(how)}</dt><dd class="figure">{text}</dd></div> }
            .into_any()
    };
    let lines: Vec<_> = lines.into_iter().map(line).collect();
    (!lines.is_empty()).then(|| view! { <dl class="statement">{lines}</dl> }.into_any()).into_any()
}

fn table(title: String, Table { corner, heads, rows }: Table) -> AnyView {
    let head = |Head { label, unit, how }: Head| {
        view! { <th scope="col" class="figure">{label}<span class="visually-hidden">{unit}</span>{hint(how)}</th> }
            .into_any()
    };
    let row = |Row { name, label, cells }: Row| {
        let cell = |text: String| view! { <td class="figure">{text}</td> }.into_any();
        let cells: Vec<_> = cells.into_iter().map(cell).collect();
        view! { <tr><th scope="row">{named(label, &name)}</th>{cells}</tr> }.into_any()
    };
    let (heads, rows): (Vec<_>, Vec<_>) = (heads.into_iter().map(head).collect(), rows.into_iter().map(row).collect());
    view! {
        <div class="scroll-x" tabindex="0" role="group" aria-label=title>
            <table class="plain">
                <thead><tr><th scope="col">{corner}</th>{heads}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn hint(how: &'static str) -> AnyView {
    if how.is_empty() { ().into_any() } else { view! { <span class="hint">{how}</span> }.into_any() }
}

fn named(label: String, name: &str) -> AnyView {
    if label == name {
        label.into_any()
    } else {
        view! { {label}<code class="quiet">{in_words(name)}</code> }.into_any()
    }
}
