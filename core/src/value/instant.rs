//! An instant is a moment that both parties share; a time without an offset is read by the contract's clock.

use chrono::{DateTime, FixedOffset, NaiveDateTime, NaiveTime, Offset, SecondsFormat, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use super::Day;
use super::day::{digits, parse_day};

/// A moment in time, never a day.
pub type Instant = DateTime<Utc>;

/// The contract's time zone, which says on which day an instant falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock(Tz);

impl Clock {
    /// The clock of a zone.
    #[must_use]
    pub const fn new(zone: Tz) -> Self {
        Self(zone)
    }

    /// The local day of an instant.
    #[must_use]
    pub fn day(self, instant: Instant) -> Day {
        instant.with_timezone(&self.0).date_naive()
    }

    /// The instant as records are written: local, with its offset.
    #[must_use]
    pub fn written(self, instant: Instant) -> String {
        self.local(instant).to_rfc3339_opts(SecondsFormat::AutoSi, false)
    }

    /// The instant with its local offset.
    #[must_use]
    pub fn local(self, instant: Instant) -> DateTime<FixedOffset> {
        let local = instant.with_timezone(&self.0);
        local.with_timezone(&local.offset().fix())
    }

    /// The moment of a local time: the first of two where the clock goes back, and as if it had
    /// not yet been changed where it skips.
    #[must_use]
    pub fn moment(self, local: NaiveDateTime) -> Instant {
        self.0.from_local_datetime(&local).earliest().map_or_else(
            || {
                let before = self.0.offset_from_utc_datetime(&(local - TimeDelta::days(1))).fix();
                (local - before).and_utc()
            },
            |known| known.with_timezone(&Utc),
        )
    }

    /// The first moment of a day.
    #[must_use]
    pub fn first_moment(self, day: Day) -> Instant {
        self.moment(day.and_time(NaiveTime::MIN))
    }

    /// The moment that a trimmed cell states.
    #[must_use]
    pub fn parse(self, text: &str) -> Option<Instant> {
        self.parse_with_offset(text).map(|stated| stated.with_timezone(&Utc))
    }

    /// The same, keeping the offset that was written or, without one, the zone's own.
    #[must_use]
    pub fn parse_with_offset(self, text: &str) -> Option<DateTime<FixedOffset>> {
        let (local, offset) = parse_local(text)?;
        match offset {
            Some(offset) => offset.from_local_datetime(&local).single(),
            None => Some(self.local(self.moment(local))),
        }
    }
}

/// The time that a trimmed cell states, by whatever clock, and its offset where it states one.
pub(crate) fn parse_local(text: &str) -> Option<(NaiveDateTime, Option<FixedOffset>)> {
    let (day, rest) = (parse_day(text.get(..10)?)?, text.get(10..)?);
    let (time, offset) = split_offset(rest.strip_prefix(['T', ' '])?)?;
    Some((day.and_time(parse_time(time)?), offset))
}

fn split_offset(text: &str) -> Option<(&str, Option<FixedOffset>)> {
    if let Some(time) = text.strip_suffix('Z') {
        return Some((time, FixedOffset::east_opt(0)));
    }
    let Some(sign) = text.find(['+', '-']) else { return Some((text, None)) };
    let &[h1, h2, b':', m1, m2] = text.get(sign + 1..)?.as_bytes() else { return None };
    let (hours, minutes) = (digits([h1, h2])?, digits([m1, m2])?);
    if minutes > 59 {
        return None;
    }
    let seconds = (hours * 3600 + minutes * 60).cast_signed();
    let signed = if text[sign..].starts_with('-') { -seconds } else { seconds };
    FixedOffset::east_opt(signed).map(|offset| (&text[..sign], Some(offset)))
}

/// A time of day, and the offset that may stand behind it, with or without a blank between.
pub(crate) fn without_offset(time: &str) -> (&str, &str) {
    let at = time.rfind(['+', '-']).or_else(|| time.strip_suffix(['Z', 'z']).map(str::len)).unwrap_or(time.len());
    let (time, offset) = time.split_at(at);
    (time.trim_end(), offset)
}

/// `hh:mm[:ss[.f]]`; digits past the nanosecond change no decision and are dropped.
pub(crate) fn parse_time(text: &str) -> Option<NaiveTime> {
    let &[h1, h2, b':', m1, m2, ref rest @ ..] = text.as_bytes() else { return None };
    let (seconds, fraction) = match *rest {
        [] => (0, &[][..]),
        [b':', s1, s2] => (digits([s1, s2])?, &[][..]),
        [b':', s1, s2, b'.', ref fraction @ ..] if !fraction.is_empty() => (digits([s1, s2])?, fraction),
        _ => return None,
    };
    if !fraction.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let nanos = (0..9).fold(0, |sum, i| sum * 10 + fraction.get(i).map_or(0, |b| u32::from(b - b'0')));
    NaiveTime::from_hms_nano_opt(digits([h1, h2])?, digits([m1, m2])?, seconds, nanos)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_is_told_from_the_time_before_it() {
        for (written, time, offset) in [
            ("09:45 -06:00", "09:45", "-06:00"),
            ("9:45 AM +01:00", "9:45 AM", "+01:00"),
            ("09:45:30.5Z", "09:45:30.5", "Z"),
            ("9:45 PM", "9:45 PM", ""),
        ] {
            assert_eq!(without_offset(written), (time, offset), "{written}");
        }
    }

    fn utc(text: &str) -> Option<String> {
        Clock::new(chrono_tz::America::New_York).parse(text).map(|i| i.format("%FT%T%.fZ").to_string())
    }

    #[test]
    fn reads_every_spelling_and_nothing_else() {
        assert_eq!(utc("2026-03-11T17:00:00-05:00").unwrap(), "2026-03-11T22:00:00Z");
        assert_eq!(utc("2026-03-11 17:00").unwrap(), "2026-03-11T21:00:00Z");
        assert_eq!(utc("2026-03-11T17:00:00.25Z").unwrap(), "2026-03-11T17:00:00.250Z");
        for text in [
            "2026-03-11",
            "2026-03-11T",
            "2026-03-11T7:00",
            "2026-03-11T24:00",
            "2026-03-11T17:00+5",
            "2026-03-11T17:00:00.",
            "2026-03-11é17:00",
        ] {
            assert_eq!(utc(text), None, "{text}");
        }
    }

    #[test]
    fn where_the_clock_changes_the_old_time_is_meant() {
        // 02:30 is skipped on 8 March and comes twice on 1 November.
        assert_eq!(utc("2026-03-08 02:30").unwrap(), "2026-03-08T07:30:00Z");
        assert_eq!(utc("2026-11-01 01:30").unwrap(), "2026-11-01T05:30:00Z");
    }
}
