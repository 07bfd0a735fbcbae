//! The findings in view: the query, and the rows around the window. The rest stays in the worker.

use std::collections::BTreeMap;
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
    answered: StoredValue<Query>,
}

impl Ledger {
    pub(super) fn new() -> Self {
        Self {
            query: RwSignal::new(Query::default()),
            total: RwSignal::new(0),
            active: RwSignal::new(0),
            opened: RwSignal::new(None),
            chunks: RwSignal::new(BTreeMap::new()),
            answered: StoredValue::new(Query::default()),
        }
    }

    /// A new run has been told of. What the user asked of the last one is not asked of this one.
    pub(super) fn begin(self, findings: u32) {
        self.query.set(Query::default());
        self.answered.set_value(Query::default());
        self.chunks.set(BTreeMap::new());
        self.total.set(findings);
        self.active.set(0);
        self.opened.set(None);
    }

    /// Rows have come. Those of a query that is no longer asked are dropped.
    pub(super) fn fill(self, query: &Query, total: u32, from: u32, rows: Vec<Row>) {
        if self.query.with_untracked(|asked| asked != query) {
            return;
        }
        let is_first = self.answered.with_value(|answered| answered != query);
        if is_first {
            self.answered.set_value(query.clone());
        }
        self.chunks.update(|chunks| {
            if is_first {
                chunks.clear();
            }
            let newest = from / CHUNK_ROWS;
            chunks.insert(newest, rows.into());
            while chunks.len() > KEPT_CHUNKS {
                let ends =
                    (chunks.first_key_value().map(|(&first, _)| first), chunks.last_key_value().map(|(&last, _)| last));
                if let (Some(first), Some(last)) = ends {
                    chunks.remove(if newest.abs_diff(first) > newest.abs_diff(last) { &first } else { &last });
                }
            }
        });
        self.total.set(total);
    }

    /// The row at this place, once it has come.
    #[must_use]
    pub(super) fn row(self, position: u32) -> Option<Row> {
        self.chunks.with(|chunks| chunks.get(&(position / CHUNK_ROWS))?.get((position % CHUNK_ROWS) as usize).cloned())
    }

    /// Whether the rows of this chunk answer the query that is asked now.
    #[must_use]
    pub(super) fn has(self, chunk: u32) -> bool {
        let is_answered = self.query.with_untracked(|asked| self.answered.with_value(|answered| asked == answered));
        is_answered && self.chunks.with_untracked(|chunks| chunks.contains_key(&chunk))
    }

    /// Asks for other findings, from the first.
    pub(super) fn ask(self, change: impl FnOnce(&mut Query)) {
        self.query.update(change);
        self.active.set(0);
        self.opened.set(None);
    }
}
