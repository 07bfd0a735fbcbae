//! What was read: each file with its rows, how it was read, and the digest that anybody can check with a stock tool.

use leptos::prelude::*;

use super::shown;
use crate::page::words::{count, counted};
use crate::protocol::{InputView, NoteKindView, NoteView};

/// Lists the files of the run.
#[component]
pub(super) fn Inputs() -> impl IntoView {
    let verdict = shown();
    let rows = verdict.inputs.clone().into_iter().map(|input| view! { <InputRow input/> }).collect_view();
    let mapping = verdict.mapping_digest.clone().map(|digest| view! { " Mapping: "<code>{digest}</code> });
    view! {
        <section class="inputs" aria-labelledby="inputs-title">
            <h2 id="inputs-title">"What was read"</h2>
            <p class="hint">"The SHA-256 of each file’s bytes, as any stock tool computes it. Contract: "<code>{verdict.contract_digest.clone()}</code>{mapping}</p>
            <div class="scroll-x" tabindex="0" role="region" aria-label="Files that were read">
                <table class="plain">
                    <thead><tr><th scope="col">"Table"</th><th scope="col">"File"</th><th scope="col" class="figure">"Rows"</th><th scope="col">"Digest"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

#[component]
fn InputRow(input: InputView) -> impl IntoView {
    let InputView { dataset, file, part, digest, rows, notes } = input;
    let name = part.map_or_else(|| file.clone(), |part| format!("{file} · {part}"));
    view! {
        <tr>
            <td>{dataset.unwrap_or_else(|| "not recognized, left out".to_owned())}</td>
            <td>{name}</td>
            <td class="figure">{count(rows)}</td>
            <td><code>{digest}</code></td>
        </tr>
        {(!notes.is_empty()).then(|| view! { <tr class="input-notes"><td colspan="4"><Notes notes/></td></tr> })}
    }
}

/// How a file was read. What is doubtful, and what was put right, is seen without a click.
#[component]
fn Notes(notes: Vec<NoteView>) -> impl IntoView {
    let (mut told, mut rest): (Vec<_>, Vec<_>) = notes.into_iter().partition(|note| is_told_first(note.kind));
    told.sort_by_key(|note| note.kind);
    rest.sort_by_key(|note| note.kind);
    let listed = |notes: Vec<NoteView>| notes.into_iter().map(|note| view! { <NoteLine note/> }).collect_view();
    let how = counted(rest.len() as u64, "note on how it was read", "notes on how it was read");
    view! {
        {(!told.is_empty()).then(|| view! { <ul class="notes">{listed(told)}</ul> })}
        {(!rest.is_empty()).then(|| view! { <details><summary>{how}</summary><ul class="notes">{listed(rest)}</ul></details> })}
    }
}

const fn is_told_first(kind: NoteKindView) -> bool {
    matches!(kind, NoteKindView::Doubted | NoteKindView::Repaired | NoteKindView::Governed)
}

#[component]
fn NoteLine(note: NoteView) -> impl IntoView {
    let word = match note.kind {
        NoteKindView::Doubted => "Doubtful",
        NoteKindView::Repaired => "Put right",
        NoteKindView::Governed => "Several files",
        NoteKindView::Mapped => "Mapped",
        NoteKindView::Read => "Read",
    };
    let noun = if note.field.is_some() { ("cell", "cells") } else { ("row or cell", "rows or cells") };
    let count = (note.cells > 0).then(|| counted(note.cells, noun.0, noun.1));
    let line = note.line.map(|line| format!("first in row {line}"));
    let facts: Vec<_> = note.field.into_iter().chain(count).chain(line).collect();
    view! {
        <li class:is-doubted=note.kind == NoteKindView::Doubted>
            <strong>{word}</strong>" "{note.message}
            {(!facts.is_empty()).then(|| view! { <span class="quiet">{format!(" ({})", facts.join(", "))}</span> })}
        </li>
    }
}
