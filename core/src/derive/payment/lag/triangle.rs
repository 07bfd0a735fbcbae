//! Claims by service period and age, as they stood at a valuation.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::claims::{DECIMALS, PaidClaims, Periods};
use crate::value::Day;

/// What was paid for each service period at each age, until the valuation.
#[derive(Debug)]
pub(crate) struct Triangle {
    periods: Periods,
    /// The last period that is over; its end is the valuation.
    last: i32,
    /// What was paid by service period and age, in order; none where it has more digits than can be summed.
    cells: Option<Vec<((i32, u32), i128)>>,
    /// How many claims count, and how many came after the valuation.
    pub(crate) counted: u64,
    pub(crate) later: u64,
}

/// What was paid for one service period, by age, from the youngest on; an age at which nothing was paid is left out.
#[derive(Debug)]
pub(super) struct Paid {
    pub(super) period: i32,
    pub(super) by_age: Vec<(u32, i128)>,
}

impl Triangle {
    /// The claims at the last end of a period on or before a day. What was paid before its period has age zero.
    pub(crate) fn on(day: Day, claims: &PaidClaims) -> Self {
        let (periods, mut cells) = (claims.periods, BTreeMap::<_, Option<i128>>::new());
        let (last, mut counted, mut later) = (periods.last_ended(day), 0, 0);
        for (service, paid, sum) in claims.iter() {
            if service > last || paid > last {
                later += sum.claims;
                continue;
            }
            counted += sum.claims;
            let cell = cells.entry((service, u32::try_from(paid - service).unwrap_or_default())).or_insert(Some(0));
            *cell = cell.zip(sum.units).and_then(|(cell, units)| cell.checked_add(units));
        }
        let cells = cells.into_iter().map(|(place, units)| Some((place, units?))).collect();
        Self { periods, last, cells, counted, later }
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
        let cells = self.cells.as_ref()?;
        let of_period = |chunk: &[((i32, u32), i128)]| Paid {
            period: chunk[0].0.0,
            by_age: chunk.iter().map(|&((_, age), units)| (age, units)).collect(),
        };
        Some(cells.chunk_by(|a, b| a.0.0 == b.0.0).map(of_period).collect())
    }
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
