//! The heads of the findings table: each names its column and puts the findings in its order.

use leptos::prelude::*;

use crate::page::desk::Desk;
use crate::protocol::{Sort, SortKey};

const HEADS: [(SortKey, &str); 7] = [
    (SortKey::Control, "Control"),
    (SortKey::Dataset, "Table"),
    (SortKey::Line, "Row"),
    (SortKey::Key, "Key"),
    (SortKey::Field, "Column"),
    (SortKey::Stated, "Says"),
    (SortKey::Expected, "Should be"),
];

/// The row of heads; carried columns stand before the message, which takes what room is left.
#[component]
pub(super) fn Heads() -> impl IntoView {
    let ledger = Desk::here().ledger;
    let carried = Memo::new(move |_| ledger.query.with(|query| query.carried.clone()));
    let carried = move || {
        let head = |(place, column): (usize, crate::protocol::Carried)| {
            view! { <Head by=SortKey::Carried(place as u32) title=column.header about=column.dataset/> }
        };
        carried.get().into_iter().enumerate().map(head).collect_view()
    };
    view! {
        <thead role="rowgroup">
            <tr role="row" aria-rowindex="1">
                {HEADS.map(|(by, title)| view! { <Head by title=title.to_owned()/> })}
                {move || carried()}
                <Head by=SortKey::Message title="Difference".to_owned()/>
            </tr>
        </thead>
    }
}

#[component]
fn Head(by: SortKey, title: String, #[prop(optional)] about: Option<String>) -> impl IntoView {
    let ledger = Desk::here().ledger;
    let order =
        Memo::new(move |_| ledger.query.with(|query| (query.sort.by == Some(by)).then_some(query.sort.descending)));
    let said = move || match order.get() {
        None => "none",
        Some(false) => "ascending",
        Some(true) => "descending",
    };
    let sort = move |_| ledger.ask(|query| query.sort = next(&query.sort, by));
    view! {
        <th role="columnheader" scope="col" aria-sort=move || said() class:figure=by == SortKey::Line>
            <button type="button" on:click=sort title=about>
                {title}
                <span class="arrow" aria-hidden="true">{move || match order.get() { None => "", Some(false) => "▲", Some(true) => "▼" }}</span>
            </button>
        </th>
    }
}

/// Up, then down, then the report's own order again.
fn next(sort: &Sort, by: SortKey) -> Sort {
    match (sort.by == Some(by), sort.descending) {
        (false, _) => Sort { by: Some(by), descending: false },
        (true, false) => Sort { by: Some(by), descending: true },
        (true, true) => Sort::default(),
    }
}
