//! One file before it is read: its first rows, how they are cut, and which of its headers is which column. It shows what
//! the worker proposes; nothing counts before the user confirms it.

mod column;
mod columns;
mod dates;
pub(super) mod form;
mod sheet;
mod words;

use std::sync::Arc;

use leptos::prelude::*;

use super::Heading;
use super::button::{Button, Weight};
use super::desk::{Asked, Desk};
use super::given::Told;
use super::words::counted;
use crate::protocol::{Said, SaidColumn, Seen};
use columns::{Columns, Worded};
use form::FormChoices;
use sheet::Sheet;

/// The file that is shown, and what was seen of it. A copy is the same file.
#[derive(Debug, Clone, Copy)]
struct Shown {
    desk: Desk,
    id: u32,
    seen: Memo<Option<Arc<Seen>>>,
}

impl Shown {
    fn here() -> Self {
        expect_context()
    }

    /// A part of what was seen; the default where the file cannot be read as it is said.
    fn of<T: Default>(self, read: impl FnOnce(&Seen) -> T) -> T {
        self.seen.with(|seen| seen.as_deref().map(read)).unwrap_or_default()
    }

    /// Says something about a column.
    fn say(self, field: &str, change: impl FnOnce(&mut SaidColumn)) {
        let dataset = self.seen.with_untracked(|seen| seen.as_ref().and_then(|seen| seen.dataset.clone()));
        self.desk.say_more(self.id, |said: &mut Said| {
            said.dataset = said.dataset.take().or(dataset);
            let place = said.columns.iter().position(|column| column.field == field).unwrap_or_else(|| {
                said.columns.push(SaidColumn { field: field.to_owned(), ..SaidColumn::default() });
                said.columns.len() - 1
            });
            change(&mut said.columns[place]);
        });
    }
}

/// The columns of one file.
#[component]
pub(super) fn MappingScreen(asked: Asked) -> impl IntoView {
    let desk = Desk::here();
    let Asked { id, before_check } = asked;
    let told = Memo::new(move |_| {
        desk.files.with(|files| files.iter().find(|given| given.id == id).map(|given| given.told.clone()))
    });
    let seen = Memo::new(move |_| told.with(|told| told.as_ref().and_then(Told::seen).cloned()));
    let shown = Shown { desk, id, seen };
    provide_context(shown);
    let given = desk.file(id);
    let is_delivered = given.as_ref().is_some_and(|given| matches!(given.told, Told::Delivered(..)));
    let name = given.map(|given| given.name()).unwrap_or_default();
    let unseen = move || match told.get() {
        Some(Told::Unseen(unseen)) => Some(
            view! {
                <div class="note is-bad" role="alert"><p>{unseen.why}</p></div>
            }
            .into_any(),
        ),
        _ => None,
    };
    let is_seen = Memo::new(move |_| seen.with(Option::is_some));
    view! {
        <section class="mapping">
            <header class="mapping-head">
                <Heading>{if is_delivered { "Words of " } else { "Columns of " }}{super::words::in_words(&name)}</Heading>
                <p class="lede">
                    {before_check.then_some("Before this file is checked. ")}
                    {question(is_delivered)}
                    " What is proposed counts once you confirm it."
                </p>
                <Actions asked/>
            </header>
            {(!is_delivered).then(|| view! { <FormChoices/> })}
            {move || unseen()}
            {move || is_seen.get().then(|| if is_delivered {
                view! { <Worded/> }.into_any()
            } else {
                view! { <Sheet/><Columns/> }.into_any()
            })}
            {move || is_seen.get().then(|| view! { <Actions asked/> }.into_any())}
        </section>
    }
}

const fn question(is_delivered: bool) -> &'static str {
    if is_delivered {
        "What do the payer’s own words mean, in the words of the agreement?"
    } else {
        "Which table is it, and which of its headers is which column?"
    }
}

/// What can be done with the answer; stands above and below it.
#[component]
fn Actions(asked: Asked) -> impl IntoView {
    let (desk, shown) = (Desk::here(), Shown::here());
    let Asked { id, before_check } = asked;
    let has_table = Memo::new(move |_| shown.of(|seen| seen.dataset.is_some()));
    let lacking = Memo::new(move |_| shown.of(Seen::lacking_columns) as u64);
    let open = move || match (lacking.get(), shown.of(Seen::open_columns) as u64) {
        _ if desk.unseen.get() > 0 => "One moment: the file is looked at again.".to_owned(),
        _ if !has_table.get() => "Say which table it is, or it is left out.".to_owned(),
        (0, 0) => "Nothing is left to confirm.".to_owned(),
        (0, open) => format!("{} to confirm.", counted(open, "column is left", "columns are left")),
        (lacking, _) => {
            let lacking = counted(lacking, "required column is", "required columns are");
            format!("{lacking} not found: as long as that is so, the table is not read.")
        }
    };
    let label = move || match (before_check, lacking.get()) {
        (false, _) => "Confirm",
        (true, 0) => "Confirm and check",
        (true, _) => "Confirm and check all the same",
    };
    // What was on the screen when it was confirmed. As long as an answer is under way, that may not be all.
    let confirmed = RwSignal::new(None::<Option<Arc<Seen>>>);
    Effect::new(move |_| {
        if desk.unseen.get() > 0 {
            return;
        }
        let Some(before) = confirmed.get() else { return };
        confirmed.set(None);
        let has_new_questions = shown.seen.with_untracked(|now| match (now, &before) {
            (Some(now), Some(before)) => !now.questions().is_subset(&before.questions()),
            _ => false,
        });
        if has_new_questions {
            return;
        }
        if before_check {
            desk.goes_on.set_value(true);
        }
        desk.confirm(id);
        if !before_check {
            desk.back_to_files();
        }
    });
    let confirm = move |()| confirmed.set(Some(shown.seen.get_untracked()));
    view! {
        <div class="row mapping-actions">
            {move || has_table.get().then(|| view! {
                <Button weight=Weight::Main press=confirm>{move || label()}</Button>
            }.into_any())}
            {before_check.then(|| view! { <Button press=move |()| desk.check()>"Check without it"</Button> })}
            <Button press=move |()| desk.back_to_files()>"Back"</Button>
            <Button weight=Weight::Slight press=move |()| desk.unsay(id)>"Start over"</Button>
            <span class="hint" role="status">{move || open()}</span>
        </div>
    }
}
