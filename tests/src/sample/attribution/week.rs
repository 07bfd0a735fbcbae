//! The days and minutes of the two weeks that are judged together, and of the months behind them.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::agreement::FEED_MAX_AGE_DAYS;
use super::fault::WeekFault;
use super::person::Term;
use crate::sample::calendar::{at, day, days_after, days_before};
use crate::sample::draw::Draw;
use crate::sample::fault::FaultPlan;

/// The week of the newest roster, and when its work was done.
#[derive(Debug, Clone, Copy)]
pub(super) struct Week {
    pub(super) roster_day: NaiveDate,
    /// The newest day of the feed that the list was made from.
    pub(super) feed_until: NaiveDate,
    pub(super) release: NaiveDateTime,
}

impl Week {
    pub(super) fn new(faults: &FaultPlan) -> Self {
        let roster_day = day(2026, 3, if faults.has(WeekFault::MadeOnAnotherDay) { 17 } else { 16 });
        let release = at(day(2026, 3, if faults.has(WeekFault::ListedOnAnotherDay) { 19 } else { 18 }), 11, 20);
        let stale_days = if faults.has(WeekFault::FeedStale) { FEED_MAX_AGE_DAYS + 1 } else { 0 };
        Self { roster_day, feed_until: days_before(release.date(), stale_days), release }
    }

    /// The days on which what is true of people must stay true.
    pub(super) fn term(self) -> Term {
        Term { first: self.roster_day, last: Self::today() }
    }

    /// When the first list and roster before this one were reviewed.
    pub(super) fn review_before() -> NaiveDate {
        day(2026, 3, 10)
    }

    pub(super) fn review() -> NaiveDate {
        day(2026, 3, 17)
    }

    /// The last day on which a first review is in time.
    pub(super) fn last_review() -> NaiveDate {
        day(2026, 3, 18)
    }

    pub(super) fn huddle_close() -> NaiveDateTime {
        at(day(2026, 3, 19), 15, 30)
    }

    /// The day on which all of it is judged.
    pub(super) fn today() -> NaiveDate {
        day(2026, 3, 20)
    }

    /// The reviews in which people came in, oldest first.
    pub(super) fn intakes() -> [NaiveDate; 4] {
        [day(2026, 1, 6), day(2026, 2, 3), Self::review_before(), Self::review()]
    }

    /// The moment at which each month was locked.
    pub(super) fn locks() -> [NaiveDateTime; 3] {
        [day(2026, 1, 30), day(2026, 2, 27), day(2026, 3, 19)].map(|day| at(day, 9, 0))
    }

    /// When somebody's assignment or escalation was validated: that afternoon, or before the huddle closes.
    pub(super) fn validation(self, draw: &mut Draw) -> NaiveDateTime {
        let close = Self::huddle_close();
        let same_day = self.release.date() == close.date();
        let (from, minutes) = match draw.percent(60) {
            _ if same_day => (self.release, 230),
            true => (self.release, 360),
            false => (at(close.date(), 8, 0), 450),
        };
        from + TimeDelta::minutes(draw.between(10, minutes).into())
    }

    pub(super) fn window_first_day(self) -> NaiveDate {
        days_before(self.release.date(), super::agreement::WINDOW_DAYS - 1)
    }

    pub(super) fn day_after_release(self) -> NaiveDate {
        days_after(self.release.date(), 1)
    }
}
