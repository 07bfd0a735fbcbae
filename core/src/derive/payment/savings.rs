//! Shared savings of a month: the benchmark less what was spent, and the part of it that the contract gives, or takes.

use rust_decimal::Decimal;

use super::unknown::Unknown;
use crate::contract::{LossRate, MinimumRate, Rate, SharedSavings};
use crate::table::{Row, Table};
use crate::value::rounded;

/// A month's savings, factor by factor. Exact to the last line, which alone is in cents.
#[derive(Debug)]
pub(crate) struct Savings {
    /// The row of the workbook.
    pub(crate) row: Row,
    pub(crate) benchmark: Decimal,
    pub(crate) actual: Decimal,
    /// Benchmark less actual; negative where more was spent.
    pub(crate) gross: Decimal,
    /// Gross by benchmark.
    pub(crate) rate: Decimal,
    pub(crate) minimum_rate: Decimal,
    /// How many people the minimum rate was looked up for, where it depends on them.
    pub(crate) assigned: Option<u64>,
    /// The loss rate from which losses are shared, where they are at all.
    pub(crate) minimum_loss_rate: Option<Decimal>,
    pub(crate) outcome: Outcome,
    /// Positive where it is earned, negative where it is owed.
    pub(crate) estimate: Decimal,
}

/// What the savings rate leads to.
#[derive(Debug)]
pub(crate) enum Outcome {
    Earned(Earned),
    Owed(Owed),
    /// The rate lies between what is needed for a gain and for a loss.
    Neither,
}

/// How a gain comes about.
#[derive(Debug)]
pub(crate) struct Earned {
    pub(crate) quality: Option<Decimal>,
    pub(crate) quality_gate: Option<Decimal>,
    /// The provider's share, quality accounted for.
    pub(crate) share: Decimal,
    pub(crate) sequestration: Decimal,
    pub(crate) before_cap: Decimal,
    pub(crate) cap: Option<Decimal>,
}

/// How a loss comes about.
#[derive(Debug)]
pub(crate) struct Owed {
    pub(crate) quality: Option<Decimal>,
    pub(crate) loss_rate: Decimal,
    pub(crate) before_cap: Decimal,
    pub(crate) cap: Option<Decimal>,
    pub(crate) relief: Decimal,
}

/// What a workbook says of a month.
pub(super) struct Workbook<'t> {
    pub(super) table: &'t Table,
    pub(super) row: Row,
}

impl Savings {
    /// The savings that a month's row of the workbook gives; `locked` is how many people the month's cohort has.
    pub(super) fn of(model: &SharedSavings, workbook: &Workbook<'_>, locked: Option<u64>) -> Result<Self, Unknown> {
        let benchmark = workbook.benchmark()?;
        let actual = workbook.figure("actual_expenditure").ok_or_else(|| empty("actual_expenditure"))?;
        let gross = benchmark.checked_sub(actual).ok_or_else(Unknown::too_large)?;
        if benchmark <= Decimal::ZERO {
            return Err(Unknown::because(format!("Its benchmark is {benchmark}: no rate of it can be taken.")));
        }
        let rate = gross.checked_div(benchmark).ok_or_else(Unknown::too_large)?;
        let (minimum_rate, assigned) = minimum_rate(model, workbook, locked)?;
        // Held against shares of the benchmark, so that nothing is rounded before it is compared.
        let quality = workbook.figure("quality_score");
        let minimum_loss_rate = model.minimum_loss_rate.map(Rate::get);
        let is_loss = match minimum_loss_rate {
            Some(minimum) => gross <= -times(minimum, benchmark)?,
            None => false,
        };
        let (outcome, estimate) = if gross >= times(minimum_rate, benchmark)? {
            let (earned, amount) = Earned::of(model, benchmark, gross, quality)?;
            (Outcome::Earned(earned), amount)
        } else if let Some(loss_rate) = model.shared_loss_rate.as_ref().filter(|_| is_loss) {
            let relief = workbook.figure("relief").unwrap_or_default();
            let (owed, amount) = Owed::of(model, loss_rate, benchmark, gross, quality, relief)?;
            (Outcome::Owed(owed), -amount)
        } else {
            (Outcome::Neither, Decimal::ZERO)
        };
        let (row, estimate) = (workbook.row, rounded(estimate, 2));
        Ok(Self { row, benchmark, actual, gross, rate, minimum_rate, assigned, minimum_loss_rate, outcome, estimate })
    }
}

impl Earned {
    fn of(
        model: &SharedSavings,
        benchmark: Decimal,
        gross: Decimal,
        quality: Option<Decimal>,
    ) -> Result<(Self, Decimal), Unknown> {
        let quality_gate = model.quality_gate.map(Rate::get);
        let needs_quality = model.sharing_scales_with_quality || quality_gate.is_some();
        let quality = if needs_quality { Some(quality.ok_or_else(no_quality)?) } else { None };
        let is_below_gate = quality.zip(quality_gate).is_some_and(|(quality, gate)| quality < gate);
        let share = match quality {
            _ if is_below_gate => Decimal::ZERO,
            Some(quality) if model.sharing_scales_with_quality => times(model.sharing_rate.get(), quality)?,
            _ => model.sharing_rate.get(),
        };
        let sequestration = model.sequestration.get();
        let before_cap = times(gross, times(share, Decimal::ONE - sequestration)?)?;
        let cap = model.shared_savings_cap.map(|cap| times(cap.get(), benchmark)).transpose()?;
        let amount = cap.map_or(before_cap, |cap| before_cap.min(cap));
        Ok((Self { quality, quality_gate, share, sequestration, before_cap, cap }, amount))
    }
}

impl Owed {
    fn of(
        model: &SharedSavings,
        loss_rate: &LossRate,
        benchmark: Decimal,
        gross: Decimal,
        quality: Option<Decimal>,
        relief: Decimal,
    ) -> Result<(Self, Decimal), Unknown> {
        let quality = match loss_rate {
            LossRate::Fixed(_) => None,
            LossRate::ByQuality(_) => Some(quality.ok_or_else(no_quality)?),
        };
        let loss_rate = loss_rate.at(quality).ok_or_else(Unknown::too_large)?;
        let before_cap = times(-gross, loss_rate)?;
        let cap = model.shared_loss_cap.map(|cap| times(cap.get(), benchmark)).transpose()?;
        let capped = cap.map_or(before_cap, |cap| before_cap.min(cap));
        let amount = capped.checked_sub(relief).ok_or_else(Unknown::too_large)?.max(Decimal::ZERO);
        Ok((Self { quality, loss_rate, before_cap, cap, relief }, amount))
    }
}

impl Workbook<'_> {
    fn figure(&self, column: &str) -> Option<Decimal> {
        self.table.column(column).money(self.row)
    }

    fn benchmark(&self) -> Result<Decimal, Unknown> {
        if let Some(total) = self.figure("benchmark_total") {
            return Ok(total);
        }
        let months = self.table.column("member_months").count(self.row);
        match self.figure("benchmark_pmpm").zip(months) {
            Some((pmpm, months)) => times(pmpm, months.into()),
            None => Err(Unknown::because(
                "The performance workbook gives no benchmark: neither benchmark_total, nor benchmark_pmpm with member_months.",
            )),
        }
    }
}

/// The savings rate that must be reached, and for how many people it was looked up.
fn minimum_rate(
    model: &SharedSavings,
    workbook: &Workbook<'_>,
    locked: Option<u64>,
) -> Result<(Decimal, Option<u64>), Unknown> {
    match &model.minimum_savings_rate {
        None => Ok((Decimal::ZERO, None)),
        Some(fixed @ MinimumRate::Fixed(_)) => Ok((fixed.at(0), None)),
        Some(table @ MinimumRate::ByAssigned(_)) => {
            let stated = workbook.table.column("assigned_count").count(workbook.row);
            let assigned = stated.or(locked).ok_or_else(|| {
                Unknown::because("Its minimum savings rate depends on assigned_count, which is empty, and locked_cohort was not given.")
            })?;
            Ok((table.at(assigned), Some(assigned)))
        }
    }
}

fn times(a: Decimal, b: Decimal) -> Result<Decimal, Unknown> {
    a.checked_mul(b).ok_or_else(Unknown::too_large)
}

fn empty(column: &str) -> Unknown {
    Unknown::because(format!("The performance workbook leaves {column} empty."))
}

fn no_quality() -> Unknown {
    Unknown::because("The performance workbook gives no quality_score, on which the share depends.")
}
