//! Numbers that are compared or paid are exact decimals; a float is never one of them.

use rust_decimal::{Decimal, RoundingStrategy};

/// A whole number, digits only.
#[must_use]
pub fn parse_count(text: &str) -> Option<u64> {
    let plain = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// An exact decimal as `-1234.50`: no sign of currency, no thousands, no exponent.
#[must_use]
pub fn parse_money(text: &str) -> Option<Decimal> {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = unsigned.split_once('.').map_or((unsigned, None), |(w, f)| (w, Some(f)));
    let plain = digits(whole) && fraction.is_none_or(digits);
    plain.then(|| Decimal::from_str_exact(text).ok()).flatten()
}

/// Percentage points: `7.5` and `7.5%` are both 7.5.
#[must_use]
pub fn parse_pct(text: &str) -> Option<Decimal> {
    parse_money(text.strip_suffix('%').map_or(text, str::trim_end))
}

/// A number with so many decimals, all of them written; a half is rounded away from zero.
#[must_use]
pub fn rounded(number: Decimal, places: u32) -> Decimal {
    let mut rounded = number.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    rounded.rescale(places);
    // Nothing is owed where nothing is earned: zero has no sign.
    if rounded.is_zero() { Decimal::new(0, places) } else { rounded }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_a_spreadsheet_dresses_up() {
        assert_eq!(parse_money("-1234.50"), Some(Decimal::new(-123_450, 2)));
        assert_eq!(parse_pct("7.5 %"), parse_money("7.5"));
        for text in ["", "-", "+1", "$5", "1,000", "1e3", ".5", "5.", "12 %%"] {
            assert_eq!(parse_pct(text), None, "{text}");
        }
        assert_eq!(parse_count("007"), Some(7));
        for text in ["", "-1", "1.0", "١"] {
            assert_eq!(parse_count(text), None, "{text}");
        }
    }

    #[test]
    fn a_half_is_rounded_away_from_zero() {
        for (exact, cents) in [("0.125", "0.13"), ("-0.125", "-0.13"), ("-0.004", "0.00"), ("7", "7.00")] {
            assert_eq!(rounded(parse_money(exact).unwrap(), 2).to_string(), cents);
        }
        assert_eq!(rounded(Decimal::MAX, 2), Decimal::MAX);
    }
}
