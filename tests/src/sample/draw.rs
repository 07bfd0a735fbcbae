//! The dice: one seed gives one sequence, the same on every machine.

use chrono::{Days, NaiveDate};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// A sequence of choices that its seed fixes. Only 32-bit integers are drawn, so that neither a
/// float nor the width of a pointer can make two machines disagree.
pub(crate) struct Draw(ChaCha8Rng);

impl Draw {
    pub(crate) fn seeded(seed: u64) -> Self {
        Self(ChaCha8Rng::seed_from_u64(seed))
    }

    /// The sequence of this name beside the seed's own, so that what one room draws moves nothing in another.
    pub(crate) fn beside(seed: u64, name: &str) -> Self {
        let mut dice = ChaCha8Rng::seed_from_u64(seed);
        dice.set_stream(name.bytes().fold(1, |stream: u64, byte| stream.wrapping_mul(257).wrapping_add(byte.into())));
        Self(dice)
    }

    /// A number from 0 up to, and without, `bound`.
    pub(crate) fn below(&mut self, bound: u32) -> u32 {
        ((u64::from(self.0.next_u32()) * u64::from(bound)) >> 32) as u32
    }

    /// Both ends are possible.
    pub(crate) fn between(&mut self, low: u32, high: u32) -> u32 {
        low + self.below(high - low + 1)
    }

    /// True in so many of a hundred cases.
    pub(crate) fn percent(&mut self, chance: u32) -> bool {
        self.below(100) < chance
    }

    pub(crate) fn pick<T: Copy>(&mut self, among: &[T]) -> T {
        among[self.below(among.len() as u32) as usize]
    }

    /// One of the choices, as often as its weight says.
    pub(crate) fn weighted<T: Copy>(&mut self, among: &[(u32, T)]) -> T {
        let total = among.iter().map(|(weight, _)| weight).sum();
        let mut rest = self.below(total);
        for &(weight, choice) in among {
            if rest < weight {
                return choice;
            }
            rest -= weight;
        }
        unreachable!("the draw is below the sum of the weights")
    }

    /// A day from `nearest` to `farthest` days before `day`.
    pub(crate) fn before(&mut self, day: NaiveDate, nearest: u32, farthest: u32) -> NaiveDate {
        day - Days::new(self.between(nearest, farthest).into())
    }

    /// A day from `nearest` to `farthest` days after `day`.
    pub(crate) fn after(&mut self, day: NaiveDate, nearest: u32, farthest: u32) -> NaiveDate {
        day + Days::new(self.between(nearest, farthest).into())
    }
}

/// Shuffles `n` below 10⁸ into another number below 10⁸, never two into the same one: a member id
/// that looks issued at random and is unique without a list of those already given.
pub(crate) fn scatter(n: u32, seed: u64) -> u32 {
    const HALF: u32 = 10_000;
    let (mut left, mut right) = (n / HALF, n % HALF);
    for round in 0..4_u64 {
        let mixed = (u64::from(right) ^ seed.rotate_left(13)).wrapping_add(round << 40);
        let mixed = (mixed ^ (mixed >> 29)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let shift = ((mixed >> 40) % u64::from(HALF)) as u32;
        (left, right) = (right, (left + shift) % HALF);
    }
    left * HALF + right
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_people_share_an_id() {
        let ids: BTreeSet<u32> = (0..20_000).map(|n| scatter(n, 7)).collect();
        assert_eq!(ids.len(), 20_000);
        assert!(ids.last() < Some(&100_000_000));
    }

    #[test]
    fn a_seed_gives_the_same_sequence_everywhere() {
        let mut draw = Draw::seeded(1);
        let drawn: Vec<u32> = (0..4).map(|_| draw.below(1000)).collect();
        assert_eq!(drawn, [549, 402, 984, 80]);
    }
}
