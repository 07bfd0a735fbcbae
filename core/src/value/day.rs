//! A day is written `2026-03-09`; nothing else is one, however well it could be guessed.

use chrono::NaiveDate;

/// The day that a trimmed cell states.
#[must_use]
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
    let year = digits([y1, y2])? * 100 + digits([y3, y4])?;
    NaiveDate::from_ymd_opt(year.cast_signed(), digits([m1, m2])?, digits([d1, d2])?)
}

/// Two ASCII digits as a number.
pub(super) fn digits(pair: [u8; 2]) -> Option<u32> {
    let [tens, ones] = pair.map(|b| b.wrapping_sub(b'0'));
    (tens < 10 && ones < 10).then(|| u32::from(tens) * 10 + u32::from(ones))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_one_spelling_is_a_day() {
        assert_eq!(parse_day("2028-02-29"), NaiveDate::from_ymd_opt(2028, 2, 29));
        for text in
            ["", "2026-02-29", "2026-3-9", "03/09/2026", "2026-03-09T00:00", "20260309", "2026-13-01", "²026-01-01"]
        {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }
}
