//! Which actions of a response were delivered and evidenced in time; what is remembered, and not on file, is neither.

use crate::dataset::Dataset;
use crate::derive::Run;
use crate::pairing::ManyEach;
use crate::table::Column;
use crate::value::{Clock, Instant};

/// The delivery log, to be asked about any event.
#[derive(Clone, Copy)]
pub(crate) struct Evidence<'s> {
    rows_of: &'s ManyEach,
    component: Column<'s>,
    delivered: Column<'s>,
    reference: Column<'s>,
    clock: Clock,
}

impl<'s> Evidence<'s> {
    pub(crate) fn of(run: &'s Run<'_>) -> Option<Self> {
        let log = run.table(Dataset::DeliveryLog)?;
        Some(Self {
            rows_of: run.deliveries()?,
            component: log.column("component"),
            delivered: log.column("delivered_at"),
            reference: log.column("evidence_ref"),
            clock: run.clock(),
        })
    }

    /// Those of an event's components for which there is no evidence by an instant.
    pub(crate) fn lacks<'c>(&self, event: u32, components: &'c [String], until: Instant) -> Vec<&'c str> {
        let shown = |component: &str| {
            self.rows_of.get(event).iter().any(|&row| {
                self.component.text(row) == component
                    && !self.reference.is_empty(row)
                    && self.delivered.instant(row, self.clock).is_some_and(|delivered| delivered <= until)
            })
        };
        components.iter().map(String::as_str).filter(|component| !shown(component)).collect()
    }
}
