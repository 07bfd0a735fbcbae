//! The findings, a page at a time. All are counted and each can be reached; none is left out in silence.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use tieout_show::button::Button;

use super::finding::FindingRow;
use crate::desk::Desk;
use crate::report::Answer;

const PAGE_ROWS: u32 = 25;
const HEADS: [&str; 8] = ["Control", "Table", "Row", "Key", "Column", "Says", "Should be", "Difference"];

/// Shows the findings of all controls, or of the one that is asked for.
#[component]
pub(super) fn Findings(answer: Arc<Answer>) -> impl IntoView {
    let desk = Desk::here();
    let (of, all) = (answer.clone(), answer.findings);
    let places = Memo::new(move |_| of.places(&desk.asked.get()));
    let page = RwSignal::new(0_u32);
    let title = NodeRef::<html::H3>::new();
    Effect::new(move |before: Option<()>| {
        desk.asked.track();
        page.set(0);
        // Whoever asks for other findings is brought to them; a new answer moves nobody.
        if let (Some(()), Some(title)) = (before, title.get_untracked()) {
            title.scroll_into_view();
        }
    });
    let total = Memo::new(move |_| places.with(|places| places.len() as u32));
    // A page that other findings had may not exist in these.
    let first = Memo::new(move |_| page.get().min(last_page(total.get())) * PAGE_ROWS);
    let last = Memo::new(move |_| (first.get() + PAGE_ROWS).min(total.get()));
    let shown = move || places.with(|places| places[first.get() as usize..last.get() as usize].to_vec());
    let said = move || match total.get() {
        0 => "No finding".to_owned(),
        total => {
            let of = desk.counted(total, "finding", "findings");
            let left = if total == all { String::new() } else { format!(" ({} in all)", desk.count(all)) };
            format!("{}–{} of {of}{left}", desk.count(first.get() + 1), desk.count(last.get()))
        }
    };
    let rules = answer.clone();
    view! {
        <section class="findings" part="findings" aria-labelledby="findings-title">
            <h3 id="findings-title" tabindex="-1" node_ref=title>"Findings"</h3>
            <div class="row">
                <Choice answer/>
                <p class="shown figure" role="status">{move || said()}</p>
                <Pages page total/>
            </div>
            {move || (total.get() > 0).then(|| view! {
                <table role="table" class="list" part="table" aria-labelledby="findings-title">
                    <thead role="rowgroup">
                        <tr role="row">{HEADS.map(|head| view! { <th role="columnheader" scope="col">{head}</th> })}</tr>
                    </thead>
                    <tbody role="rowgroup">
                        <For each=shown key=|place| *place children={
                            let answer = rules.clone();
                            move |place| view! { <FindingRow answer=answer.clone() place columns=HEADS.len()/> }
                        }/>
                    </tbody>
                </table>
            }.into_any())}
        </section>
    }
}

/// The page on which the last of so many stands.
const fn last_page(total: u32) -> u32 {
    total.saturating_sub(1) / PAGE_ROWS
}

/// Narrows the findings to a control or a step.
#[component]
fn Choice(answer: Arc<Answer>) -> impl IntoView {
    let desk = Desk::here();
    let option = move |value: String, text: String, findings: u32| {
        view! { <option value=value>{format!("{text} ({})", desk.count(findings))}</option> }
    };
    let mut options = Vec::new();
    let mut group = String::new();
    for (id, places) in &answer.found {
        let step = id.split('-').next().unwrap_or_default();
        if step != group {
            step.clone_into(&mut group);
            let name = if step == "IN" { "Files as received".to_owned() } else { format!("All of {step}") };
            options.push(option(step.to_owned(), name, answer.places(step).len() as u32));
        }
        let title = answer.rules.get(id).map_or("", |rule| rule.title.as_str());
        options.push(option(id.clone(), format!("{id} {title}"), places.len() as u32));
    }
    view! {
        <label class="visually-hidden" for="asked">"Findings of"</label>
        <select id="asked" part="input" prop:value=move || desk.asked.get() on:change=move |event| desk.asked.set(event_target_value(&event))>
            <option value="">"All controls"</option>
            {options}
        </select>
    }
}

/// Goes from page to page.
#[component]
fn Pages(page: RwSignal<u32>, total: Memo<u32>) -> impl IntoView {
    let is_first = Signal::derive(move || page.get() == 0);
    let is_last = Signal::derive(move || page.get() >= last_page(total.get()));
    view! {
        {move || (total.get() > PAGE_ROWS).then(|| view! {
            <div class="row" role="group" aria-label="Pages of findings">
                <Button part="button" name="Previous page of findings" waits=is_first press=move |()| page.update(|page| *page -= 1)>"Previous"</Button>
                <Button part="button" name="Next page of findings" waits=is_last press=move |()| page.update(|page| *page += 1)>"Next"</Button>
            </div>
        }.into_any())}
    }
}
