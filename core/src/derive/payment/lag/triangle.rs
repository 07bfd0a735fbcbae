//! Claims by service period and age: folded one by one, so that five million of them cost little, and in no order.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use rust_decimal::{Decimal, RoundingStrategy};

use super::period::Periods;
use crate::contract::Grain;
use crate::value::Day;

/// What was paid for each service period at each age, until the valuation.
#[derive(Debug)]
pub(crate) struct Triangle {
    periods: Periods,
    /// The last period that is over; its end is the valuation.
    last: i32,
    cells: HashMap<(i32, u32), i128, FixedState>,
    /// How many claims count, and how many came after the valuation.
    pub(crate) counted: u64,
    pub(crate) later: u64,
    is_too_large: bool,
}

/// What was paid for one service period, by age, from the youngest on; an age at which nothing was paid is left out.
#[derive(Debug)]
pub(super) struct Paid {
    pub(super) period: i32,
    pub(super) by_age: Vec<(u32, i128)>,
}

/// Amounts are summed as whole numbers of 10⁻¹⁸, so that a sum is exact and does not depend on the order of its parts.
const DECIMALS: u32 = 18;

impl Triangle {
    /// No claims yet, valued at the last end of a period on or before a day.
    pub(crate) fn new(grain: Grain, day: Day) -> Self {
        let periods = Periods(grain);
        let cells = HashMap::with_hasher(FixedState::default());
        Self { periods, last: periods.last_ended(day), cells, counted: 0, later: 0, is_too_large: false }
    }

    /// Counts a claim: for service on a day, paid on a day. One that was paid before its period has age zero.
    #[inline]
    pub(crate) fn add(&mut self, service_day: Day, paid_day: Day, amount: Decimal) {
        let (service, paid) = (self.periods.of(service_day), self.periods.of(paid_day));
        if service > self.last || paid > self.last {
            self.later += 1;
            return;
        }
        self.counted += 1;
        let sum = self.cells.entry((service, u32::try_from(paid - service).unwrap_or_default())).or_default();
        match units(amount).and_then(|units| sum.checked_add(units)) {
            Some(larger) => *sum = larger,
            None => self.is_too_large = true,
        }
    }

    /// The valuation.
    pub(crate) fn valuation(&self) -> Option<Day> {
        self.periods.last_day(self.last)
    }

    /// How old a service period is at the valuation; one that is not over has no age yet.
    pub(super) fn age(&self, period: i32) -> Option<u32> {
        u32::try_from(self.last - period).ok()
    }

    /// The period in which a day lies.
    pub(super) fn period_of(&self, day: Day) -> i32 {
        self.periods.of(day)
    }

    /// A period as people write it.
    pub(crate) fn name(&self, period: i32) -> String {
        self.periods.name(period)
    }

    /// What was paid, by service period from the oldest on; none where it has more digits than can be summed.
    pub(super) fn paid(&self) -> Option<Vec<Paid>> {
        if self.is_too_large {
            return None;
        }
        let mut cells: Vec<_> = self.cells.iter().map(|(&place, &units)| (place, units)).collect();
        cells.sort_unstable();
        let of_period = |chunk: &[((i32, u32), i128)]| Paid {
            period: chunk[0].0.0,
            by_age: chunk.iter().map(|&((_, age), units)| (age, units)).collect(),
        };
        Some(cells.chunk_by(|a, b| a.0.0 == b.0.0).map(of_period).collect())
    }
}

fn units(amount: Decimal) -> Option<i128> {
    let amount = amount.round_dp_with_strategy(DECIMALS, RoundingStrategy::MidpointAwayFromZero);
    amount.mantissa().checked_mul(10_i128.pow(DECIMALS - amount.scale().min(DECIMALS)))
}

/// A sum as a decimal, of which the last digits go where there are more than 28.
pub(super) fn decimal(units: i128) -> Option<Decimal> {
    let (mut mantissa, mut scale) = (units, DECIMALS);
    while scale > 0 && (mantissa % 10 == 0 || mantissa.unsigned_abs() >> 96 != 0) {
        (mantissa, scale) = (mantissa / 10, scale - 1);
    }
    Decimal::try_from_i128_with_scale(mantissa, scale).ok()
}

/// A sum as a float, for what is an estimate anyway.
#[expect(clippy::cast_precision_loss, reason = "a standard error has no more digits than a float")]
pub(super) const fn float(units: i128) -> f64 {
    units as f64 / 1e18
}
