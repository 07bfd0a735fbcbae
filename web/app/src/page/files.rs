//! The files that were given: which table each was taken for, how it is read, and what is still to be said about it.

use leptos::prelude::*;
use tieout_show::bar::Bar;

use super::button::{Button, Weight};
use super::desk::Desk;
use super::focus;
use super::given::{GivenFile, Told};
use super::governing::Governing;
use super::icon::{Icon, Sign};
use super::mapping::form::form_in_words;
use super::sheets::Opening;
use super::words::{count, counted, in_words, size};
use crate::protocol::{KnownTable, NoteKindView, Seen, Telltale};

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
                <Governing/>
            </section>
        }.into_any())}
    }
}

#[component]
fn GivenRow(given: GivenFile) -> impl IntoView {
    let desk = Desk::here();
    let name = given.name();
    let GivenFile { id, file, .. } = given;
    let told = Memo::new(move |_| desk.files.with(|files| state_of(files, id)));
    let field = format!("table-{id}");
    let label = |what: &str| format!("{what} {name}");
    let (remove_label, cancel_label, columns_label, words_label) =
        (label("Remove"), label("Cancel the opening of"), label("Columns of"), label("Words of"));
    let opening_name = format!("{name} is opened");
    let remove = move |()| {
        desk.put_aside(&[id]);
        focus("choose-files");
    };
    let cancel = move |()| {
        desk.stop_unpacking(id);
        focus("choose-files");
    };
    let opening = Memo::new(move |_| {
        told.with(|told| match &told.1 {
            Told::Packed(_, opening) => opening.share,
            _ => None,
        })
    });
    let is_opened = Memo::new(move |_| told.with(|told| matches!(told.1, Told::Packed(..))));
    let is_left_out = move || told.with(|told| is_nobodys(&told.1));
    let has_columns = Memo::new(move |_| told.with(|told| told.1.seen().is_some()));
    let is_delivered = Memo::new(move |_| told.with(|told| matches!(told.1, Told::Delivered(..))));
    view! {
        <li class:is-unknown=move || is_left_out()>
            <div>
                <p class="file-name">{in_words(&name)}{move || told.with(|told| state(&told.1))}</p>
                <p class="file-told">
                    <span>{move || told.with(spoken)}</span>
                    <span class="figure">" · "{size(file.size() as u64)}{move || told.with(|told| read_as(&told.1))}</span>
                </p>
                {move || is_opened.get().then(|| view! { <Bar name=opening_name.clone() share=opening/> }.into_any())}
            </div>
            <label class="visually-hidden" for=field.clone()>{format!("Read {name} as")}</label>
            <select
                id=field disabled=move || is_delivered.get() prop:value=move || told.with(chosen)
                on:change=move |event| desk.say_table(id, &event_target_value(&event))
            >
                <option value="">{move || told.with(nobody)}</option>
                {move || desk.known.with(|known| known.iter().map(group).collect_view())}
            </select>
            <div class="file-actions">
                {move || has_columns.get().then(|| {
                    let (name, what) = if is_delivered.get() { (&words_label, "Words") } else { (&columns_label, "Columns") };
                    view! { <Button name=name.clone() press=move |()| desk.ask_for_columns(id, false)>{what}</Button> }.into_any()
                })}
                {move || if is_opened.get() {
                    view! { <Button name=cancel_label.clone() press=cancel>"Cancel"</Button> }.into_any()
                } else {
                    view! { <Button weight=Weight::Slight name=remove_label.clone() press=remove>"Remove"</Button> }.into_any()
                }}
            </div>
        </li>
    }
}

/// How many there are, and how many of them nobody has told apart.
fn summary(files: &[GivenFile]) -> String {
    let of = |is: &dyn Fn(&GivenFile) -> bool| files.iter().filter(|given| is(given)).count() as u64;
    let is_left_out = |given: &GivenFile| is_nobodys(&given.told);
    let asks =
        |given: &GivenFile| given.told.seen().is_some_and(|seen| seen.dataset.is_some() && seen.open_columns() > 0);
    let all = counted(files.len() as u64, "file", "files");
    if of(&GivenFile::is_looked_at) > 0 {
        return format!("{all}: looking…");
    }
    match (of(&is_left_out), of(&asks)) {
        (0, 0) => format!("{all}, each recognized"),
        (0, asking) => format!("{all}, {} with columns to confirm", count(asking)),
        (left_out, 0) => format!("{all}, {} left out", count(left_out)),
        (left_out, asking) => format!("{all}, {} left out, {} with columns to confirm", count(left_out), count(asking)),
    }
}

/// Whether nobody says which table a file is.
fn is_nobodys(told: &Told) -> bool {
    matches!(told, Told::Seen(_) | Told::Unseen(_)) && told.dataset().is_none()
}

/// What the user said that a file is, and what it was taken for.
type State = (Option<String>, Told);

fn state_of(files: &[GivenFile], id: u32) -> State {
    let given = files.iter().find(|given| given.id == id);
    given.map_or((None, Told::Looking(0)), |given| (given.by_hand.clone(), given.told.clone()))
}

/// The table that it is: as the user said, which the worker may not have heard yet.
fn chosen((by_hand, told): &State) -> String {
    by_hand.as_deref().or_else(|| told.dataset()).unwrap_or_default().to_owned()
}

fn spoken((by_hand, told): &State) -> String {
    let seen = match told {
        Told::Looking(0) => return "Looking…".to_owned(),
        Told::Looking(percent) => return format!("Looking… {percent} %"),
        Told::Packed(_, Opening { part, rows: 0, .. }) if part.is_empty() => return "Opening…".to_owned(),
        Told::Packed(_, Opening { part, rows: 0, .. }) => return format!("Opening… {part}"),
        Told::Packed(_, Opening { part, rows, .. }) => {
            return format!("Opening… {} of {part}", counted(u64::from(*rows), "row", "rows"));
        }
        Told::Delivered(format, _) => return format!("{format}: its rows go into the tables that they fill"),
        Told::Unseen(unseen) if unseen.is_gone => return format!("Left out. {}", unseen.why),
        Told::Unseen(unseen) => return unseen.why.clone(),
        Told::Seen(seen) => seen,
    };
    match seen.known_by {
        _ if by_hand.is_some() => "Set by you".to_owned(),
        Telltale::Name => "Recognized by its name".to_owned(),
        Telltale::Headers => "Recognized by its headers".to_owned(),
        Telltale::Likeness => "Looks like this table".to_owned(),
        Telltale::Said => "Known by the mapping".to_owned(),
        Telltale::Nothing => {
            "Neither its name nor its headers are those of a table. Choose which it is, or it is left out.".to_owned()
        }
    }
}

/// How a file is read, where that is worth a word.
fn read_as(told: &Told) -> String {
    let Told::Seen(seen) = told else { return String::new() };
    let rows = seen.rows.map(|rows| counted(rows, "row", "rows"));
    let notes = |kind: NoteKindView| seen.notes.iter().filter(|note| note.kind == kind).count() as u64;
    let doubts = notes(NoteKindView::Doubted);
    let doubts = (doubts > 0).then(|| counted(doubts, "doubt", "doubts"));
    let parts = rows.into_iter().chain(form_in_words(seen)).chain(doubts);
    parts.flat_map(|part| [" · ".to_owned(), part]).collect()
}

/// Whether a file can be read as it is.
fn state(told: &Told) -> Option<AnyView> {
    let (sign, words) = match told {
        Told::Looking(_) | Told::Packed(..) => return None,
        Told::Delivered(_, Some(words)) => readiness(words),
        Told::Delivered(_, None) => (Sign::Tick, "Ready".to_owned()),
        Told::Unseen(_) => (Sign::Cross, "Cannot be read".to_owned()),
        Told::Seen(seen) if seen.dataset.is_none() => return None,
        Told::Seen(seen) => readiness(seen),
    };
    Some(view! { " "<span class="file-state"><Icon sign/>" "{words}</span> }.into_any())
}

fn readiness(seen: &Seen) -> (Sign, String) {
    let lacking = seen.columns.iter().filter(|column| column.required && column.header.is_none()).count() as u64;
    match (lacking, seen.open_columns() as u64) {
        (0, 0) => (Sign::Tick, "Ready".to_owned()),
        (0, open) => (Sign::Bang, format!("{} to confirm", counted(open, "column", "columns"))),
        (lacking, open) if open == 0 || lacking == open => {
            (Sign::Bang, format!("{} not found", counted(lacking, "required column", "required columns")))
        }
        (lacking, open) => {
            let lacking = counted(lacking, "required column", "required columns");
            (Sign::Bang, format!("{lacking} not found, {} to confirm", counted(open, "column", "columns")))
        }
    }
}

/// What the choice of no table means for this file.
const fn nobody((by_hand, told): &State) -> &'static str {
    match told {
        Told::Looking(_) | Told::Packed(..) => "Looking…",
        _ if by_hand.is_some() => "Let the file tell",
        Told::Delivered(..) => "As its format says",
        Told::Seen(_) | Told::Unseen(_) => "No table",
    }
}

/// The tables of a pilot, as choices.
pub(super) fn group((title, tables): &(String, Vec<KnownTable>)) -> impl IntoView + use<> {
    let option = |table: &KnownTable| view! { <option value=table.name.clone()>{table.name.clone()}</option> };
    view! { <optgroup label=title.clone()>{tables.iter().map(option).collect_view()}</optgroup> }
}
