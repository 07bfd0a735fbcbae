//! Tables of which several files were given: whether they are joined or one governs, as far as the user wants to say.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::desk::Desk;
use super::given::GivenFile;
use super::words::{counted, titled};
use crate::protocol::ChoiceView;

/// Asks for each such table which of its files count; nothing has to be said.
#[component]
pub(super) fn Governing() -> impl IntoView {
    let desk = Desk::here();
    let several = Memo::new(move |_| desk.files.with(|files| several(files)));
    move || {
        let tables = several.get().into_iter();
        tables.map(|(dataset, names)| view! { <Chooser dataset names/> }).collect_view()
    }
}

/// What a mapping calls a file, and what people read.
type Names = (String, String);

/// The files of each table that has more than one.
fn several(files: &[GivenFile]) -> BTreeMap<String, Vec<Names>> {
    let mut tables: BTreeMap<String, Vec<Names>> = BTreeMap::new();
    for given in files {
        if let Some(dataset) = given.told.dataset() {
            tables.entry(dataset.to_owned()).or_default().push((given.label(), given.name()));
        }
    }
    tables.retain(|_, names| names.len() > 1);
    tables
}

#[component]
fn Chooser(dataset: String, names: Vec<Names>) -> impl IntoView {
    let desk = Desk::here();
    let field = format!("files-of-{dataset}");
    let label = format!("{} is in {}", titled(&dataset), counted(names.len() as u64, "file", "files"));
    let chosen = {
        let dataset = dataset.clone();
        move || {
            desk.choices
                .with(|choices| choices.iter().find(|(of, _)| *of == dataset).map(|(_, choice)| written(choice)))
        }
    };
    let only = names
        .into_iter()
        .map(|(label, name)| view! { <option value=format!("only {label}")>{format!("Only {name}")}</option> });
    view! {
        <div class="governing">
            <label for=field.clone()>{label}</label>
            <select
                id=field prop:value=move || chosen().unwrap_or_default()
                on:change=move |event| desk.choose(dataset.clone(), read(&event_target_value(&event)))
            >
                <option value="">{move || unsaid(desk)}</option>
                <option value="join">"Join them all"</option>
                <option value="last">"The last by name governs"</option>
                {only.collect_view()}
            </select>
        </div>
    }
}

/// What holds where nothing is chosen here.
fn unsaid(desk: Desk) -> &'static str {
    if desk.memory.is_file() { "As the mapping says" } else { "Joined if nothing is in both, else the first is read" }
}

fn written(choice: &ChoiceView) -> String {
    match choice {
        ChoiceView::Join => "join".to_owned(),
        ChoiceView::Last => "last".to_owned(),
        ChoiceView::Only(name) => format!("only {name}"),
    }
}

fn read(value: &str) -> Option<ChoiceView> {
    match value {
        "join" => Some(ChoiceView::Join),
        "last" => Some(ChoiceView::Last),
        _ => value.strip_prefix("only ").map(|name| ChoiceView::Only(name.to_owned())),
    }
}
