//! How a whole list scores: how many are in each tier, and how many have which points for each factor.

use std::collections::BTreeMap;

use crate::control::Findings;
use crate::derive::Run;
use crate::derive::delivery::Score;
use crate::metric::Metric;
use crate::value::gathered;

/// Whether the contract scores at all; where it does not, whatever rests on a score does not apply.
pub(super) fn is_scored(run: &Run<'_>, findings: &mut Findings<'_>) -> bool {
    let is_scored = run.contract.scoring.is_some();
    if !is_scored {
        findings.not_applicable = Some("The contract has no scoring.".to_owned());
    }
    is_scored
}

/// The scores of a list, counted.
#[derive(Default)]
pub(super) struct Tally {
    tiers: BTreeMap<String, u64>,
    /// For each factor, how many have how many points.
    factors: Vec<(String, BTreeMap<u64, u64>)>,
}

impl Tally {
    /// Counts one more; somebody without a score is in no tier.
    pub(super) fn add(&mut self, score: Option<&Score<'_>>) {
        let Some(score) = score else { return };
        if self.factors.is_empty() {
            let names = score.factors.iter().map(|weighed| (weighed.factor.field.name(), BTreeMap::new()));
            self.factors = names.collect();
        }
        match self.tiers.get_mut(&score.tier.tier) {
            Some(count) => *count += 1,
            None => _ = self.tiers.insert(score.tier.tier.clone(), 1),
        }
        for ((_, counts), weighed) in self.factors.iter_mut().zip(&score.factors) {
            *counts.entry(weighed.points).or_default() += 1;
        }
    }

    /// `tiers`, and `factors` by field and points.
    pub(super) fn into_metrics(self) -> [(String, Metric); 2] {
        let tiers = self.tiers.into_iter().map(|(tier, count)| (tier, Metric::Count(count)));
        let factors = self.factors.into_iter().map(|(field, counts)| {
            let counts = counts.into_iter().map(|(points, count)| (points.to_string(), Metric::Count(count)));
            (field, Metric::Group(gathered(counts)))
        });
        [("tiers".to_owned(), Metric::Group(gathered(tiers))), ("factors".to_owned(), Metric::Group(gathered(factors)))]
    }
}
