//! In which form the dates of a column are written, and what each form makes of them.

use leptos::prelude::*;

use super::Shown;
use crate::protocol::{SeenColumn, SeenDates};

/// The forms, by the mapping file's names, each with an example.
const FORMS: [(&str, &str); 7] = [
    ("YYYY-MM-DD", "2026-01-31"),
    ("MM/DD/YYYY", "01/31/2026"),
    ("DD/MM/YYYY", "31/01/2026"),
    ("YYYYMMDD", "20260131"),
    ("MMDDYYYY", "01312026"),
    ("DD-MMM-YYYY", "31-Jan-2026"),
    ("MMM DD, YYYY", "Jan 31, 2026"),
];

/// A select of the forms, with some dates as they are read; nothing where dates are as tables have them.
#[component]
pub(super) fn Dates(field: String, column: Memo<Option<SeenColumn>>) -> impl IntoView {
    let dates = Memo::new(move |_| column.with(|column| column.as_ref().and_then(|column| column.dates.clone())));
    let is_there = Memo::new(move |_| dates.with(Option::is_some));
    move || is_there.get().then(|| view! { <DateChoice field=field.clone() dates/> }.into_any())
}

#[component]
fn DateChoice(field: String, dates: Memo<Option<SeenDates>>) -> impl IntoView {
    let shown = Shown::here();
    let id = format!("dates-{field}");
    let of = move |read: fn(&SeenDates) -> Option<String>| dates.with(|dates| dates.as_ref().and_then(read));
    let chosen = move || of(|dates| dates.chosen.clone());
    let is_possible = move |form: &str| {
        dates.with(|dates| dates.as_ref().is_some_and(|dates| dates.possible.iter().any(|possible| possible == form)))
    };
    let option = move |(form, example): (&'static str, &'static str)| {
        let text = if is_possible(form) {
            format!("{form}, as {example}")
        } else {
            format!("{form}, as {example} (not all of them)")
        };
        view! { <option value=form>{text}</option> }
    };
    let preview = move || {
        let read = dates.with(|dates| dates.as_ref().map(|dates| dates.preview.clone())).unwrap_or_default();
        read.into_iter()
            .map(|(written, day)| view! { <li><code>{written}</code>" → "<code>{day}</code></li> })
            .collect_view()
    };
    let choose = move |event| {
        let form = Some(event_target_value(&event)).filter(|form| !form.is_empty());
        shown.say(&field, |said| said.dates = form);
    };
    view! {
        <div class="column-dates">
            <label for=id.clone()>"Its dates are written as"</label>
            <select id=id prop:value=move || chosen().unwrap_or_default() on:change=choose>
                <option value="">"Say which"</option>
                {FORMS.map(option)}
            </select>
            <ul class="date-preview" aria-live="polite">{move || preview()}</ul>
        </div>
    }
}
