//! The days on which both sides work and meet; a weekend or a holiday is never a business day.

use chrono::{Days, NaiveTime, Weekday};

use super::reading::section;
use crate::value::{Clock, Day, Instant};

section! {
    /// The days on which both sides work and meet.
    pub struct Calendar {
        /// The days of the week on which both sides work.
        pub business_days: Vec<Weekday>,
        /// The days on which they do not, although the week says so.
        pub holidays: Vec<Day> = Vec::new(),
        /// The day of the week on which the roster is made.
        pub roster_day: Option<Weekday>,
        /// The day of the week on which the priority list is released.
        pub priority_list_day: Option<Weekday>,
        /// The weekly meeting at which open cases must be settled.
        pub huddle: Option<Huddle>,
        /// The days on which the committee decides on money, in order.
        pub committee_meetings: Vec<Day> = Vec::new(),
    }
}

section! {
    /// A weekly meeting.
    pub struct Huddle {
        /// Its day of the week.
        pub day: Weekday,
        /// The local time at which it ends.
        pub closes: NaiveTime,
    }
}

impl Calendar {
    /// Whether both sides work on a day.
    #[must_use]
    pub fn is_business_day(&self, day: Day) -> bool {
        use chrono::Datelike as _;
        self.business_days.contains(&day.weekday()) && !self.holidays.contains(&day)
    }

    /// The first business day on or after a day.
    #[must_use]
    pub fn next_business_day(&self, day: Day) -> Day {
        day.iter_days().find(|&day| self.is_business_day(day)).unwrap_or(day)
    }

    /// The last day of so many business days that begin after a day.
    #[must_use]
    pub fn business_days_after(&self, day: Day, count: u16) -> Day {
        let mut business_days = day.iter_days().skip(1).filter(|&day| self.is_business_day(day));
        match usize::from(count).checked_sub(1) {
            None => day,
            Some(before) => business_days.nth(before).unwrap_or(day),
        }
    }

    /// The day on which the weekly work of a day's week, Monday to Sunday, is due: the agreed day
    /// of the week or, where that is a holiday, the next business day, which may lie in the week after.
    #[must_use]
    pub fn expected_day(&self, day: Day, due: Weekday) -> Day {
        let scheduled = day.week(Weekday::Mon).first_day() + Days::new(due.num_days_from_monday().into());
        if self.holidays.contains(&scheduled) { self.next_business_day(scheduled) } else { scheduled }
    }

    /// Whether weekly work is due on a day, of that week or moved over from the one before.
    #[must_use]
    pub fn is_cadence_day(&self, day: Day, due: Weekday) -> bool {
        let last_week = day - Days::new(7);
        self.expected_day(day, due) == day || self.expected_day(last_week, due) == day
    }

    /// The first close of the huddle that comes strictly after an instant.
    #[must_use]
    pub fn huddle_close_after(&self, instant: Instant, clock: Clock) -> Option<Instant> {
        let huddle = self.huddle.as_ref()?;
        let start = clock.day(instant) - Days::new(7);
        let days = start.iter_days().take(22).filter(|&day| self.is_cadence_day(day, huddle.day));
        days.map(|day| clock.moment(day.and_time(huddle.closes))).find(|&close| close > instant)
    }

    /// The first meeting of the committee on or after a day.
    #[must_use]
    pub fn meeting_from(&self, day: Day) -> Option<Day> {
        self.committee_meetings.iter().copied().find(|&meeting| meeting >= day)
    }
}
