//! The columns of the table in three lists: those to look at, those that are found, and those that the file does not have.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::Shown;
use super::column::ColumnRow;
use super::words::Words;
use crate::page::words::{counted, in_words, titled};
use crate::protocol::{Seen, SeenColumn};

/// Where a column stands. It stays there while the user works, so that nothing moves away under the hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Open,
    Found,
    Absent,
}

impl Group {
    fn of(column: &SeenColumn) -> Self {
        match (column.is_open(), &column.header) {
            (true, _) => Self::Open,
            // Somebody said that the file does not have it, and may think again: the table is of no use without it.
            (false, None) if column.required => Self::Open,
            (false, Some(_)) => Self::Found,
            (false, None) => Self::Absent,
        }
    }
}

type Groups = BTreeMap<Group, Vec<String>>;

/// The lists.
#[component]
pub(super) fn Columns() -> impl IntoView {
    let shown = Shown::here();
    // Another table, or another header row, has other columns.
    let subject = Memo::new(move |_| shown.of(|seen| (seen.dataset.clone(), seen.headers.clone())));
    let groups = Memo::new(move |_| {
        subject.track();
        shown.seen.with_untracked(|seen| seen.as_deref().map(grouped).unwrap_or_default())
    });
    let list = move |group: Group| groups.with(|groups| groups.get(&group).cloned().unwrap_or_default());
    let rows = |fields: Vec<String>| fields.into_iter().map(|field| view! { <ColumnRow field/> }).collect_view();
    let dataset = move || subject.with(|(dataset, _)| dataset.as_deref().map(titled));
    move || {
        let title = dataset()?;
        let (open, found, absent) = (list(Group::Open), list(Group::Found), list(Group::Absent));
        let absent_count = counted(absent.len() as u64, "further column", "further columns");
        Some(view! {
            <section class="mapping-columns" aria-labelledby="columns-title">
                <h2 id="columns-title">{format!("Columns of {title}")}</h2>
                {(!open.is_empty()).then(|| view! { <h3>"To look at"</h3><ul>{rows(open)}</ul> })}
                {(!found.is_empty()).then(|| view! { <h3>"Found"</h3><ul>{rows(found)}</ul> })}
                {(!absent.is_empty()).then(|| view! {
                    <details>
                        <summary>{format!("{absent_count} that the file need not have")}</summary>
                        <ul>{rows(absent)}</ul>
                    </details>
                })}
                <Ignored/>
            </section>
        })
    }
}

/// The columns in which a payer's own words stand. Where these columns are is the format's to say.
#[component]
pub(super) fn Worded() -> impl IntoView {
    let shown = Shown::here();
    let fields = shown.of(|seen| seen.columns.iter().map(|column| column.field.clone()).collect::<Vec<_>>());
    let list = fields.into_iter().map(|field| {
        let column = {
            let field = field.clone();
            Memo::new(move |_| shown.of(|seen| seen.columns.iter().find(|column| column.field == field).cloned()))
        };
        view! {
            <li class="column is-worded">
                <h3 class="column-name">{in_words(&field)}</h3>
                <Words field column/>
            </li>
        }
    });
    view! { <section class="mapping-columns"><ul>{list.collect_view()}</ul></section> }
}

fn grouped(seen: &Seen) -> Groups {
    let mut groups = Groups::new();
    for column in &seen.columns {
        groups.entry(Group::of(column)).or_default().push(column.field.clone());
    }
    groups
}

/// The headers that no column is read from.
#[component]
fn Ignored() -> impl IntoView {
    let shown = Shown::here();
    let ignored = Memo::new(move |_| shown.of(|seen| seen.ignored.clone()));
    move || {
        let headers = ignored.get();
        (!headers.is_empty()).then(|| {
            let headers = headers.into_iter().map(|header| view! { <li>{header}</li> }).collect_view();
            view! {
                <div class="ignored">
                    <h3>"Ignored"</h3>
                    <p class="hint">"No column is read from these headers. They are shown beside a finding, and change nothing."</p>
                    <ul>{headers}</ul>
                </div>
            }
            .into_any()
        })
    }
}
