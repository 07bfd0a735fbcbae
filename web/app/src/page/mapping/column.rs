//! One column of the table: the header that it is read from, some of what stands below it, and why.

use leptos::prelude::*;

use super::Shown;
use super::dates::Dates;
use super::words::Words;
use crate::page::icon::{Icon, Sign};
use crate::page::words::in_words;
use crate::protocol::{Match, SeenColumn};

/// A column, with a select of the file's headers.
#[component]
pub(super) fn ColumnRow(field: String) -> impl IntoView {
    let shown = Shown::here();
    let column = {
        let field = field.clone();
        Memo::new(move |_| shown.of(|seen| seen.columns.iter().find(|column| column.field == field).cloned()))
    };
    let read = move |read: fn(&SeenColumn) -> Option<String>| column.with(|column| column.as_ref().and_then(read));
    let (id, why) = (format!("column-{field}"), format!("why-{field}"));
    let sign = Memo::new(move |_| column.with(|column| column.as_ref().map(sign)));
    let samples =
        move || column.with(|column| column.as_ref().map(|column| column.samples.clone())).unwrap_or_default();
    let badge =
        Memo::new(move |_| column.with(|column| column.as_ref().map_or(Match::Nothing, |column| column.match_by)));
    let required = column.with_untracked(|column| column.as_ref().is_some_and(|column| column.required));
    let choose = {
        let field = field.clone();
        move |event| {
            let header = event_target_value(&event);
            shown.say(&field, |said| {
                // What the words and dates of another header meant says nothing of this one's.
                *said = crate::protocol::SaidColumn {
                    field: said.field.clone(),
                    header: Some(header),
                    by_you: true,
                    ..Default::default()
                };
            });
        }
    };
    view! {
        <li class="column">
            <div class="column-name">
                {move || sign.get().map(|sign| view! { <Icon sign/> })}
                <label for=id.clone()>{in_words(&field)}</label>
                <span class="hint">{move || read(|column| Some(column.form.clone()))}{required.then_some(", required")}</span>
            </div>
            <Headers id=id described=why.clone() column choose/>
            <p class="column-samples">
                {move || samples().into_iter().map(|sample| view! { <span>{sample}</span> }).collect_view()}
            </p>
            <p class="column-why" id=why>
                <span class=move || format!("badge {}", tone(badge.get()))>{move || badge_text(badge.get(), required, shown.desk.memory.is_file())}</span>
                " "<span class="hint">{move || read(|column| Some(column.why.clone()))}</span>
            </p>
            <Dates field=field.clone() column/>
            <Words field column/>
        </li>
    }
}

/// The file's headers to choose from: those that could be it come first.
#[component]
fn Headers(
    id: String,
    described: String,
    column: Memo<Option<SeenColumn>>,
    choose: impl Fn(leptos::ev::Event) + 'static,
) -> impl IntoView {
    let shown = Shown::here();
    let chosen =
        move || column.with(|column| column.as_ref().and_then(|column| column.header.clone())).unwrap_or_default();
    let others = Memo::new(move |_| {
        column.with(|column| column.as_ref().map(|column| column.others.clone())).unwrap_or_default()
    });
    let headers = Memo::new(move |_| {
        shown.of(|seen| seen.headers.iter().filter(|header| !header.trim().is_empty()).cloned().collect::<Vec<_>>())
    });
    let option = |header: String| view! { <option value=header.clone()>{header.trim().to_owned()}</option> };
    let could_be = move || {
        let others = others.get();
        (!others.is_empty()).then(|| {
            view! { <optgroup label="Could be">{others.into_iter().map(option).collect_view()}</optgroup> }.into_any()
        })
    };
    view! {
        <select class="column-header" id=id aria-describedby=described prop:value=move || { headers.track(); others.track(); chosen() } on:change=choose>
            <option value="">"Not in the file"</option>
            {move || could_be()}
            <optgroup label="Headers of the file">{move || headers.get().into_iter().map(option).collect_view()}</optgroup>
        </select>
    }
}

fn sign(column: &SeenColumn) -> Sign {
    match (&column.header, column.is_open()) {
        (None, true) => Sign::Cross,
        (None, false) => Sign::Dash,
        (Some(_), true) => Sign::Bang,
        (Some(_), false) => Sign::Tick,
    }
}

const fn tone(by: Match) -> &'static str {
    match by {
        Match::SameName | Match::You | Match::Mapping => "is-sure",
        Match::KnownName | Match::Content => "is-proposed",
        Match::Nothing => "is-nothing",
    }
}

const fn badge_text(by: Match, required: bool, by_file: bool) -> &'static str {
    match by {
        Match::SameName => "same name",
        Match::KnownName => "known name",
        Match::Content => "by content",
        Match::You => "you",
        Match::Mapping if by_file => "mapping file",
        Match::Mapping => "remembered",
        Match::Nothing if required => "not found",
        Match::Nothing => "not in the file",
    }
}
