//! The files that were given, each with the table that it is recognized as. None is opened here.

use leptos::prelude::*;
use tieout_show::button::{Button, Weight};
use tieout_show::words::in_words;

use crate::desk::Desk;
use crate::figures;
use crate::told::{GivenFile, Told};

/// Lists the files. Each can be put aside.
#[component]
pub(super) fn Files() -> impl IntoView {
    let desk = Desk::here();
    let files = Memo::new(move |_| desk.settings.with(|settings| settings.files.clone()));
    view! {
        <p class="hint" role="status">{move || files.with(|files| summary(desk, files))}</p>
        <ul class="given" part="files" aria-label="Files">
            <For each=move || files.get() key=|given| (given.id, given.told.clone()) children=|given| view! { <GivenRow given/> }/>
        </ul>
    }
}

#[component]
fn GivenRow(given: GivenFile) -> impl IntoView {
    let desk = Desk::here();
    let GivenFile { id, name, size, told } = given;
    let locale = desk.settings.with_untracked(|settings| settings.locale.clone());
    let is_unknown = told == Told::Unknown;
    let label = format!("Remove {name}");
    view! {
        <li class:is-unknown=is_unknown>
            <p class="file-name">{in_words(&name)}</p>
            <p class="file-told">
                {size.map(|size| view! { <span class="figure">{figures::size(size, &locale)}</span>" · " })}
                {spoken(told)}
            </p>
            <Button weight=Weight::Slight part="button" name=label press=move |()| desk.remove(id)>"Remove"</Button>
        </li>
    }
}

/// How many there are, and how many of them are no table that is known.
fn summary(desk: Desk, files: &[GivenFile]) -> String {
    let of = |is: &Told| files.iter().filter(|given| given.told == *is).count() as u32;
    let all = desk.counted(files.len() as u32, "file", "files");
    match (files.len(), of(&Told::Looking), of(&Told::Unknown)) {
        (0, ..) => String::new(),
        (_, 1.., _) => format!("{all}: looking…"),
        (_, 0, 0) => format!("{all}, each recognized"),
        (_, 0, unknown) => format!("{all}, {} not recognized", desk.count(unknown)),
    }
}

fn spoken(told: Told) -> AnyView {
    match told {
        Told::Looking => "Looking…".into_any(),
        Told::Table(table) => view! { "Read as "<b>{table}</b> }.into_any(),
        Told::Unknown => {
            "Neither its name nor its headers are those of a table. Name it after the table that it is.".into_any()
        }
        Told::Unseen => "Recognized when it is read".into_any(),
    }
}
