//! The end of a limit: an instant, or a whole day; a day is never over before its last moment.

use chrono::{Days, NaiveTime, TimeDelta};

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
        self.after_instant(clock.moment(start.and_time(NaiveTime::MIN)), calendar, clock)
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
            Self::EndOf(day) => clock.moment((day + Days::new(1)).and_time(NaiveTime::MIN)) - TimeDelta::seconds(1),
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
