//! The findings as a table of which only the rows in view exist, however many there are.

use leptos::ev::KeyboardEvent;
use leptos::html::{Div, Span, Table};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::ResizeObserver;

use super::heads::Heads;
use super::strip::Strip;
use crate::page::desk::Desk;
use crate::page::ledger::{CHUNK_ROWS, Ledger};
use crate::protocol::{Request, Row};

/// The grid: arrow keys move, Enter opens, the heads sort.
#[component]
pub(super) fn Grid() -> impl IntoView {
    let desk = Desk::here();
    let ledger = desk.ledger;
    let view = View::new(ledger);
    view.measure_on_resize();
    view.follow_queries();
    ask_for_missing(desk, view.drawn);
    let carried = Memo::new(move |_| ledger.query.with(|query| query.carried.len()));
    let rows = move || {
        let (first, last) = view.drawn.get();
        first..last
    };
    view! {
        <div class="grid" node_ref=view.scroller on:scroll=move |_| view.scrolled()>
            <table
                role="grid" id="findings" aria-label="Findings" tabindex="0" node_ref=view.table
                aria-rowcount=move || ledger.total.get() + 1
                aria-activedescendant=move || (ledger.total.get() > 0).then(|| row_id(ledger.active.get()))
                style:--carried=move || carried.get().to_string()
                on:keydown=move |event| view.pressed(desk, &event)
            >
                <Heads/>
                <tbody role="rowgroup" style:height=move || px(view.strip.get().body_px())>
                    <For each=rows key=|position| *position children=move |position| view! { <GridRow position view/> }/>
                </tbody>
            </table>
            // As tall as a row, whatever the width of the page makes of it.
            <span class="row-ruler" aria-hidden="true" node_ref=view.ruler></span>
            {move || (ledger.total.get() == 0).then(|| view! { <p class="grid-empty">"No finding is like that."</p> }.into_any())}
        </div>
    }
}

/// Asks the worker to open the finding at the row that the keyboard is at.
pub(super) fn open_active(desk: Desk) {
    let (query, position) = (desk.ledger.query.get_untracked(), desk.ledger.active.get_untracked());
    desk.ask(&Request::Open { query, position });
}

/// A length in whole pixels.
fn px(length: f64) -> String {
    format!("{}px", length.round() as i64)
}

fn row_id(position: u32) -> String {
    format!("finding-{position}")
}

/// Asks for the rows that are drawn and have not come, once each.
fn ask_for_missing(desk: Desk, drawn: Memo<(u32, u32)>) {
    let ledger = desk.ledger;
    Effect::new(move |_| {
        let (first, last) = drawn.get();
        let query = ledger.query.get();
        // A query that gives no row yet still has to be asked, to learn how many it gives.
        let chunks = first / CHUNK_ROWS..=last.saturating_sub(1).max(first) / CHUNK_ROWS;
        for chunk in ledger.missing(chunks) {
            let (ask, from) = (ledger.number(), chunk * CHUNK_ROWS);
            desk.ask(&Request::Window { ask, query: query.clone(), from, len: CHUNK_ROWS });
        }
    });
}

/// What is in view.
#[derive(Debug, Clone, Copy)]
struct View {
    ledger: Ledger,
    scroller: NodeRef<Div>,
    table: NodeRef<Table>,
    ruler: NodeRef<Span>,
    scroll_px: RwSignal<f64>,
    sizes_px: RwSignal<(f64, f64)>,
    strip: Memo<Strip>,
    drawn: Memo<(u32, u32)>,
}

impl View {
    fn new(ledger: Ledger) -> Self {
        let (scroll_px, sizes_px) = (RwSignal::new(0.0), RwSignal::new((0.0, 0.0)));
        let strip = Memo::new(move |_| {
            let (row_px, view_px) = sizes_px.get();
            Strip { rows: ledger.total.get(), row_px, view_px }
        });
        let drawn = Memo::new(move |_| strip.get().drawn(scroll_px.get()));
        Self {
            ledger,
            scroller: NodeRef::new(),
            table: NodeRef::new(),
            ruler: NodeRef::new(),
            scroll_px,
            sizes_px,
            strip,
            drawn,
        }
    }

    fn scrolled(self) {
        if let Some(scroller) = self.scroller.get_untracked() {
            self.scroll_px.set(f64::from(scroller.scroll_top()));
        }
    }

    fn measure(self) {
        if let (Some(scroller), Some(ruler)) = (self.scroller.get_untracked(), self.ruler.get_untracked()) {
            let head_px =
                self.table.get_untracked().and_then(|table| table.t_head()).map_or(0, |head| head.offset_height());
            self.sizes_px.set((f64::from(ruler.offset_height()), f64::from(scroller.client_height() - head_px)));
        }
    }

    fn measure_on_resize(self) {
        let observer = StoredValue::new_local(None::<ResizeObserver>);
        Effect::new(move |_| {
            let (Some(scroller), Some(ruler)) = (self.scroller.get(), self.ruler.get()) else { return };
            let measure = Closure::<dyn FnMut()>::new(move || self.measure()).into_js_value();
            if let Ok(watching) = ResizeObserver::new(measure.unchecked_ref()) {
                watching.observe(&scroller);
                watching.observe(&ruler);
                observer.set_value(Some(watching));
            }
        });
        on_cleanup(move || {
            if let Some(observer) = observer.try_update_value(Option::take).flatten() {
                observer.disconnect();
            }
        });
    }

    /// Another query begins at its first row.
    fn follow_queries(self) {
        Effect::new(move |_| {
            self.ledger.query.track();
            if let Some(scroller) = self.scroller.get_untracked() {
                scroller.set_scroll_top(0);
                self.scroll_px.set(0.0);
            }
        });
        Effect::new(move |_| self.reveal(self.ledger.active.get()));
    }

    fn reveal(self, position: u32) {
        let (strip, scroll_px) = (self.strip.get_untracked(), self.scroll_px.get_untracked());
        if let Some(scroller) = self.scroller.get_untracked()
            && let Some(to_px) = strip.scroll_to(position, scroll_px)
        {
            scroller.set_scroll_top(to_px.ceil() as i32);
        }
    }

    fn pressed(self, desk: Desk, event: &KeyboardEvent) {
        // A key on a head's button is the button's own.
        if event.target() != event.current_target() || event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let (active, last) = (self.ledger.active.get_untracked(), self.ledger.total.get_untracked().saturating_sub(1));
        let page = self.strip.get_untracked().page_rows();
        let goal = match event.key().as_str() {
            "ArrowDown" => active.saturating_add(1),
            "ArrowUp" => active.saturating_sub(1),
            "PageDown" => active.saturating_add(page),
            "PageUp" => active.saturating_sub(page),
            "Home" => 0,
            "End" => last,
            "Enter" => {
                event.prevent_default();
                return open_active(desk);
            }
            _ => return,
        };
        event.prevent_default();
        self.ledger.active.set(goal.min(last));
    }
}

#[component]
fn GridRow(position: u32, view: View) -> impl IntoView {
    let desk = Desk::here();
    let ledger = view.ledger;
    let row = Memo::new(move |_| ledger.row(position));
    let is_active = move || ledger.active.get() == position;
    let top = move || format!("translateY({})", px(view.strip.get().top_px(position, view.scroll_px.get())));
    let open = move |_| {
        ledger.active.set(position);
        open_active(desk);
    };
    view! {
        <tr
            role="row" id=row_id(position) aria-rowindex=position + 2 aria-selected=move || is_active().to_string()
            class:is-odd=position % 2 == 1 style:transform=top on:click=open
        >
            {move || match row.get() {
                Some(row) => view! { <Cells row/> }.into_any(),
                None => view! { <td role="gridcell" class="is-coming">"…"</td> }.into_any(),
            }}
        </tr>
    }
}

#[component]
fn Cells(row: Row) -> impl IntoView {
    let line = match row.line {
        Some(line) => line.to_string().into_any(),
        None => view! { <span aria-hidden="true">"–"</span><span class="visually-hidden">"the whole table"</span> }
            .into_any(),
    };
    let carried = row
        .carried
        .into_iter()
        .map(|cell| view! { <td role="gridcell" class="cell-carried">{cell}</td> })
        .collect_view();
    view! {
        <td role="gridcell" class="cell-control" class:is-warning=row.warns>{row.control}</td>
        <td role="gridcell" class="cell-table">{row.dataset}{row.file.map(|file| format!(" · {file}"))}</td>
        <td role="gridcell" class="cell-line figure">{line}</td>
        <td role="gridcell" class="cell-key">{row.key}</td>
        <td role="gridcell" class="cell-field">{row.field}</td>
        <td role="gridcell" class="cell-stated">{row.stated}</td>
        <td role="gridcell" class="cell-expected">{row.expected}</td>
        {carried}
        <td role="gridcell" class="cell-message">{row.message}</td>
    }
}
