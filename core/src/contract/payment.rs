//! What may be paid, and said about it: exact decimals, and never a figure of a month.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use toml::de::DeValue;

use super::criteria::Operator;
use super::words::Rate;
use crate::notation::fault::Faults;
use crate::notation::reading::{Read, choice, refuse, section};
use crate::notation::words::words;
use crate::value::Limit;

section! {
    /// What may be paid, and said about it.
    pub struct Payment {
        /// How far a reported amount may be from the recomputed one.
        pub savings_tolerance: Decimal,
        /// How far a reported lag may be from the recomputed one, in percentage points.
        pub lag_tolerance_pct: Decimal,
        /// The highest lag with which a figure is supportable, in percentage points.
        pub lag_supportable_pct: Decimal,
        /// The highest lag with which a figure is provisional, in percentage points; above it, it is restricted.
        pub lag_provisional_pct: Decimal,
        /// The amount from which a decision does not wait for the committee.
        pub material_exposure: Option<Decimal>,
        /// The measures on which payment depends.
        pub triggers: Vec<OutcomeTrigger> = Vec::new(),
    }
    with {
        /// What the amount follows from.
        pub model: Model,
        /// How the share of claims that are still to come is known.
        pub lag: Lag,
    }
}

section! {
    /// A measure that must reach a value before anything is paid.
    pub struct OutcomeTrigger {
        /// The measure, as the outcome report names it.
        pub measure: String,
        /// How its rate is compared.
        pub op: Operator,
        /// The agreed value.
        pub value: Decimal,
    }
}

choice! {
    /// What the amount follows from.
    pub enum Model by "model" {
        /// Spending below a benchmark is shared.
        SharedSavings = "shared-savings",
        /// Escalations that did not come about are paid.
        AvoidedEscalation = "avoided-escalation",
    }
}

section! {
    /// How spending below, or above, a benchmark is shared.
    pub struct SharedSavings {
        /// The savings rate from which savings are shared. Left out: any.
        pub minimum_savings_rate: Option<MinimumRate>,
        /// The loss rate from which losses are shared. Left out: none are.
        pub minimum_loss_rate: Option<Rate>,
        /// The provider's share of savings.
        pub sharing_rate: Rate,
        /// Whether that share is multiplied by the quality score.
        pub sharing_scales_with_quality: bool = false,
        /// The quality score below which nothing is shared.
        pub quality_gate: Option<Rate>,
        /// What is withheld from savings, before the cap.
        pub sequestration: Rate = Rate::ZERO,
        /// The most that can be earned, of the benchmark.
        pub shared_savings_cap: Option<Rate>,
        /// The provider's share of losses.
        pub shared_loss_rate: Option<LossRate>,
        /// The most that can be owed, of the benchmark.
        pub shared_loss_cap: Option<Rate>,
    }
}

section! {
    /// How escalations that did not come about are counted and paid.
    pub struct AvoidedEscalation {
        /// How they are counted.
        pub method: Method,
        /// The kinds of utilization that are an escalation.
        pub downstream_kinds: Vec<String>,
        /// How long after the event one would count.
        pub downstream_window: Limit,
        /// The completion statuses with which an escalation can have been avoided.
        pub avoided_statuses: Vec<String>,
        /// What an avoided escalation is worth, by kind.
        pub unit_values: BTreeMap<String, Decimal> = BTreeMap::new(),
        /// How often events of a category escalated before, by category.
        pub baseline_rates: BTreeMap<String, Rate> = BTreeMap::new(),
    }
}

words! {
    /// How avoided escalations are counted.
    pub enum Method {
        /// Event by event, as the outcome register claims.
        EventLevel = "event-level",
        /// All events together, against how often they escalated before.
        BaselineRate = "baseline-rate",
    }
}

choice! {
    /// How the share of claims that are still to come is known.
    pub enum Lag by "lag_method" others may stand {
        /// From how earlier claims came in.
        ChainLadder = "chain-ladder",
        /// From a tracker that somebody keeps.
        Tracker = "tracker",
    }
}

section! {
    /// How the lag follows from the claims.
    pub struct ChainLadder {
        /// The length of a period.
        pub lag_grain: Grain,
        /// How the factors of several periods become one.
        pub lag_average: Average,
        /// How many periods of claims must lie before a month.
        pub lag_history: u32 = 1,
    }
}

section! {
    /// How the lag is looked up.
    pub struct Tracker {
        /// How many days old an entry may be. Left out: any.
        pub tracker_max_age_days: Option<u32>,
    }
}

words! {
    /// The length of a period of claims.
    pub enum Grain {
        /// A calendar month.
        Month = "month",
        /// A calendar quarter.
        Quarter = "quarter",
        /// A calendar year.
        Year = "year",
    }
}

words! {
    /// How the factors of several periods become one.
    pub enum Average {
        /// Weighted by what was paid.
        Volume = "volume",
        /// Each period counts the same.
        Simple = "simple",
    }
}

/// The savings rate from which savings are shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MinimumRate {
    /// The same for any number of people.
    Fixed(Rate),
    /// By the number of assigned people, in ascending order; linear between its points, flat beyond them.
    ByAssigned(Vec<(u32, Rate)>),
}

impl MinimumRate {
    /// The rate for a number of assigned people.
    #[must_use]
    pub fn at(&self, assigned: u64) -> Decimal {
        let points = match self {
            Self::Fixed(rate) => return rate.get(),
            Self::ByAssigned(points) => points,
        };
        let above = points.partition_point(|&(people, _)| u64::from(people) <= assigned);
        let at = |nth: usize| points.get(nth).map(|&(people, rate)| (Decimal::from(people), rate.get()));
        match (above.checked_sub(1).and_then(at), at(above)) {
            (Some((low, low_rate)), Some((high, high_rate))) => {
                low_rate + (high_rate - low_rate) * (Decimal::from(assigned) - low) / (high - low)
            }
            (Some((_, rate)), None) | (None, Some((_, rate))) => rate,
            (None, None) => Decimal::ZERO,
        }
    }
}

impl Read for MinimumRate {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        match value {
            DeValue::Array(_) => Read::read(value, faults).map(Self::ByAssigned),
            _ => Read::read(value, faults).map(Self::Fixed),
        }
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "anyOf": [Rate::schema(), Vec::<(u32, Rate)>::schema()] })
    }
}

/// A point of a table: a number of people, and the rate from there.
impl Read for (u32, Rate) {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        let DeValue::Array(point) = value else {
            return refuse(faults, value, "a point of the table", "write people and rate, as [500, \"0.122\"]");
        };
        let [people, rate] = &point[..] else {
            return refuse(
                faults,
                value,
                "a point of the table",
                "write two values, people and rate, as [500, \"0.122\"]",
            );
        };
        let people = faults.within(0, |faults| u32::read(people.get_ref(), faults));
        let rate = faults.within(1, |faults| Rate::read(rate.get_ref(), faults));
        people.zip(rate)
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "type": "array", "prefixItems": [u32::schema(), Rate::schema()], "minItems": 2, "maxItems": 2 })
    }
}

/// The provider's share of losses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LossRate {
    /// The same at any quality.
    Fixed(Rate),
    /// Lower at a higher quality.
    ByQuality(QualityLossRate),
}

section! {
    /// A share of losses that falls as quality rises: one less so many times the quality score.
    pub struct QualityLossRate {
        /// What the quality score is multiplied by.
        pub one_minus_quality_times: Rate,
        /// The least share.
        pub floor: Rate,
        /// The greatest share.
        pub ceiling: Rate,
    }
}

impl AvoidedEscalation {
    /// Whether a kind of utilization is an escalation.
    #[must_use]
    pub fn is_escalation(&self, kind: &str) -> bool {
        self.downstream_kinds.iter().any(|known| known == kind)
    }
}

impl LossRate {
    /// The share at a quality score; none where one is needed and not known.
    #[must_use]
    pub fn at(&self, quality: Option<Decimal>) -> Option<Decimal> {
        match self {
            Self::Fixed(rate) => Some(rate.get()),
            Self::ByQuality(rate) => {
                let share = Decimal::ONE.checked_sub(rate.one_minus_quality_times.get().checked_mul(quality?)?)?;
                Some(share.min(rate.ceiling.get()).max(rate.floor.get()))
            }
        }
    }
}

impl Read for LossRate {
    fn read(value: &DeValue<'_>, faults: &mut Faults<'_>) -> Option<Self> {
        match value {
            DeValue::Table(_) => Read::read(value, faults).map(Self::ByQuality),
            _ => Read::read(value, faults).map(Self::Fixed),
        }
    }

    #[cfg(feature = "schema")]
    fn schema() -> serde_json::Value {
        serde_json::json!({ "anyOf": [Rate::schema(), QualityLossRate::schema()] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::parse_money;

    fn rate(text: &str) -> Rate {
        Rate::new(parse_money(text).unwrap()).unwrap()
    }

    #[test]
    fn a_table_of_rates_is_linear_between_its_points_and_flat_beyond() {
        let table = MinimumRate::ByAssigned(vec![(500, rate("0.12")), (1000, rate("0.08")), (3000, rate("0.05"))]);
        for (assigned, expected) in
            [(0, "0.12"), (500, "0.12"), (750, "0.10"), (1000, "0.08"), (2000, "0.065"), (9000, "0.05")]
        {
            assert_eq!(table.at(assigned), parse_money(expected).unwrap(), "{assigned}");
        }
        assert_eq!(MinimumRate::Fixed(rate("0.02")).at(7), rate("0.02").get());
    }

    #[test]
    fn the_share_of_losses_falls_with_quality_within_its_bounds() {
        let by_quality = LossRate::ByQuality(QualityLossRate {
            one_minus_quality_times: rate("0.75"),
            floor: rate("0.40"),
            ceiling: rate("0.75"),
        });
        for (quality, expected) in [("0", "0.75"), ("0.40", "0.70"), ("0.60", "0.55"), ("1", "0.40")] {
            assert_eq!(by_quality.at(parse_money(quality)), parse_money(expected), "{quality}");
        }
        assert_eq!(by_quality.at(None), None);
        assert_eq!(LossRate::Fixed(rate("0.3")).at(None), parse_money("0.3"));
    }
}
