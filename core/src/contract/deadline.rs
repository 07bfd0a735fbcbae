//! The end of a limit: an instant, or a whole day; a day is never over before its last moment.

use chrono::{Days, TimeDelta};

use super::calendar::Calendar;
use crate::value::{Clock, Day, Instant, Limit};

/// The last moment or the last day on which something is still in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// Until this instant, which is still in time.
    At(Instant),
    /// Until this day is over.
    EndOf(Day),
}

impl Limit {
    /// The deadline of what begins at an instant.
    #[must_use]
    pub fn after_instant(self, start: Instant, calendar: &Calendar, clock: Clock) -> Deadline {
        match self {
            Self::Hours(hours) => Deadline::At(start + TimeDelta::hours(hours.into())),
            Self::BusinessDays(days) => Deadline::EndOf(calendar.business_days_after(clock.day(start), days)),
        }
    }

    /// The deadline of what begins on a day: its hours count from the day's first moment.
    #[must_use]
    pub fn after_day(self, start: Day, calendar: &Calendar, clock: Clock) -> Deadline {
        self.after_instant(clock.first_moment(start), calendar, clock)
    }
}

impl Deadline {
    /// The day on which it falls.
    #[must_use]
    pub fn day(self, clock: Clock) -> Day {
        match self {
            Self::At(instant) => clock.day(instant),
            Self::EndOf(day) => day,
        }
    }

    /// The last second that is in time, as a record states it.
    #[must_use]
    pub fn instant(self, clock: Clock) -> Instant {
        match self {
            Self::At(instant) => instant,
            Self::EndOf(day) => clock.first_moment(day + Days::new(1)) - TimeDelta::seconds(1),
        }
    }

    /// How people are told of it: the instant, or the day whose end it is.
    #[must_use]
    pub fn written(self, clock: Clock) -> String {
        match self {
            Self::At(instant) => clock.written(instant),
            Self::EndOf(day) => day.to_string(),
        }
    }

    /// Whether an instant is in time.
    #[must_use]
    pub fn allows(self, instant: Instant, clock: Clock) -> bool {
        match self {
            Self::At(last) => instant <= last,
            Self::EndOf(day) => clock.day(instant) <= day,
        }
    }

    /// Whether a day is in time; the deadline's own day is.
    #[must_use]
    pub fn allows_day(self, day: Day, clock: Clock) -> bool {
        day <= self.day(clock)
    }
}

#[cfg(test)]
mod tests {
    use super::super::calendar::tests::{calendar, day};
    use super::*;

    const NEW_YORK: Clock = Clock::new(chrono_tz::America::New_York);

    fn at(text: &str) -> Instant {
        NEW_YORK.parse(text).unwrap()
    }

    #[track_caller]
    fn check(limit: &str, start: &str, last: &str) {
        let limit: Limit = limit.parse().unwrap();
        let deadline = match start.len() {
            10 => limit.after_day(day(start), &calendar(), NEW_YORK),
            _ => limit.after_instant(at(start), &calendar(), NEW_YORK),
        };
        assert_eq!(NEW_YORK.local(deadline.instant(NEW_YORK)).to_rfc3339(), last);
        assert!(deadline.allows(at(last), NEW_YORK));
        assert!(!deadline.allows(at(last) + TimeDelta::seconds(1), NEW_YORK));
        let day = deadline.day(NEW_YORK);
        assert!(deadline.allows_day(day, NEW_YORK) && !deadline.allows_day(day + Days::new(1), NEW_YORK));
    }

    #[test]
    fn hours_run_on_the_clock_weekends_among_them() {
        check("48h", "2026-05-22T17:00", "2026-05-24T17:00:00-04:00");
        check("48h", "2026-05-22", "2026-05-24T00:00:00-04:00");
    }

    #[test]
    fn an_hour_is_an_hour_where_the_clock_changes() {
        check("24h", "2026-03-07T12:00", "2026-03-08T13:00:00-04:00");
        check("24h", "2026-10-31T12:00", "2026-11-01T11:00:00-05:00");
        check("48h", "2026-03-07", "2026-03-09T01:00:00-04:00");
    }

    #[test]
    fn business_days_end_with_the_last_of_them() {
        check("2bd", "2026-05-21T23:30", "2026-05-26T23:59:59-04:00");
        check("1bd", "2026-05-23", "2026-05-26T23:59:59-04:00");
        check("1bd", "2026-03-06T09:00", "2026-03-09T23:59:59-04:00");
        check("0bd", "2026-03-08", "2026-03-08T23:59:59-04:00");
    }

    #[test]
    fn a_day_begins_and_ends_by_the_contracts_clock() {
        // Half past ten in the evening in New York is the next day in UTC.
        check("1bd", "2026-03-10T22:30", "2026-03-11T23:59:59-04:00");
    }

    #[test]
    fn the_last_moment_of_a_day_is_in_time() {
        let deadline = Deadline::EndOf(day("2026-03-11"));
        assert!(deadline.allows(at("2026-03-11T23:59:59.999"), NEW_YORK));
        assert!(!deadline.allows(at("2026-03-12T00:00"), NEW_YORK));
    }
}
