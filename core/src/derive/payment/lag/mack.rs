//! How far a chain-ladder reserve may be off: Mack's standard error. An estimate of doubt; never part of a figure that is paid.
//!
//! T. Mack, *Distribution-free calculation of the standard error of chain ladder reserve estimates*, ASTIN Bulletin 23
//! (1993), 213 to 225. With C the cumulated payments, f the volume-weighted factors, U the ultimate of a period and S the
//! payments from which a factor was taken, each sum being over the ages k that a period has before it:
//!
//! - σ²ₖ = Σ C (F − f)² / (n − 1), over the n periods that show the step, F being a period's own factor (p. 217); where
//!   one period alone shows it, min(σ⁴ₖ₋₁ / σ²ₖ₋₂, min(σ²ₖ₋₂, σ²ₖ₋₁)) (p. 218);
//! - the error of a period's reserve = U √ Σ σ²/f² (1/Ĉ + 1/S) (theorem 3);
//! - the square of that of all reserves = Σ own squares + Σ U (Σ of all younger U) Σ 2 σ²/f²/S (corollary to theorem 3).
//!
//! Only + − × ÷ and the square root of IEEE 754 are used, which give the same bits on every machine.

use super::factors::Development;
use super::triangle::float;

/// Reserves with their standard errors.
#[derive(Debug)]
pub(crate) struct Reserves {
    /// Of each service period, in the development's order.
    pub(crate) of_services: Vec<Reserve>,
    /// Of all together. Its error is more than the root of their squares: they share their factors.
    pub(crate) total: Reserve,
}

/// What was paid, what it will have come to, and the standard error of the difference.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reserve {
    paid: f64,
    ultimate: f64,
    pub(crate) error: f64,
}

impl Reserve {
    /// The lags with one standard error less, and one more, still to come; none where the doubt is as large as the figure.
    pub(crate) fn lag_range(&self) -> Option<[f64; 2]> {
        let lag = |ultimate: f64| 100.0 * (1.0 - self.paid / ultimate);
        let is_meaningful = self.paid > 0.0 && self.ultimate > self.error;
        is_meaningful.then(|| [lag(self.ultimate - self.error), lag(self.ultimate + self.error)])
    }
}

/// A step as floats.
struct Doubt {
    factor: f64,
    base: f64,
    variance: f64,
}

/// How differently the periods grew in one step; none where fewer than two show it.
pub(super) fn variance(younger: &[i128], older: &[i128]) -> Option<f64> {
    let pairs = || younger.iter().zip(older).filter(|&(&younger, _)| younger != 0);
    let (mut count, mut from, mut to) = (0_u32, 0.0, 0.0);
    for (&younger, &older) in pairs() {
        (count, from, to) = (count + 1, from + float(younger), to + float(older));
    }
    let (factor, degrees) = (to / from, f64::from(count.checked_sub(1).filter(|&degrees| degrees > 0)?));
    let squares = pairs().map(|(&younger, &older)| {
        let off = float(older) / float(younger) - factor;
        float(younger) * off * off
    });
    Some(squares.sum::<f64>() / degrees)
}

impl Reserves {
    /// The reserves of a development by volume-weighted factors; none where too few periods show how claims grow.
    pub(super) fn of(development: &Development) -> Option<Self> {
        let doubts = doubts(development)?;
        let (mut of_services, mut total) = (Vec::new(), Reserve { paid: 0.0, ultimate: 0.0, error: 0.0 });
        let mut square = 0.0;
        for service in development.services.iter().rev() {
            let (ahead, paid) = (doubts.get(service.age..)?, float(service.units));
            let (mut own, mut shared, mut ultimate) = (0.0, 0.0, paid);
            // What was paid nothing of yet stays at nothing, however it grows.
            for step in ahead.iter().filter(|_| paid != 0.0) {
                let relative = step.variance / (step.factor * step.factor);
                own += relative * (1.0 / ultimate + 1.0 / step.base);
                shared += 2.0 * relative / step.base;
                ultimate *= step.factor;
            }
            let own_square = ultimate * ultimate * own;
            of_services.push(Reserve { paid, ultimate, error: own_square.sqrt() });
            square += own_square + ultimate * total.ultimate * shared;
            total = Reserve { paid: total.paid + paid, ultimate: total.ultimate + ultimate, error: square.sqrt() };
        }
        of_services.reverse();
        let are_real = of_services.iter().chain([&total]).all(|reserve| reserve.error.is_finite());
        are_real.then_some(Self { of_services, total })
    }
}

/// The steps, with a variance for each; where too few periods show one, it is taken from the two before.
fn doubts(development: &Development) -> Option<Vec<Doubt>> {
    let mut doubts = Vec::<Doubt>::with_capacity(development.steps.len());
    for step in &development.steps {
        let (base, next) = (float(step.base), float(step.next));
        let variance = step.variance.or_else(|| match &doubts[..] {
            [.., before, last] => Some(extrapolated(before.variance, last.variance)),
            _ => None,
        });
        doubts.push(Doubt { factor: next / base, base, variance: variance? });
    }
    Some(doubts)
}

fn extrapolated(before: f64, last: f64) -> f64 {
    if before > 0.0 { (last * last / before).min(before.min(last)) } else { 0.0 }
}
