//! Days as payers write them; what is none of these spellings is left as it was written, to be told at its place.

use chrono::Datelike as _;

use crate::value::{Day, parse_day};

/// The day of a text that is written `20260309`, `03/09/2026` or `2026-03-09`, with or without a time behind it.
pub(super) fn day_of(text: &str) -> Option<Day> {
    let text = text.trim();
    let iso = match text.as_bytes() {
        [b'0'..=b'9', ..] if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) => {
            format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..])
        }
        [_, _, b'/', _, _, b'/', _, _, _, _] if text.is_ascii() => {
            format!("{}-{}-{}", &text[6..], &text[..2], &text[3..5])
        }
        _ => text.split_once('T').map_or(text, |(day, _)| day).to_owned(),
    };
    parse_day(&iso)
}

/// The first and the last day of `20260101-20261231`, or of a single day the first alone.
pub(super) fn span_of(text: &str) -> (Option<Day>, Option<Day>) {
    match text.trim().as_bytes() {
        [.., b'-', _, _, _, _, _, _, _, _] if text.trim().len() == 17 => {
            text.trim().split_once('-').map_or((None, None), |(from, to)| (day_of(from), day_of(to)))
        }
        _ => (day_of(text), None),
    }
}

/// The day in the one spelling of tables; anything else as it stands, for intake to tell.
pub(super) fn written(text: &str) -> String {
    day_of(text).map_or_else(|| text.trim().to_owned(), |day| day.to_string())
}

/// The last day of a span, unless it is one of the far days by which systems mean that there is none.
pub(super) fn end_of(day: Day) -> Option<Day> {
    Some(day).filter(|day| day.year() < 2199)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_gives_its_day_and_nothing_else_does() {
        let day = parse_day("2026-03-09");
        for text in ["20260309", "03/09/2026", " 2026-03-09 ", "2026-03-09T23:59:00-05:00"] {
            assert_eq!(day_of(text), day, "{text}");
        }
        for text in ["", "2026", "2026-03", "20261309", "13/09/2026", "3/9/2026", "ü0260309", "€€/€€/26"] {
            assert_eq!(day_of(text), None, "{text}");
        }
        assert_eq!(span_of("20260309-20260310"), (day, parse_day("2026-03-10")));
        assert_eq!(span_of("20260309"), (day, None));
        assert_eq!((written("20260309"), written("unknown")), ("2026-03-09".into(), "unknown".into()));
        assert_eq!((parse_day("2299-12-31").and_then(end_of), day.and_then(end_of)), (None, day));
    }
}
