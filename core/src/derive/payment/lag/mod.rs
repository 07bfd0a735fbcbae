//! Claims lag: the percentage of a month's claims that is still to come, on the file day.

mod triangle;
mod factors;
mod mack;
mod tracker;

use rust_decimal::Decimal;

pub(crate) use factors::Development;
pub(crate) use mack::{Reserve, Reserves};
pub(crate) use tracker::Tracker;
pub(crate) use triangle::Triangle;

use super::unknown::Unknown;
use crate::contract::{self, Average, ChainLadder};
use crate::dataset::Dataset;
use crate::derive::Run;
use crate::table::Row;
use crate::value::{Month, rounded};

/// Where lags come from.
#[derive(Debug)]
pub(crate) enum Lags<'r> {
    Ladder(Box<Ladder>),
    Tracker(Tracker<'r>),
}

/// A chain ladder, as far as the claims give one.
#[derive(Debug)]
pub(crate) struct Ladder {
    pub(crate) triangle: Triangle,
    pub(crate) development: Result<Development, Unknown>,
    /// What is still to come, with Mack's errors, which belong to volume-weighted factors.
    pub(crate) reserves: Option<Reserves>,
    history: u32,
}

/// A month's lag, in percentage points.
#[derive(Debug)]
pub(crate) struct Lag {
    pub(crate) pct: Decimal,
    pub(crate) basis: Basis,
}

/// What a lag follows from.
#[derive(Debug)]
pub(crate) enum Basis {
    /// The month's age in periods, the product of the factors from there on, and its reciprocal.
    Ladder {
        age: usize,
        product: Decimal,
        completion: Decimal,
        reserve: Option<Reserve>,
    },
    Tracker(Row),
}

/// All service periods together.
#[derive(Debug)]
pub(crate) struct OverAll {
    pub(crate) paid: Decimal,
    pub(crate) ultimate: Decimal,
    pub(crate) pct: Decimal,
}

impl<'r> Lags<'r> {
    /// The lags on the file day, from the table that the contract's method reads.
    pub(super) fn of(run: &Run<'r>, method: &contract::Lag) -> Option<Self> {
        match method {
            contract::Lag::ChainLadder(rule) => {
                let triangle = Triangle::on(run.file_day(), run.received.paid_claims()?);
                Some(Self::Ladder(Box::new(Ladder::of(triangle, rule))))
            }
            contract::Lag::Tracker(rule) => {
                Some(Self::Tracker(Tracker::of(run.table(Dataset::ClaimsLagTracker)?, rule, run.file_day())))
            }
        }
    }

    /// The lag of a month.
    pub(super) fn lag(&self, month: Month) -> Result<Lag, Unknown> {
        match self {
            Self::Ladder(ladder) => ladder.lag(month),
            Self::Tracker(tracker) => tracker.lag(month),
        }
    }
}

impl Ladder {
    fn of(triangle: Triangle, rule: &ChainLadder) -> Self {
        let development = Development::of(&triangle, rule.lag_average);
        let by_volume = development.as_ref().ok().filter(|_| rule.lag_average == Average::Volume);
        let reserves = by_volume.and_then(Reserves::of);
        Self { triangle, development, reserves, history: rule.lag_history }
    }

    fn lag(&self, month: Month) -> Result<Lag, Unknown> {
        let development = self.development.as_ref().map_err(Clone::clone)?;
        let own = self.triangle.period_of(month.first_day());
        let age = self.triangle.age(own).map(|age| age as usize);
        let age = age.ok_or_else(|| Unknown::Because(format!("{} is not over.", self.triangle.name(own))))?;
        let before = development.oldest().map_or(0, |oldest| own - oldest);
        if i64::from(before) < i64::from(self.history) {
            let why = format!(
                "The claims go back {} periods before it; the contract asks for {}.",
                before.max(0),
                self.history
            );
            return Err(Unknown::Because(why));
        }
        let product = development.product(age)?;
        let completion = Decimal::ONE.checked_div(product).ok_or_else(Unknown::too_large)?;
        let pct = lag_pct(completion).ok_or_else(Unknown::too_large)?;
        Ok(Lag { pct, basis: Basis::Ladder { age, product, completion, reserve: self.reserve(own) } })
    }

    /// What was paid, what it will have come to and the lag, over all service periods; it needs no history.
    pub(crate) fn over_all(&self) -> Result<OverAll, Unknown> {
        let (paid, ultimate) = self.development.as_ref().map_err(Clone::clone)?.total()?;
        if ultimate <= Decimal::ZERO {
            return Err(Unknown::because("The claims of all periods do not come to a positive sum."));
        }
        let pct = paid.checked_div(ultimate).and_then(lag_pct).ok_or_else(Unknown::too_large)?;
        Ok(OverAll { paid, ultimate, pct })
    }

    fn reserve(&self, period: i32) -> Option<Reserve> {
        let services = &self.development.as_ref().ok()?.services;
        let nth = services.binary_search_by_key(&period, |service| service.period).ok()?;
        self.reserves.as_ref()?.of_services.get(nth).copied()
    }
}

/// What a completion leaves open, to two decimals.
fn lag_pct(completion: Decimal) -> Option<Decimal> {
    Decimal::ONE.checked_sub(completion)?.checked_mul(Decimal::ONE_HUNDRED).map(|pct| rounded(pct, 2))
}
