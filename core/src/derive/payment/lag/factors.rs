//! How claims develop from one age to the next, and what that makes of the ones that are still to come. There is no
//! factor for what has never been seen: no tail.

use rust_decimal::Decimal;

use super::super::unknown::Unknown;
use super::mack;
use super::triangle::{Paid, Triangle, decimal};
use crate::contract::Average;

/// The chain ladder of a triangle.
#[derive(Debug)]
pub(crate) struct Development {
    /// The step from each age to the next.
    pub(crate) steps: Vec<Step>,
    /// For each age, the product of the factors from it on; none where a factor is missing or the product not positive.
    pub(crate) products: Vec<Option<Decimal>>,
    /// The service periods that have claims, from the oldest on.
    pub(crate) services: Vec<Service>,
}

/// The step from one age to the next.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) factor: Option<Decimal>,
    /// What was paid at the younger age and at the older, over the service periods that have both.
    pub(super) base: i128,
    pub(super) next: i128,
    /// Mack's variance, where two periods at least show it.
    pub(super) variance: Option<f64>,
}

/// A service period at the valuation.
#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) period: i32,
    pub(crate) age: usize,
    pub(super) units: i128,
    pub(crate) paid: Decimal,
}

impl Development {
    /// How the claims of a triangle develop.
    pub(super) fn of(triangle: &Triangle, average: Average) -> Result<Self, Unknown> {
        let paid = triangle.paid().ok_or_else(Unknown::too_large)?;
        let oldest = paid.first().map(|paid| paid.period).ok_or_else(no_claims)?;
        let mut cumulated: Vec<_> = paid.iter().map(Cumulated::at_age_zero).collect();
        let mut steps = Vec::new();
        for age in 0..triangle.age(oldest).unwrap_or_default() {
            let have_both = paid.partition_point(|paid| triangle.age(paid.period) > Some(age));
            steps.push(Step::between(&mut cumulated[..have_both], age, average).ok_or_else(Unknown::too_large)?);
        }
        let services = paid.iter().zip(&cumulated).map(|(paid, cumulated)| {
            let (period, units) = (paid.period, cumulated.units);
            Some(Service { period, age: triangle.age(period)? as usize, units, paid: decimal(units)? })
        });
        let services: Option<Vec<_>> = services.collect();
        let services = services.ok_or_else(Unknown::too_large)?;
        Ok(Self { products: products(&steps), steps, services })
    }

    /// The oldest service period.
    pub(crate) fn oldest(&self) -> Option<i32> {
        self.services.first().map(|service| service.period)
    }

    /// The product of the factors from an age on.
    pub(super) fn product(&self, age: usize) -> Result<Decimal, Unknown> {
        self.products.get(age).copied().flatten().ok_or_else(|| {
            let missing = self.steps.iter().skip(age).rposition(|step| step.factor.is_none());
            Unknown::Because(match missing {
                Some(after) => format!("Nothing paid by age {} shows how claims grow from there.", age + after),
                None => format!("The factors from age {age} on have no positive product."),
            })
        })
    }

    /// What was paid, and what it will have come to, over all service periods.
    pub(crate) fn total(&self) -> Result<(Decimal, Decimal), Unknown> {
        let (mut paid, mut ultimate) = (Decimal::ZERO, Decimal::ZERO);
        for service in &self.services {
            let own = service.paid.checked_mul(self.product(service.age)?);
            let sums = paid.checked_add(service.paid).zip(own.and_then(|own| ultimate.checked_add(own)));
            (paid, ultimate) = sums.ok_or_else(Unknown::too_large)?;
        }
        Ok((paid, ultimate))
    }
}

impl Step {
    /// Takes the periods that have both ages from the younger to the older, and looks at how they grew.
    fn between(periods: &mut [Cumulated<'_>], age: u32, average: Average) -> Option<Self> {
        let younger: Vec<_> = periods.iter().map(|period| period.units).collect();
        periods.iter_mut().try_for_each(|period| period.grow_to(age + 1))?;
        let older: Vec<_> = periods.iter().map(|period| period.units).collect();
        let sum = |units: &[i128]| units.iter().try_fold(0_i128, |sum, &units| sum.checked_add(units));
        let (base, next) = (sum(&younger)?, sum(&older)?);
        let factor = match average {
            Average::Volume => decimal(next)?.checked_div(decimal(base)?),
            Average::Simple => mean_ratio(&younger, &older),
        };
        Some(Self { factor, base, next, variance: mack::variance(&younger, &older) })
    }
}

/// The mean of the periods' own factors, those left out that start from nothing; none where all do.
fn mean_ratio(younger: &[i128], older: &[i128]) -> Option<Decimal> {
    let (mut sum, mut count) = (Decimal::ZERO, 0_u32);
    for (&younger, &older) in younger.iter().zip(older).filter(|&(&younger, _)| younger != 0) {
        sum = sum.checked_add(decimal(older)?.checked_div(decimal(younger)?)?)?;
        count += 1;
    }
    sum.checked_div(count.into())
}

/// A service period on its way through the ages.
struct Cumulated<'p> {
    units: i128,
    still_to_come: &'p [(u32, i128)],
}

impl<'p> Cumulated<'p> {
    fn at_age_zero(paid: &'p Paid) -> Self {
        match &paid.by_age[..] {
            [(0, units), rest @ ..] => Self { units: *units, still_to_come: rest },
            rest => Self { units: 0, still_to_come: rest },
        }
    }

    fn grow_to(&mut self, age: u32) -> Option<()> {
        if let [(paid_at, units), rest @ ..] = self.still_to_come
            && *paid_at == age
        {
            (self.units, self.still_to_come) = (self.units.checked_add(*units)?, rest);
        }
        Some(())
    }
}

/// From the last age back, each product one factor longer.
fn products(steps: &[Step]) -> Vec<Option<Decimal>> {
    let mut products = vec![Some(Decimal::ONE)];
    for step in steps.iter().rev() {
        let next = products.last().copied().flatten().zip(step.factor);
        products.push(next.and_then(|(product, factor)| product.checked_mul(factor)));
    }
    products.reverse();
    products.iter().map(|product| product.filter(|&product| product > Decimal::ZERO)).collect()
}

fn no_claims() -> Unknown {
    Unknown::because("No claim was paid by the valuation.")
}
