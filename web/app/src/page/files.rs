//! The files that were given, and which table each is.

use leptos::prelude::*;

use super::desk::{Desk, GivenFile, Told};
use super::words::size;
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
                <ul>
                    <For
                        each=move || desk.files.get()
                        key=|given| (given.id, given.told.clone())
                        children=|given| view! { <GivenRow given/> }
                    />
                </ul>
            </section>
        }.into_any())}
    }
}

#[component]
fn GivenRow(given: GivenFile) -> impl IntoView {
    let desk = Desk::here();
    let GivenFile { id, file, told } = given;
    let name = file.name();
    let (class, sentence) = spoken(&told);
    let field = format!("table-{id}");
    let remove_label = format!("Remove {name}");
    view! {
        <li class=class>
            <p class="file-name">{name.clone()} <span class="quiet figure">{size(file.size() as u64)}</span></p>
            <label class="visually-hidden" for=field.clone()>{format!("Read {name} as")}</label>
            <TableChoice id=field told choose=move |dataset| desk.say(id, &dataset)/>
            <p class="file-told">{sentence}</p>
            <button type="button" class="button is-plain" aria-label=remove_label on:click=move |_| desk.remove(id)>"Remove"</button>
        </li>
    }
}

fn spoken(told: &Told) -> (&'static str, String) {
    match told {
        Told::Looking => ("is-looking", "Looking…".to_owned()),
        Told::ByItself(_, Telltale::Name) => ("is-known", "Recognized by its name".to_owned()),
        Told::ByItself(_, Telltale::Headers) => ("is-known", "Recognized by its headers".to_owned()),
        Told::ByHand(_) => ("is-known", "Set by you".to_owned()),
        Told::Unknown => (
            "is-unknown",
            "Neither its name nor its headers are those of a table. Choose which it is, or it is left out.".to_owned(),
        ),
        Told::Unreadable(why) => ("is-unknown", format!("Left out. {why}")),
    }
}

#[component]
fn TableChoice(id: String, told: Told, choose: impl Fn(String) + 'static) -> impl IntoView {
    let desk = Desk::here();
    let chosen = told.dataset().map(str::to_owned);
    let nobody = match told {
        Told::Looking => "Looking…",
        Told::ByHand(_) => "Let the file tell",
        Told::ByItself(..) | Told::Unknown | Told::Unreadable(_) => "No table",
    };
    let groups = move || {
        let option = |name: &str| view! { <option value=name.to_owned() selected=chosen.as_deref() == Some(name)>{name.to_owned()}</option> };
        let group = |(title, tables): &(String, Vec<KnownTable>)| {
            view! { <optgroup label=title.clone()>{tables.iter().map(|table| option(&table.name)).collect_view()}</optgroup> }
        };
        desk.known.with(|known| known.iter().map(group).collect_view())
    };
    view! {
        <select id=id on:change=move |event| choose(event_target_value(&event))>
            <option value="">{nobody}</option>
            {move || groups()}
        </select>
    }
}
