//! The first rows of the file, numbered as a spreadsheet numbers them, with the header row marked; another can be chosen.

use leptos::prelude::*;

use super::Shown;
use crate::page::desk::Desk;
use crate::page::words::count;

/// More columns than this are not shown here.
const COLUMNS_SHOWN: usize = 60;

/// The rows. Choosing one makes it the header.
#[component]
pub(super) fn Sheet() -> impl IntoView {
    let shown = Shown::here();
    let rows = Memo::new(move |_| shown.of(|seen| seen.top.clone()));
    let width = Memo::new(move |_| {
        let widest = rows.with(|rows| rows.iter().map(|(_, cells)| cells.len()).max());
        widest.unwrap_or_default().min(COLUMNS_SHOWN)
    });
    let heads = move || (0..width.get()).map(|place| view! { <th scope="col">{letters(place)}</th> }).collect_view();
    let more = move || {
        shown.of(|seen| seen.headers.len().checked_sub(COLUMNS_SHOWN)).filter(|&more| more > 0).map(|more| {
            view! { <p class="hint">{format!("{} more columns are read and not shown here.", count(more as u64))}</p> }.into_any()
        })
    };
    view! {
        <fieldset class="sheet">
            <legend>"The first rows. Which of them is the header?"</legend>
            <div class="scroll-x" tabindex="0" role="region" aria-label="The first rows of the file">
                <table>
                    <thead><tr><th scope="col"><span class="visually-hidden">"Row"</span></th>{move || heads()}</tr></thead>
                    <tbody>
                        {move || rows.get().into_iter().map(|(line, cells)| view! { <SheetRow line cells width=width.get_untracked()/> }).collect_view()}
                    </tbody>
                </table>
            </div>
            {move || more()}
        </fieldset>
    }
}

#[component]
fn SheetRow(line: u32, cells: Vec<String>, width: usize) -> impl IntoView {
    let (desk, shown) = (Desk::here(), Shown::here());
    let is_header = Memo::new(move |_| shown.of(|seen| seen.form.header_line) == Some(line));
    let choose = move || desk.say_more(shown.id, |said| said.form.header_line = Some(line));
    let id = format!("row-{line}");
    let label = format!("Row {line}");
    let missing = width.saturating_sub(cells.len());
    let cells = cells.into_iter().take(width).chain(std::iter::repeat_n(String::new(), missing));
    view! {
        <tr class:is-header=move || is_header.get() on:click=move |_| if !is_header.get_untracked() { choose() }>
            <th scope="row">
                <input
                    type="radio" name="header-row" id=id.clone() aria-label=label
                    prop:checked=move || is_header.get() on:change=move |_| choose()
                />
                <label for=id aria-hidden="true" on:click=|event| event.stop_propagation()>{line}</label>
            </th>
            {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
        </tr>
    }
}

/// A column as a spreadsheet names it: A to Z, then AA.
fn letters(place: usize) -> String {
    let letter = char::from(b'A' + (place % 26) as u8);
    let before = (place / 26).checked_sub(1).map(letters).unwrap_or_default();
    format!("{before}{letter}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
