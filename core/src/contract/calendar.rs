//! The days on which both sides work and meet; a weekend or a holiday is never a business day.

use chrono::{Datelike, Days, NaiveTime, Weekday};

use crate::notation::reading::section;
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

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::value::parse_day;

    /// Business days are Monday to Friday. Monday 25 May and Friday 3 July 2026 are holidays; the huddle is on Fridays until four.
    pub(in crate::contract) fn calendar() -> Calendar {
        use Weekday::{Fri, Mon, Thu, Tue, Wed};
        Calendar {
            business_days: vec![Mon, Tue, Wed, Thu, Fri],
            holidays: vec![day("2026-05-25"), day("2026-07-03")],
            roster_day: Some(Mon),
            priority_list_day: None,
            huddle: Some(Huddle { day: Fri, closes: NaiveTime::from_hms_opt(16, 0, 0).unwrap() }),
            committee_meetings: vec![day("2026-03-25"), day("2026-04-29")],
        }
    }

    pub(in crate::contract) fn day(text: &str) -> Day {
        parse_day(text).unwrap()
    }

    #[test]
    fn business_days_leave_out_weekends_and_holidays() {
        let calendar = calendar();
        for (from, count, last) in [
            ("2026-05-22", 1, "2026-05-26"), // Friday before a holiday weekend
            ("2026-05-23", 1, "2026-05-26"),
            ("2026-05-25", 2, "2026-05-27"),
            ("2026-07-01", 5, "2026-07-09"),
            ("2026-05-23", 0, "2026-05-23"),
        ] {
            assert_eq!(calendar.business_days_after(day(from), count), day(last), "{count} after {from}");
        }
    }

    #[test]
    fn weekly_work_moves_on_from_a_holiday() {
        let calendar = calendar();
        for (date, due, expected) in [
            ("2026-05-21", Weekday::Mon, "2026-05-18"),
            ("2026-05-27", Weekday::Mon, "2026-05-26"), // the Monday is a holiday
            ("2026-05-31", Weekday::Mon, "2026-05-26"), // Sunday ends the week
            ("2026-06-30", Weekday::Fri, "2026-07-06"), // into the week after
            ("2026-06-30", Weekday::Sat, "2026-07-04"), // no business day, but agreed
        ] {
            assert_eq!(calendar.expected_day(day(date), due), day(expected), "{date}");
        }
        assert!(calendar.is_cadence_day(day("2026-05-26"), Weekday::Mon));
        assert!(!calendar.is_cadence_day(day("2026-05-25"), Weekday::Mon));
        assert!(calendar.is_cadence_day(day("2026-07-06"), Weekday::Fri));
        assert!(calendar.is_cadence_day(day("2026-07-10"), Weekday::Fri));
        assert!(!calendar.is_cadence_day(day("2026-07-07"), Weekday::Fri));
    }

    #[test]
    fn the_huddle_closes_strictly_after() {
        let clock = Clock::new(chrono_tz::America::New_York);
        let close = |text| {
            calendar()
                .huddle_close_after(clock.parse(text).unwrap(), clock)
                .map(|close| clock.local(close).to_rfc3339())
        };
        assert_eq!(close("2026-03-06T15:59").unwrap(), "2026-03-06T16:00:00-05:00");
        assert_eq!(close("2026-03-06T16:00").unwrap(), "2026-03-13T16:00:00-04:00"); // the clocks went forward
        assert_eq!(close("2026-07-02T09:00").unwrap(), "2026-07-06T16:00:00-04:00"); // Friday is a holiday
    }

    #[test]
    fn the_committee_meets_on_the_day_or_later() {
        assert_eq!(calendar().meeting_from(day("2026-03-25")), Some(day("2026-03-25")));
        assert_eq!(calendar().meeting_from(day("2026-03-26")), Some(day("2026-04-29")));
        assert_eq!(calendar().meeting_from(day("2026-04-30")), None);
    }
}
