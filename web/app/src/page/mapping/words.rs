//! What the words of a column mean, where the tables or the agreement have a list of values for it.

use leptos::prelude::*;

use super::Shown;
use crate::page::words::{count, counted};
use crate::protocol::{SeenColumn, SeenWord};

/// What stands for an empty cell in the select; no agreed value has blanks about it.
const EMPTY: &str = " ";

/// Each word with how often it was seen and a select of the agreed values.
#[component]
pub(super) fn Words(field: String, column: Memo<Option<SeenColumn>>) -> impl IntoView {
    let shown = Shown::here();
    let of =
        move |read: fn(&SeenColumn) -> Vec<String>| column.with(|column| column.as_ref().map(read).unwrap_or_default());
    let written = Memo::new(move |_| of(|column| column.words.iter().map(|word| word.written.clone()).collect()));
    let agreed = Memo::new(move |_| of(|column| column.agreed.clone()));
    let is_closed = Memo::new(move |_| column.with(|column| column.as_ref().is_none_or(|column| column.is_closed)));
    let seen = move || shown.of(|seen| seen.rows.is_none().then_some(seen.rows_seen));
    let rows = {
        let field = field.clone();
        move || {
            let words = written.get().into_iter();
            words.map(|written| view! { <Word field=field.clone() written column agreed/> }).collect_view()
        }
    };
    move || {
        (!written.with(Vec::is_empty)).then(|| {
            let rows = rows.clone();
            view! {
                <div class="column-words">
                    <p class="hint">
                        {move || if is_closed.get() {
                            "Words that nobody agreed on. One without a meaning is a finding."
                        } else {
                            "Words that the agreement does not look for. One without a meaning stays as it is, and counts as something else."
                        }}
                        {move || seen().map(|rows| format!(" Counted in the first {}.", counted(rows, "row", "rows")))}
                    </p>
                    <ul>{move || rows()}</ul>
                </div>
            }
            .into_any()
        })
    }
}

#[component]
fn Word(field: String, written: String, column: Memo<Option<SeenColumn>>, agreed: Memo<Vec<String>>) -> impl IntoView {
    let shown = Shown::here();
    let word = {
        let written = written.clone();
        Memo::new(move |_| column.with(|column| column.as_ref().and_then(|column| find(column, &written))))
    };
    let id = format!("word-{field}-{written}");
    let label = format!("What “{written}” means in {field}");
    let rows = move || word.with(|word| word.as_ref().map(|word| count(word.rows)));
    let meaning = {
        let written = written.clone();
        move || match word.with(|word| word.as_ref().and_then(|word| word.meaning.clone())) {
            Some(meaning) if meaning.is_empty() => EMPTY.to_owned(),
            Some(meaning) if meaning == written => String::new(),
            meaning => meaning.unwrap_or_default(),
        }
    };
    let is_closed = move || column.with_untracked(|column| column.as_ref().is_none_or(|column| column.is_closed));
    let choose = {
        let written = written.clone();
        move |event| {
            let meaning = event_target_value(&event);
            shown.say(&field, |said| {
                said.values.retain(|(word, _)| *word != written);
                match meaning.as_str() {
                    "" if is_closed() => {}
                    "" => said.values.push((written.clone(), written.clone())),
                    EMPTY => said.values.push((written.clone(), String::new())),
                    _ => said.values.push((written.clone(), meaning)),
                }
            });
        }
    };
    view! {
        <li>
            <code>{written}</code>
            <span class="hint figure">"× "{move || rows()}</span>
            <span aria-hidden="true">"→"</span>
            <label class="visually-hidden" for=id.clone()>{label}</label>
            <select id=id prop:value=move || { agreed.track(); meaning() } on:change=choose>
                <option value="">{if is_closed() { "As it is: a finding" } else { "As it is" }}</option>
                {move || agreed.get().into_iter().map(|value| view! { <option value=value.clone()>{value.clone()}</option> }).collect_view()}
                <option value=EMPTY>"An empty cell"</option>
            </select>
        </li>
    }
}

fn find(column: &SeenColumn, written: &str) -> Option<SeenWord> {
    column.words.iter().find(|word| word.written == written).cloned()
}
