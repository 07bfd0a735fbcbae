//! The lag that somebody keeps a tracker of: taken at its word, as long as it is fresh.

use std::collections::BTreeMap;

use chrono::Days;

use super::super::months;
use super::super::unknown::Unknown;
use super::{Basis, Lag};
use crate::contract;
use crate::table::{Row, Table};
use crate::value::{Day, Month};

/// A tracker's rows, by month.
#[derive(Debug)]
pub(crate) struct Tracker<'r> {
    table: &'r Table,
    rows: BTreeMap<Month, Row>,
    /// The day before which an entry is too old.
    earliest: Option<Day>,
}

impl<'r> Tracker<'r> {
    pub(super) fn of(table: &'r Table, rule: &contract::Tracker, file_day: Day) -> Self {
        let max_age = rule.tracker_max_age_days.map(|days| Days::new(days.into()));
        let earliest = max_age.and_then(|days| file_day.checked_sub_days(days));
        Self { table, rows: months::one_row_each(table), earliest }
    }

    /// The lag of a month.
    pub(super) fn lag(&self, month: Month) -> Result<Lag, Unknown> {
        let row = self.rows.get(&month).copied();
        let row = row.ok_or_else(|| Unknown::because(format!("The lag tracker has no row for {month}.")))?;
        let (pct, as_of) = (self.table.column("claims_lag_pct").pct(row), self.table.column("as_of").day(row));
        let pct = pct.ok_or_else(|| Unknown::because(format!("The lag tracker gives no lag for {month}.")))?;
        match as_of.zip(self.earliest) {
            Some((as_of, earliest)) if as_of < earliest => {
                let why = format!("The lag tracker's entry is of {as_of}, and must be of {earliest} or later.");
                Err(Unknown::Because(why))
            }
            _ => Ok(Lag { pct, basis: Basis::Tracker(row) }),
        }
    }
}
