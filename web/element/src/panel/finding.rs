//! One finding: a row of the table that opens into its rule, what to do, and both rows as the files have them.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use tieout_show::evidence::{Absent, EvidenceTable};
use tieout_show::icon::{Icon, Sign};
use tieout_show::told::Evidence;
use tieout_show::words::in_words;

use crate::desk::Desk;
use crate::report::{Answer, Cell, Finding, Place, Row, Severity};

/// Shows the finding at this place of the report.
#[component]
pub(super) fn FindingRow(answer: Arc<Answer>, place: u32, columns: usize) -> impl IntoView {
    let desk = Desk::here();
    let is_open = RwSignal::new(false);
    let Some(finding) = desk.finding(place) else { return ().into_any() };
    let (id, told) = (format!("finding-{place}"), finding.clone());
    let row = finding.line.map_or_else(|| "–".to_owned(), |line| line.to_string());
    let warns = finding.severity == Severity::Warn;
    let sign = if warns { Sign::Bang } else { Sign::Cross };
    let details = id.clone();
    view! {
        <tr role="row" class="is-finding">
            <td role="cell" class="cell-control" class:is-warning=warns>
                <button
                    type="button" class="link" aria-expanded=move || is_open.get().to_string()
                    aria-controls=move || is_open.get().then(|| details.clone())
                    on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
                >
                    <Icon sign/>" "{finding.control}
                    <span class="visually-hidden">{if warns { ", warns" } else { ", blocks" }}</span>
                </button>
            </td>
            <td role="cell" class="cell-table">{in_words(&finding.dataset)}</td>
            <td role="cell" class="cell-line figure">{row}</td>
            <td role="cell" class="cell-key">{finding.key}</td>
            <td role="cell" class="cell-field">{finding.field.map(|field| in_words(&field))}</td>
            <td role="cell" class="cell-stated">{finding.stated}</td>
            <td role="cell" class="cell-expected">{finding.expected}</td>
            <td role="cell" class="cell-message">{finding.message}</td>
        </tr>
        {move || is_open.get().then(|| view! {
            <tr role="row" class="opened" id=id.clone() part="finding">
                <td role="cell" colspan=columns><Opened answer=answer.clone() finding=told.clone()/></td>
            </tr>
        }.into_any())}
    }
    .into_any()
}

#[component]
fn Opened(answer: Arc<Answer>, finding: Finding) -> impl IntoView {
    let desk = Desk::here();
    let evidence = RwSignal::new(None::<[Option<Evidence>; 2]>);
    let Finding { dataset, file, line, other, field, missing_from, message, control, .. } = finding;
    let here = line.map(|line| Place { dataset, file, line });
    spawn_local(async move {
        let mut rows = [None, None];
        for (row, place) in rows.iter_mut().zip([here, other]) {
            if let Some(place) = place {
                *row = desk.row(place).await.map(|row| shown(row, field.as_deref()));
            }
        }
        // The finding may have been closed meanwhile.
        let _ = evidence.try_set(Some(rows));
    });
    let (title, why, remedy) = answer
        .rules
        .get(&control)
        .map_or_else(Default::default, |rule| (rule.title.clone(), rule.why.clone(), rule.remedy.clone()));
    view! {
        <p class="finding-message">{message}</p>
        <dl class="rule">
            <div><dt>"Rule"</dt><dd>{control}" "{title}</dd></div>
            <div><dt>"Why it matters"</dt><dd>{why}</dd></div>
            <div><dt>"What to do"</dt><dd>{remedy}</dd></div>
        </dl>
        <div class="evidence">
            {move || evidence.get().map(|[here, there]| {
                let has_row = here.is_some();
                let absent = missing_from.clone().map(|dataset| view! { <Absent dataset has_row/> });
                let tables = [here, there].map(|row| row.map(|evidence| view! { <EvidenceTable evidence/> }));
                view! { {tables}{absent} }.into_any()
            })}
        </div>
    }
}

/// A row as it is shown: the column that the finding is about is marked.
fn shown(row: Row, field: Option<&str>) -> Evidence {
    let Row { dataset, file, line, cells } = row;
    let is_meant = |cell: &Cell| field.is_some() && cell.column.as_deref() == field;
    let meant = cells.iter().position(is_meant).map(|place| place as u32);
    let cells = cells.into_iter().map(|cell| (cell.header, cell.value)).collect();
    Evidence { dataset, file, line, cells, meant }
}
