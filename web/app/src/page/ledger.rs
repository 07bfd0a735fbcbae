//! The findings in view: the query, and the rows around the window. The rest stays in the worker.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::sync::Arc;

use leptos::prelude::*;

use crate::protocol::{Opened, Query, Row};

/// Rows are asked for by this many.
pub(super) const CHUNK_ROWS: u32 = 100;
/// Chunks that are kept; those farthest from the newest go first.
const KEPT_CHUNKS: usize = 40;

/// The findings in view, as signals. A copy is the same ledger.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ledger {
    /// Which findings are asked for, in which order, with which columns.
    pub(super) query: RwSignal<Query>,
    /// How many rows the query gives.
    pub(super) total: RwSignal<u32>,
    /// The place of the row that the keyboard is at.
    pub(super) active: RwSignal<u32>,
    /// The finding that is open.
    pub(super) opened: RwSignal<Option<Arc<Opened>>>,
    chunks: RwSignal<BTreeMap<u32, Arc<[Row]>>>,
    /// The number of the query that is asked, and of the one that the rows answer.
    numbers: StoredValue<(u32, u32)>,
    /// Chunks that are asked for and have not come.
    pending: StoredValue<BTreeSet<u32>>,
}

impl Ledger {
    pub(super) fn new() -> Self {
        Self {
            query: RwSignal::new(Query::default()),
            total: RwSignal::new(0),
            active: RwSignal::new(0),
            opened: RwSignal::new(None),
            chunks: RwSignal::new(BTreeMap::new()),
            numbers: StoredValue::new((0, 0)),
            pending: StoredValue::new(BTreeSet::new()),
        }
    }

    /// A new run has been told of. What the user asked of the last one is not asked of this one.
    pub(super) fn begin(self, findings: u32) {
        self.chunks.set(BTreeMap::new());
        self.ask(|query| *query = Query::default());
        self.total.set(findings);
    }

    /// Asks for other findings, from the first. Those that are shown stay until the answer comes.
    pub(super) fn ask(self, change: impl FnOnce(&mut Query)) {
        self.numbers.update_value(|(asked, _)| *asked += 1);
        self.pending.update_value(BTreeSet::clear);
        self.query.update(change);
        self.active.set(0);
        self.opened.set(None);
    }

    /// The number of the query that is asked.
    pub(super) fn number(self) -> u32 {
        self.numbers.get_value().0
    }

    /// Rows have come. Those of a query that is no longer asked are dropped.
    pub(super) fn fill(self, ask: u32, total: u32, from: u32, rows: Vec<Row>) {
        let (asked, answered) = self.numbers.get_value();
        if ask != asked {
            return;
        }
        self.numbers.set_value((asked, asked));
        self.pending.update_value(|pending| pending.retain(|&chunk| chunk != from / CHUNK_ROWS));
        self.chunks.update(|chunks| {
            if answered != asked {
                chunks.clear();
            }
            let newest = from / CHUNK_ROWS;
            chunks.insert(newest, rows.into());
            while chunks.len() > KEPT_CHUNKS {
                let farthest = chunks.keys().copied().max_by_key(|chunk| chunk.abs_diff(newest));
                farthest.map(|chunk| chunks.remove(&chunk));
            }
        });
        self.total.set(total);
    }

    /// The row at this place, once it has come.
    #[must_use]
    pub(super) fn row(self, position: u32) -> Option<Row> {
        let place = (position % CHUNK_ROWS) as usize;
        self.chunks.with(|chunks| chunks.get(&(position / CHUNK_ROWS))?.get(place).cloned())
    }

    /// Those of these chunks that have to be asked for. From now on they count as asked for.
    pub(super) fn missing(self, chunks: RangeInclusive<u32>) -> Vec<u32> {
        let (asked, answered) = self.numbers.get_value();
        let has = |chunk| asked == answered && self.chunks.with_untracked(|chunks| chunks.contains_key(&chunk));
        let mut missing: Vec<_> = chunks.filter(|&chunk| !has(chunk)).collect();
        self.pending.update_value(|pending| missing.retain(|&chunk| pending.insert(chunk)));
        missing
    }
}
