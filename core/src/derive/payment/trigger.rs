//! The outcome trigger of a month: whether every agreed measure reaches its value; never met by a measure that is missing.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::contract::OutcomeTrigger;
use crate::table::{Row, Table};
use crate::value::{Month, gathered};

/// What the measures come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    Met,
    NotMet,
    NotEvaluable,
}

impl Status {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not_met",
            Self::NotEvaluable => "not_evaluable",
        }
    }

    /// The status of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::Met, Self::NotMet, Self::NotEvaluable].into_iter().find(|status| status.name() == name)
    }
}

/// The trigger of a month, and how it came about.
#[derive(Debug)]
pub(crate) struct Trigger<'c> {
    pub(crate) status: Status,
    pub(crate) measures: Vec<Measured<'c>>,
}

/// A measure in a month.
#[derive(Debug)]
pub(crate) struct Measured<'c> {
    pub(crate) agreed: &'c OutcomeTrigger,
    /// The row of the outcome report, if the month has one.
    pub(crate) row: Option<Row>,
    /// The rate, if there is something to divide by.
    pub(crate) rate: Option<Decimal>,
}

impl Measured<'_> {
    /// Whether the rate is as agreed, where there is one.
    pub(crate) fn holds(&self) -> Option<bool> {
        self.rate.map(|rate| self.agreed.op.accepts(rate.cmp(&self.agreed.value)))
    }
}

/// The rows of an outcome report, by month and measure.
#[derive(Debug)]
pub(super) struct Outcomes<'r> {
    table: Option<&'r Table>,
    rows: BTreeMap<(Month, usize), Row>,
}

impl<'r> Outcomes<'r> {
    /// The rows that speak of the agreed measures. A contract without any needs no report.
    pub(super) fn of(table: Option<&'r Table>, agreed: &[OutcomeTrigger]) -> Option<Self> {
        if agreed.is_empty() {
            return Some(Self { table: None, rows: BTreeMap::new() });
        }
        let (month, measure) = (table?.column("pilot_month"), table?.column("measure"));
        let row_of = |row| {
            let nth = agreed.iter().position(|agreed| agreed.measure == measure.text(row))?;
            Some(((month.month(row)?, nth), row))
        };
        Some(Self { table, rows: gathered(table?.rows().filter_map(row_of)) })
    }

    /// The trigger of a month.
    pub(super) fn trigger<'c>(&self, month: Month, agreed: &'c [OutcomeTrigger]) -> Trigger<'c> {
        let rates = agreed.iter().enumerate().map(|(nth, agreed)| {
            let row = self.rows.get(&(month, nth)).copied();
            let rate = self.table.zip(row).and_then(|(table, row)| rate(table, row));
            Measured { agreed, row, rate }
        });
        let measures: Vec<_> = rates.collect();
        let status = if measures.iter().any(|measure| measure.rate.is_none()) {
            Status::NotEvaluable
        } else if measures.iter().all(|measure| measure.holds() == Some(true)) {
            Status::Met
        } else {
            Status::NotMet
        };
        Trigger { status, measures }
    }
}

/// Multiplied before it is divided, so that it is rounded once at most, in the last of 28 digits.
fn rate(table: &Table, row: Row) -> Option<Decimal> {
    let figure = |name: &str| table.column(name).money(row);
    let per = figure("per").unwrap_or(Decimal::ONE);
    figure("numerator")?.checked_mul(per)?.checked_div(figure("denominator")?)
}
