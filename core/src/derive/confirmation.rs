//! What was confirmed until the as-of instant: of each control every row, the newest of which is the current one.

use std::collections::BTreeMap;

use super::Run;
use crate::dataset::Dataset;
use crate::table::Row;
use crate::value::{Day, Instant};

/// One confirmation of one control.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Confirmation {
    pub(crate) row: Row,
    pub(crate) at: Instant,
    pub(crate) day: Day,
}

/// The confirmations by control.
#[derive(Debug, Default)]
pub(crate) struct Confirmations(BTreeMap<String, Known>);

#[derive(Debug)]
struct Known {
    first: Instant,
    current: Confirmation,
}

impl Confirmations {
    pub(super) fn until_now(run: &Run<'_>) -> Self {
        let mut all = BTreeMap::<String, Known>::new();
        let Some(table) = run.table(Dataset::Confirmations) else { return Self(all) };
        let (control, at) = (table.column("control_id"), table.column("confirmed_at"));
        for row in table.rows() {
            let Some(at) = at.instant(row, run.clock()).filter(|&at| at <= run.as_of.instant()) else { continue };
            let confirmation = Confirmation { row, at, day: run.clock().day(at) };
            let known = all.entry(control.text(row).into_owned()).or_insert(Known { first: at, current: confirmation });
            known.first = known.first.min(at);
            if known.current.at < at {
                known.current = confirmation;
            }
        }
        Self(all)
    }

    /// The current confirmation of a control.
    pub(crate) fn of(&self, control: &str) -> Option<&Confirmation> {
        self.0.get(control).map(|known| &known.current)
    }

    /// When a control was first confirmed.
    pub(crate) fn first_of(&self, control: &str) -> Option<Instant> {
        self.0.get(control).map(|known| known.first)
    }
}
