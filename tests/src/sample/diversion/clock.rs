//! Minutes around the clock, in a zone that changes its clocks within the sample's months.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta, Weekday};

use crate::sample::calendar::{at, day, days_after, minute};

/// A minute that means the same everywhere. Systems write it in their own way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment(NaiveDateTime);

const WINTER_HOURS: i64 = -6;
const SUMMER_HOURS: i64 = -5;

impl Moment {
    /// The instant at which everything is judged: a Friday at five.
    pub(super) fn now() -> Self {
        Self::local(at(day(2026, 3, 13), 17, 0))
    }

    /// The first minute of the contract.
    pub(super) fn first() -> Self {
        Self::local(at(day(2026, 1, 1), 0, 0))
    }

    /// What a clock on the wall showed.
    pub(super) fn local(wall: NaiveDateTime) -> Self {
        let summer = wall >= at(day(2026, 3, 8), 3, 0);
        Self(wall - TimeDelta::hours(if summer { SUMMER_HOURS } else { WINTER_HOURS }))
    }

    fn offset_hours(self) -> i64 {
        if self.0 >= at(day(2026, 3, 8), 8, 0) { SUMMER_HOURS } else { WINTER_HOURS }
    }

    pub(super) fn wall(self) -> NaiveDateTime {
        self.0 + TimeDelta::hours(self.offset_hours())
    }

    pub(super) fn day(self) -> NaiveDate {
        self.wall().date()
    }

    pub(super) fn plus(self, minutes: i64) -> Self {
        Self(self.0 + TimeDelta::minutes(minutes))
    }

    pub(super) fn minutes_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_minutes()
    }

    /// As most of the staff's systems write it.
    pub(super) fn plain(self) -> String {
        minute(self.wall())
    }

    /// As the event platform writes it.
    pub(super) fn in_utc(self) -> String {
        self.0.format("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// As systems write it that name their offset.
    pub(super) fn with_offset(self) -> String {
        format!("{}{:03}:00", self.wall().format("%Y-%m-%d %H:%M:%S"), self.offset_hours())
    }

    /// When the next weekly huddle closes.
    pub(super) fn next_huddle_close(self) -> Self {
        let closes = |days| Self::local(at(days_after(self.day(), days), 10, 0));
        let huddles = (0..=7).map(closes).filter(|close| close.day().weekday() == Weekday::Wed);
        huddles.into_iter().find(|close| *close > self).expect("eight days hold a Wednesday after now")
    }

    /// The next day on which both sides work.
    pub(super) fn next_business_day(self) -> NaiveDate {
        let holidays = [day(2026, 1, 1), day(2026, 1, 19), day(2026, 2, 16)];
        let works = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !holidays.contains(day);
        (1..9).map(|days| days_after(self.day(), days)).find(works).expect("a week has a business day")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_night_without_two_o_clock_is_an_hour_shorter() {
        let before = Moment::local(at(day(2026, 3, 8), 1, 30));
        assert_eq!(before.plus(60).with_offset(), "2026-03-08 03:30:00-05:00");
        assert_eq!(before.in_utc(), "2026-03-08T07:30:00Z");
        assert_eq!(Moment::local(before.plus(60).wall()), before.plus(60));
    }

    #[test]
    fn the_close_of_a_huddle_belongs_to_the_week_before() {
        let close = Moment::local(at(day(2026, 3, 11), 10, 0));
        assert_eq!(close.plus(-1).next_huddle_close(), close);
        assert_eq!(close.next_huddle_close(), Moment::local(at(day(2026, 3, 18), 10, 0)));
    }
}
