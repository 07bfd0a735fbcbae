//! The files that were given, and which table each is.

use leptos::prelude::*;

use super::button::{Button, Weight};
use super::desk::{Desk, GivenFile, Told};
use super::focus;
use super::words::{count, counted, in_words, size};
use crate::protocol::{KnownTable, Telltale};

/// Lists the files. Each can be told by hand which table it is, or put aside.
#[component]
pub(super) fn Files() -> impl IntoView {
    let desk = Desk::here();
    let is_empty = Memo::new(move |_| desk.files.with(Vec::is_empty));
    view! {
        {move || (!is_empty.get()).then(|| view! {
            <section class="files" aria-labelledby="files-title">
                <h2 id="files-title">"Your files"</h2>
                <p class="hint" role="status">{move || desk.files.with(|files| summary(files))}</p>
                <ul>
                    <For each=move || desk.files.get() key=|given| given.id children=|given| view! { <GivenRow given/> }/>
                </ul>
            </section>
        }.into_any())}
    }
}

#[component]
fn GivenRow(given: GivenFile) -> impl IntoView {
    let desk = Desk::here();
    let GivenFile { id, file, .. } = given;
    let name = file.name();
    let told = Memo::new(move |_| desk.files.with(|files| told_of(files, id)));
    let field = format!("table-{id}");
    let remove_label = format!("Remove {name}");
    let remove = move |()| {
        desk.remove(id);
        focus("choose-files");
    };
    view! {
        <li class:is-unknown=move || told.with(|told| matches!(told, Told::Unknown | Told::Unreadable(_)))>
            <div>
                <p class="file-name">{in_words(&name)}</p>
                <p class="file-told"><span class="figure">{size(file.size() as u64)}</span>" · "<span>{move || told.with(spoken)}</span></p>
            </div>
            <label class="visually-hidden" for=field.clone()>{format!("Read {name} as")}</label>
            <select
                id=field prop:value=move || told.with(|told| told.dataset().unwrap_or_default().to_owned())
                on:change=move |event| desk.say(id, &event_target_value(&event))
            >
                <option value="">{move || told.with(nobody)}</option>
                {move || desk.known.with(|known| known.iter().map(group).collect_view())}
            </select>
            <Button weight=Weight::Slight name=remove_label press=remove>"Remove"</Button>
        </li>
    }
}

/// How many there are, and how many of them nobody has told apart.
fn summary(files: &[GivenFile]) -> String {
    let of = |is: fn(&Told) -> bool| files.iter().filter(|given| is(&given.told)).count() as u64;
    let left_out = of(|told| matches!(told, Told::Unknown | Told::Unreadable(_)));
    let all = counted(files.len() as u64, "file", "files");
    match (of(|told| *told == Told::Looking), left_out) {
        (1.., _) => format!("{all}: looking…"),
        (0, 0) => format!("{all}, each recognized"),
        (0, _) => format!("{all}, {} left out", count(left_out)),
    }
}

fn told_of(files: &[GivenFile], id: u32) -> Told {
    files.iter().find(|given| given.id == id).map_or(Told::Looking, |given| given.told.clone())
}

fn spoken(told: &Told) -> String {
    match told {
        Told::Looking => "Looking…".to_owned(),
        Told::ByItself(_, Telltale::Name) => "Recognized by its name".to_owned(),
        Told::ByItself(_, Telltale::Headers) => "Recognized by its headers".to_owned(),
        Told::ByHand(_) => "Set by you".to_owned(),
        Told::Unknown => {
            "Neither its name nor its headers are those of a table. Choose which it is, or it is left out.".to_owned()
        }
        Told::Unreadable(why) => format!("Left out. {why}"),
    }
}

/// What the choice of no table means for this file.
const fn nobody(told: &Told) -> &'static str {
    match told {
        Told::Looking => "Looking…",
        Told::ByHand(_) => "Let the file tell",
        Told::ByItself(..) | Told::Unknown | Told::Unreadable(_) => "No table",
    }
}

fn group((title, tables): &(String, Vec<KnownTable>)) -> impl IntoView + use<> {
    let option = |table: &KnownTable| view! { <option value=table.name.clone()>{table.name.clone()}</option> };
    view! { <optgroup label=title.clone()>{tables.iter().map(option).collect_view()}</optgroup> }
}
