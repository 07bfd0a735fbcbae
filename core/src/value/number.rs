//! Numbers that are compared or paid are exact decimals; a float is never one of them.

use rust_decimal::Decimal;

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
}
