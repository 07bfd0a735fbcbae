//! What was confirmed, as it stands at the as-of instant: of each control the newest row that is not of the future.

use std::collections::BTreeMap;

use super::Run;
use crate::dataset::Dataset;
use crate::table::Row;
use crate::value::{Day, Instant};

/// The current confirmation of one control.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Confirmation {
    pub(crate) row: Row,
    pub(crate) at: Instant,
    pub(crate) day: Day,
}

/// The current confirmations by control.
#[derive(Debug, Default)]
pub(crate) struct Confirmations(BTreeMap<String, Confirmation>);

impl Confirmations {
    pub(super) fn current(run: &Run<'_>) -> Self {
        let mut current = BTreeMap::<String, Confirmation>::new();
        let Some(table) = run.table(Dataset::Confirmations) else { return Self(current) };
        let (control, at) = (table.column("control_id"), table.column("confirmed_at"));
        for row in table.rows() {
            let Some(at) = at.instant(row, run.clock()).filter(|&at| at <= run.as_of.instant()) else { continue };
            let control = control.text(row).into_owned();
            if current.get(&control).is_none_or(|newest| newest.at < at) {
                current.insert(control, Confirmation { row, at, day: run.clock().day(at) });
            }
        }
        Self(current)
    }

    /// The current confirmation of a control.
    pub(crate) fn of(&self, control: &str) -> Option<&Confirmation> {
        self.0.get(control)
    }
}
