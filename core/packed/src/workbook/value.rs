//! What one cell of a sheet holds, whichever format it comes from, and how it is written as text. It is never rounded
//! further than Excel itself rounds what it shows.

use std::fmt::Write;

use calamine::{Data, DataRef, ExcelDateTime};

/// Excel shows and keeps no more digits of a number than these.
const DIGITS: usize = 15;
/// The largest whole number below which every one has a value of its own.
const EXACT: f64 = 9_007_199_254_740_992.0;
/// The first day that no spreadsheet knows: 1 January 10000.
const LAST_SERIAL: f64 = 2_958_466.0;

/// A cell.
pub(super) enum Value<'a> {
    Empty,
    Text(&'a str),
    Number(f64),
    Whole(i64),
    Truth(bool),
    /// A day, a time of day or both, as a serial number.
    Moment(ExcelDateTime),
    /// The same as ISO text.
    IsoMoment(&'a str),
    /// A length of time as ISO text.
    IsoSpan(&'a str),
    /// An error, as the spreadsheet shows it.
    Error(String),
}

macro_rules! from_cell {
    ($cell:ident $(, $shared:ident)?) => {
        fn from(cell: &'a $cell) -> Self {
            match cell {
                $cell::Empty => Self::Empty,
                $cell::String(text) => Self::Text(text),
                $($cell::$shared(text) => Self::Text(text),)?
                $cell::Int(number) => Self::Whole(*number),
                $cell::Float(number) => Self::Number(*number),
                $cell::Bool(truth) => Self::Truth(*truth),
                $cell::DateTime(moment) => Self::Moment(*moment),
                $cell::DateTimeIso(text) => Self::IsoMoment(text),
                $cell::DurationIso(text) => Self::IsoSpan(text),
                $cell::Error(error) => Self::Error(error.to_string()),
            }
        }
    };
}

impl<'a> From<&'a Data> for Value<'a> {
    from_cell!(Data);
}

impl<'a> From<&'a DataRef<'_>> for Value<'a> {
    from_cell!(DataRef, SharedString);
}

/// How a number is shown, as far as that changes what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Plain,
    /// A part of one, shown as so many of a hundred.
    Percent,
    /// Zeros before it, up to so many digits.
    Padded(usize),
    /// At least so many decimals.
    Decimals(usize),
}

impl Shape {
    /// The shape that a number format gives to positive numbers.
    pub(super) fn of(format: &str) -> Self {
        let format = format.split(';').next().unwrap_or_default();
        if format.len() > 1 && format.bytes().all(|byte| byte == b'0') {
            return Self::Padded(format.len());
        }
        if format.contains('%') {
            return Self::Percent;
        }
        let decimals = format.split_once('.').map_or("", |(_, decimals)| decimals);
        let zeros = decimals.bytes().take_while(|&byte| byte == b'0').count();
        if zeros == 0 || format.contains(['E', 'e', '/', '?', 'y', 'd', 'h', 's']) {
            return Self::Plain;
        }
        Self::Decimals(zeros)
    }
}

/// Writes a number in full, without exponent; says whether it has more digits than Excel keeps.
pub(super) fn write_number(out: &mut String, number: f64, shape: Shape) -> bool {
    let start = out.len();
    // Writing into a string cannot fail.
    let _ = match shape {
        Shape::Percent => write!(out, "{}%", as_shown(number * 100.0)),
        Shape::Padded(width) if number >= 0.0 && number.fract() == 0.0 => write!(out, "{number:0>width$}"),
        _ if number.fract() == 0.0 => write!(out, "{number:.0}"),
        _ => write!(out, "{}", as_shown(number)),
    };
    if out[start..].starts_with("-0") && number == 0.0 {
        out.remove(start);
    }
    let digits = out.len() - start;
    if let Shape::Decimals(places) = shape {
        let point = out[start..].find('.').map_or_else(
            || {
                out.push('.');
                out.len() - 1
            },
            |point| start + point,
        );
        let missing = (point + 1 + places).saturating_sub(out.len());
        out.extend(std::iter::repeat_n('0', missing));
    }
    number.fract() == 0.0 && (digits > DIGITS + usize::from(number < 0.0) || number.abs() > EXACT)
}

/// The number that a spreadsheet shows where it shows all the digits it has.
fn as_shown(number: f64) -> f64 {
    format!("{number:.*e}", DIGITS - 1).parse().unwrap_or(number)
}

/// Whether a moment has a time of day, where it is a day at all.
pub(super) fn has_time(moment: &ExcelDateTime) -> Option<bool> {
    let (.., hour, minute, second, milli) = moment.to_ymd_hms_milli();
    let is_day = !moment.is_duration() && (1.0..LAST_SERIAL).contains(&moment.as_f64());
    is_day.then_some((hour, minute, second, milli) != (0, 0, 0, 0))
}

/// Writes a day as ISO, with its time of day where it has one or is asked to show one.
pub(super) fn write_moment(out: &mut String, moment: &ExcelDateTime, with_time: bool) {
    let serial = moment.as_f64();
    let (year, month, day, hour, minute, second, milli) = moment.to_ymd_hms_milli();
    if moment.is_duration() && (0.0..LAST_SERIAL).contains(&serial) {
        let seconds = (serial * 86_400.0).round();
        let (hours, minutes) = ((seconds / 3600.0).floor(), (seconds / 60.0).floor());
        let _ = write!(out, "{hours:.0}:{:02.0}:{:02.0}", minutes % 60.0, seconds % 60.0);
        return;
    }
    // What no spreadsheet shows as a day or a time is the number that it is.
    if !(0.0..LAST_SERIAL).contains(&serial) {
        write_number(out, serial, Shape::Plain);
        return;
    }
    let is_day = serial >= 1.0;
    if is_day {
        let _ = write!(out, "{year:04}-{month:02}-{day:02}");
    }
    if is_day && !with_time && has_time(moment) == Some(false) {
        return;
    }
    let _ = write!(out, "{}{hour:02}:{minute:02}:{second:02}", if is_day { "T" } else { "" });
    if milli > 0 {
        let _ = write!(out, ".{milli:03}");
    }
}

/// `PT9H30M0S` as a spreadsheet shows it; anything else as it is written.
pub(super) fn write_span(out: &mut String, iso: &str) {
    match parse_span(iso) {
        Some((hours, minutes, seconds)) => {
            let _ = write!(out, "{hours}:{minutes:02}:{seconds:02}");
        }
        None => out.push_str(iso),
    }
}

fn parse_span(iso: &str) -> Option<(u32, u32, u32)> {
    let (hours, rest) = iso.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?.split(['.', ',']).next()?;
    Some((hours.parse().ok()?, minutes.parse().ok()?, seconds.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_they_are_shown_and_never_with_an_exponent() {
        for (number, shape, expected, doubtful) in [
            (1_437_702_123.0, Shape::Plain, "1437702123", false),
            (1e15, Shape::Plain, "1000000000000000", true),
            (9_007_199_254_740_991.0, Shape::Plain, "9007199254740991", true),
            (1e21, Shape::Plain, "1000000000000000000000", true),
            (0.1 + 0.2, Shape::Plain, "0.3", false),
            (-12.5, Shape::Decimals(2), "-12.50", false),
            (12.345, Shape::Decimals(2), "12.345", false),
            (12.0, Shape::Decimals(2), "12.00", false),
            (0.075, Shape::Percent, "7.5%", false),
            (12345.0, Shape::Padded(7), "0012345", false),
            (-0.0, Shape::Plain, "0", false),
            (1e-7, Shape::Plain, "0.0000001", false),
        ] {
            let mut out = String::new();
            assert_eq!(write_number(&mut out, number, shape), doubtful, "{number}");
            assert_eq!(out, expected);
        }
    }

    #[test]
    fn a_format_says_what_a_number_is() {
        for (format, shape) in [
            ("General", Shape::Plain),
            ("0", Shape::Plain),
            ("00000", Shape::Padded(5)),
            ("0.0%", Shape::Percent),
            ("#,##0.00", Shape::Decimals(2)),
            ("_($* #,##0.00_);_($* (#,##0.00)", Shape::Decimals(2)),
            ("0.00E+00", Shape::Plain),
        ] {
            assert_eq!(Shape::of(format), shape, "{format}");
        }
    }
}
