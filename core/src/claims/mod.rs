//! Claims as sums: how much of each period's service was paid in which period. Five million claims come to a few hundred
//! sums, so that the claims themselves need not be kept.

mod period;

use std::collections::HashMap;

use foldhash::fast::FixedState;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::contract::Grain;
use crate::table::Table;
use crate::value::Day;

pub(crate) use period::Periods;

/// Amounts are summed as whole numbers of 10⁻¹⁸, so that a sum is exact and does not depend on the order of its parts.
pub(crate) const DECIMALS: u32 = 18;

/// The claims of a file, whoever's they are, by period of service and of payment.
#[derive(Debug)]
pub(crate) struct PaidClaims {
    pub(crate) periods: Periods,
    sums: HashMap<(i32, i32), Sum, FixedState>,
}

/// Claims of one period's service that were paid in one period.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sum {
    pub(crate) claims: u64,
    /// What was paid, in units of [`DECIMALS`]; none where it has more digits than can be summed.
    pub(crate) units: Option<i128>,
}

impl PaidClaims {
    /// The usable rows of a table of claims; one with an empty cell is no claim.
    pub(crate) fn of(table: &Table, grain: Grain) -> Self {
        let mut all = Self { periods: Periods(grain), sums: HashMap::with_hasher(FixedState::default()) };
        let (id, service, paid, amount) = (
            table.column("participant_id"),
            table.column("service_date"),
            table.column("paid_date"),
            table.column("paid_amount"),
        );
        table.for_each_row(|row| {
            if let (Some(service), Some(paid), Some(amount)) = (service.day(row), paid.day(row), amount.money(row))
                && !id.is_empty(row)
            {
                all.add(service, paid, amount);
            }
        });
        all
    }

    #[inline]
    fn add(&mut self, service: Day, paid: Day, amount: Decimal) {
        let place = (self.periods.of(service), self.periods.of(paid));
        let sum = self.sums.entry(place).or_insert(Sum { claims: 0, units: Some(0) });
        sum.claims += 1;
        sum.units = sum.units.zip(units(amount)).and_then(|(sum, units)| sum.checked_add(units));
    }

    /// The sums with their periods of service and of payment, in no order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (i32, i32, Sum)> + '_ {
        self.sums.iter().map(|(&(service, paid), &sum)| (service, paid, sum))
    }
}

fn units(amount: Decimal) -> Option<i128> {
    let amount = amount.round_dp_with_strategy(DECIMALS, RoundingStrategy::MidpointAwayFromZero);
    amount.mantissa().checked_mul(10_i128.pow(DECIMALS - amount.scale().min(DECIMALS)))
}
