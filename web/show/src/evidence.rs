//! A row of one of the user's files, with every column as the file has it and the row number that a spreadsheet shows.

use leptos::prelude::*;

use crate::told::Evidence;
use crate::words::in_words;

/// Shows the row. The column that the finding is about is marked.
#[component]
pub fn EvidenceTable(
    /// The row.
    evidence: Evidence,
) -> impl IntoView {
    let Evidence { dataset, file, line, cells, meant } = evidence;
    let cell = |(place, (header, cell)): (u32, (String, String))| {
        let is_meant = meant == Some(place);
        view! { <tr class:is-meant=is_meant><th scope="row">{in_words(&header)}</th><td>{cell}</td></tr> }
    };
    view! {
        <table class="evidence-row">
            <caption>{dataset}<span class="quiet">" · "{file}", row "<span class="figure">{line}</span></span></caption>
            <tbody>{(0..).zip(cells).map(cell).collect_view()}</tbody>
        </table>
    }
}

/// Says that the other side has no such row.
#[component]
pub fn Absent(
    /// The table on the other side.
    dataset: String,
    /// Whether the row on this side could be shown.
    has_row: bool,
) -> impl IntoView {
    let sentence = if has_row { "There is no row for it here." } else { "It is missing here." };
    view! { <p class="evidence-absent"><strong>{dataset}</strong>{sentence}</p> }
}
