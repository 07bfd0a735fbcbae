//! A figure as people write it. Digits are set apart, moved or left out, and never computed.

/// Decimals that are shown; whoever needs more finds all of them in the report.
const DECIMALS: usize = 6;

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Things, days, or nothing.
    Plain,
    /// Money, in the contract's currency.
    Money,
    /// A part of one, shown in percent.
    Share,
    /// Percent already.
    Percent,
    /// A word of Tieout's own.
    Word,
    /// A comparison and the number that it is with.
    Bound,
}

/// The figure in its unit. Whatever is no number stays as it is.
#[must_use]
pub(super) fn written(text: &str, unit: Unit) -> String {
    match unit {
        Unit::Word => return text.replace('_', " "),
        Unit::Bound => return bound(text),
        _ => {}
    }
    let Some((sign, whole, decimals)) = split(text) else { return instant(text) };
    match unit {
        Unit::Money => format!("{sign}{}.{}", grouped(whole), cut(&format!("{decimals:0<2}"))),
        Unit::Share => {
            let decimals = format!("{decimals:0<2}");
            let (moved, rest) = decimals.split_at(2);
            let whole = format!("{whole}{moved}");
            let whole = whole.trim_start_matches('0');
            format!("{sign}{}\u{a0}%", joined(if whole.is_empty() { "0" } else { whole }, rest))
        }
        Unit::Percent => format!("{sign}{}\u{a0}%", joined(whole, decimals)),
        _ => format!("{sign}{}", joined(whole, decimals)),
    }
}

/// A decimal's sign, its whole digits and its decimals.
fn split(text: &str) -> Option<(&'static str, &str, &str)> {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |digits| ("−", digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (!whole.is_empty() && is_number(whole) && is_number(decimals)).then_some((sign, whole, decimals))
}

fn joined(whole: &str, decimals: &str) -> String {
    if decimals.is_empty() { grouped(whole) } else { format!("{}.{}", grouped(whole), cut(decimals)) }
}

/// The decimals that are shown. More than those are said to go on, and not rounded away.
fn cut(decimals: &str) -> String {
    decimals
        .get(..DECIMALS)
        .filter(|_| decimals.len() > DECIMALS)
        .map_or_else(|| decimals.to_owned(), |shown| format!("{shown}…"))
}

fn grouped(whole: &str) -> String {
    let first = whole.len() % 3;
    let thousands = whole.as_bytes()[first..].chunks(3).map(String::from_utf8_lossy);
    let first = whole.get(..first).filter(|first| !first.is_empty()).map(Into::into);
    first.into_iter().chain(thousands).collect::<Vec<_>>().join(",")
}

fn bound(text: &str) -> String {
    let (op, value) = text.split_once(' ').unwrap_or(("", text));
    let words = match op {
        "<=" => "at most",
        ">=" => "at least",
        "<" => "below",
        ">" => "above",
        "==" => "exactly",
        "!=" => "other than",
        _ => return text.to_owned(),
    };
    format!("{words} {}", written(value, Unit::Plain))
}

/// An instant is easier to read with its day apart.
fn instant(text: &str) -> String {
    match text.split_once('T') {
        Some((day, time)) if day.len() == 10 && time.starts_with(|first: char| first.is_ascii_digit()) => {
            format!("{day} {time}")
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_keeps_every_digit_or_says_that_it_goes_on() {
        let cases = [
            ("1234567", Unit::Plain, "1,234,567"),
            ("2.047", Unit::Plain, "2.047"),
            ("2.046707669948846", Unit::Plain, "2.046707…"),
            ("93601.5", Unit::Money, "93,601.50"),
            ("-4209.9967", Unit::Money, "−4,209.9967"),
            ("0", Unit::Money, "0.00"),
            ("0.2", Unit::Share, "20\u{a0}%"),
            ("0.02", Unit::Share, "2\u{a0}%"),
            ("-1.0255", Unit::Share, "−102.55\u{a0}%"),
            ("1", Unit::Share, "100\u{a0}%"),
            ("59.14", Unit::Percent, "59.14\u{a0}%"),
        ];
        for (text, unit, expected) in cases {
            assert_eq!(written(text, unit), expected, "{text} as {unit:?}");
        }
    }

    #[test]
    fn what_is_no_number_stays_as_it_is() {
        for text in ["", "-", "2026-03", "P-1", "1.2.3", "não", "Ту"] {
            assert_eq!(written(text, Unit::Money), text);
        }
        assert_eq!(written("<= 1540", Unit::Bound), "at most 1,540");
        assert_eq!(written("not_evaluable", Unit::Word), "not evaluable");
        assert_eq!(written("2026-03-13T10:00:00-04:00", Unit::Plain), "2026-03-13 10:00:00-04:00");
    }
}
