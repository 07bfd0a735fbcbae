//! How a file's text is cut into cells, and which table it is: what looking told, and the way to say otherwise.

use leptos::prelude::*;

use super::Shown;
use crate::page::desk::Desk;
use crate::protocol::{FormView, Seen};

const ENCODINGS: [(&str, &str); 4] = [
    ("utf-8", "UTF-8"),
    ("windows-1252", "Windows-1252"),
    ("utf-16le", "UTF-16, low byte first"),
    ("utf-16be", "UTF-16, high byte first"),
];
const DELIMITERS: [(&str, &str); 4] = [(",", "Comma"), (";", "Semicolon"), ("\t", "Tab"), ("|", "Bar")];
const QUOTES: [(&str, &str); 3] =
    [("doubled", "Double quotes"), ("backslash", "Double quotes with backslashes"), ("single", "Single quotes")];

/// What is odd about how a file is read, each in a word or two.
pub(in crate::page) fn form_in_words(seen: &Seen) -> Vec<String> {
    let FormView { encoding, delimiter, quote, header_line } = &seen.form;
    let encoding = encoding.as_deref().filter(|name| *name != "utf-8").map(|name| called(&ENCODINGS, name));
    let delimiter = delimiter.as_deref().filter(|sign| *sign != ",").map(|sign| match sign {
        ";" => "semicolons".to_owned(),
        "\t" => "tabs".to_owned(),
        "|" => "bars".to_owned(),
        other => format!("parted by {other}"),
    });
    let quote = quote.as_deref().filter(|habit| *habit != "doubled").map(|habit| called(&QUOTES, habit).to_lowercase());
    let header = header_line.filter(|&line| line > 1).map(|line| format!("header in row {line}"));
    encoding.into_iter().chain(delimiter).chain(quote).chain(header).collect()
}

fn called(names: &[(&str, &str)], word: &str) -> String {
    names.iter().find(|(name, _)| *name == word).map_or(word, |(_, called)| called).to_owned()
}

/// The selects. A choice of nothing is what looking told.
#[component]
pub(super) fn FormChoices() -> impl IntoView {
    let (desk, shown) = (Desk::here(), Shown::here());
    let id = shown.id;
    let said = Memo::new(move |_| {
        let draft = desk.files.with(|files| files.iter().find(|given| given.id == id)?.draft.clone());
        draft.map_or_else(|| shown.of(|seen| seen.said.form.clone()), |said| said.form)
    });
    let told = Memo::new(move |_| shown.of(|seen| seen.form.clone()));
    let is_sheet = desk.file(id).is_some_and(|given| given.is_sheet());
    let encoding = move |value: Option<String>| desk.say_more(id, |said| said.form.encoding = value);
    let delimiter = move |value: Option<String>| desk.say_more(id, |said| said.form.delimiter = value);
    let quote = move |value: Option<String>| desk.say_more(id, |said| said.form.quote = value);
    view! {
        <div class="mapping-form" role="group" aria-label="How the file is read">
            <Tables/>
            {(!is_sheet).then(|| view! {
                <FormChoice
                    label="Encoding" id="encoding" choices=&ENCODINGS choose=encoding
                    told=Signal::derive(move || told.with(|told| told.encoding.clone()))
                    said=Signal::derive(move || said.with(|said| said.encoding.clone()))
                />
                <FormChoice
                    label="Cells are parted by" id="delimiter" choices=&DELIMITERS choose=delimiter
                    told=Signal::derive(move || told.with(|told| told.delimiter.clone()))
                    said=Signal::derive(move || said.with(|said| said.delimiter.clone()))
                />
                <FormChoice
                    label="Cells are quoted with" id="quote" choices=&QUOTES choose=quote
                    told=Signal::derive(move || told.with(|told| told.quote.clone()))
                    said=Signal::derive(move || said.with(|said| said.quote.clone()))
                />
            })}
        </div>
    }
}

#[component]
fn FormChoice(
    label: &'static str,
    id: &'static str,
    choices: &'static [(&'static str, &'static str)],
    told: Signal<Option<String>>,
    said: Signal<Option<String>>,
    choose: impl Fn(Option<String>) + 'static,
) -> impl IntoView {
    let by_looking = move || match told.get().filter(|_| said.with(Option::is_none)) {
        Some(told) => format!("{}, by looking", called(choices, &told)),
        None => "By looking".to_owned(),
    };
    let chosen = move |event| choose(Some(event_target_value(&event)).filter(|value| !value.is_empty()));
    view! {
        <div>
            <label for=id>{label}</label>
            <select id=id prop:value=move || said.get().unwrap_or_default() on:change=chosen>
                <option value="">{move || by_looking()}</option>
                {choices.iter().map(|&(value, name)| view! { <option value=value>{name}</option> }).collect_view()}
            </select>
        </div>
    }
}

/// Which table the file is: those that it could be come first.
#[component]
fn Tables() -> impl IntoView {
    let (desk, shown) = (Desk::here(), Shown::here());
    let dataset = Memo::new(move |_| shown.of(|seen| seen.dataset.clone()));
    // They stay while the file is looked at: once one is chosen it is no candidate any more, and has to stand there all the same.
    let candidates = Memo::new(move |before: Option<&Vec<_>>| {
        let now = shown.of(|seen| seen.candidates.clone());
        if now.is_empty() { before.cloned().unwrap_or_default() } else { now }
    });
    let likely = move || {
        let option = |(name, lacks): (String, Vec<String>)| {
            // Of the table that was chosen, its columns below tell what it lacks.
            let is_chosen = dataset.with(|dataset| dataset.as_deref() == Some(&name));
            let lacks = Some(lacks.join(", ")).filter(|lacks| !is_chosen && !lacks.is_empty());
            let text = lacks.map_or_else(|| name.clone(), |lacks| format!("{name} (lacks {lacks})"));
            view! { <option value=name>{text}</option> }
        };
        let candidates = candidates.get();
        (!candidates.is_empty()).then(|| {
            view! { <optgroup label="It looks like">{candidates.into_iter().map(option).collect_view()}</optgroup> }
                .into_any()
        })
    };
    view! {
        <div>
            <label for="mapping-table">"Table"</label>
            <select
                id="mapping-table" prop:value=move || { candidates.track(); dataset.get().unwrap_or_default() }
                on:change=move |event| desk.say_table(shown.id, &event_target_value(&event))
            >
                <option value="">"Let the file tell"</option>
                {move || likely()}
                {move || desk.known.with(|known| known.iter().map(crate::page::files::group).collect_view())}
            </select>
        </div>
    }
}
