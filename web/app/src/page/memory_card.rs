//! What is said about files like these, and where it is kept: to be seen, taken along and forgotten.

use js_sys::Array;
use leptos::prelude::*;
use web_sys::{Blob, BlobPropertyBag};

use super::button::{Button, Weight};
use super::desk::Desk;
use super::keep;
use super::words::counted;
use crate::protocol::MappingSource;

/// The card beside the files; there is none while nothing was said.
#[component]
pub(super) fn MemoryCard() -> impl IntoView {
    let desk = Desk::here();
    let memory = desk.memory;
    let is_there = Memo::new(move |_| memory.source.with(Option::is_some) || memory.for_run.with(Option::is_some));
    let has_file = Memo::new(move |_| memory.for_run.with(Option::is_some));
    let download = move |()| {
        if let Some(text) = memory.for_run.get_untracked() {
            offer(&text);
        }
    };
    let faulty = move || {
        memory.faults.get().map(|(name, faults)| {
            let lines = faults.lines().map(|fault| view! { <li>{fault.to_owned()}</li> }).collect_view();
            view! {
                <div class="note is-bad" role="alert">
                    <p>{format!("{name} cannot be used yet:")}</p>
                    <ul class="faults">{lines}</ul>
                </div>
            }
            .into_any()
        })
    };
    view! {
        {move || faulty()}
        {move || is_there.get().then(|| view! {
            <section class="card mapping-card" aria-labelledby="mapping-title">
                <h2 id="mapping-title">"Mapping"</h2>
                {move || memory.source.get().map(told)}
                <p class="row">
                    {move || has_file.get().then(|| view! { <Button press=download>"Download mapping.toml"</Button> }.into_any())}
                    {move || memory.source.with(|source| source.as_ref().map(|source| matches!(source, MappingSource::File(..)))).map(|is_file| if is_file {
                        view! { <Button weight=Weight::Slight press=move |()| { memory.put_back(); desk.follow_memory(); }>"Put the mapping aside"</Button> }.into_any()
                    } else {
                        view! { <Button weight=Weight::Slight press=move |()| { memory.forget(); desk.follow_memory(); }>"Forget"</Button> }.into_any()
                    })}
                </p>
            </section>
        }.into_any())}
    }
}

fn told(source: MappingSource) -> AnyView {
    match source {
        MappingSource::File(name, _) => view! { <p>"Files are read as "<strong>{name}</strong>" says."</p> }.into_any(),
        MappingSource::Remembered(text) => {
            let sorts = text.lines().filter(|line| line.trim() == "[[file]]").count() as u64;
            view! {
                <p>{format!("{} remembered in this browser.", counted(sorts, "sort of file is", "sorts of files are"))}</p>
                <p class="hint">
                    "What is kept: headers, and what you chose for them, with the code words that you gave a meaning.
                    No row of a file is kept. A file with the same headers is read the same way next time."
                </p>
            }
            .into_any()
        }
    }
}

fn offer(text: &str) {
    let options = BlobPropertyBag::new();
    options.set_type("application/toml");
    if let Ok(blob) = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options) {
        keep::offer("mapping.toml", &blob);
    }
}
