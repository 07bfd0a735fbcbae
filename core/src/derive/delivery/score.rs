//! What a participant or an event scores, factor by factor; a score is never a number alone.

use crate::contract::{Contract, Factor, Field, Tier};

/// A score with all that it is made of.
pub(crate) struct Score<'c> {
    pub(crate) factors: Vec<Weighed<'c>>,
    pub(crate) total: u64,
    pub(crate) tier: &'c Tier,
}

/// A factor with its value and its points.
pub(crate) struct Weighed<'c> {
    pub(crate) factor: &'c Factor,
    /// None where nothing is stated.
    pub(crate) value: Option<u64>,
    pub(crate) points: u64,
}

impl<'c> Score<'c> {
    /// The score that these values come to.
    pub(crate) fn of(contract: &'c Contract, value: impl Fn(Field) -> Option<u64>) -> Option<Self> {
        let weigh = |factor: &'c Factor| {
            let value = value(factor.field);
            Weighed { factor, value, points: points(factor, value) }
        };
        let factors: Vec<_> = contract.scoring.as_ref()?.factors.iter().map(weigh).collect();
        let total = factors.iter().map(|weighed| weighed.points).sum();
        Some(Self { factors, total, tier: contract.tier_of(total)? })
    }

    /// The same as a figure alone.
    pub(crate) fn total(contract: &Contract, value: impl Fn(Field) -> Option<u64>) -> u64 {
        let factors = contract.scoring.iter().flat_map(|scoring| &scoring.factors);
        factors.map(|factor| points(factor, value(factor.field))).sum()
    }

    /// The sum in words, as `ed_count 3 gives 5, inpatient_count 0 gives 0: score 5`.
    pub(crate) fn explained(&self) -> String {
        let parts = self.factors.iter().map(|weighed| {
            let name = weighed.factor.field.name();
            let name = name.rsplit('.').next().unwrap_or_default();
            let value = weighed.value.map_or("without a value".to_owned(), |value| value.to_string());
            format!("{name} {value} gives {}", weighed.points)
        });
        format!("{}: score {}", parts.collect::<Vec<_>>().join(", "), self.total)
    }
}

fn points(factor: &Factor, value: Option<u64>) -> u64 {
    value.map_or(0, |value| factor.points(value))
}
