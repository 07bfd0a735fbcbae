//! Days, months and minutes of the sample's quarter; whoever knows the calendar of 2026 can check every one.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime};

/// A day of the calendar, written as the days of this crate are: at its place, by hand.
pub(crate) const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

pub(crate) fn days_before(day: NaiveDate, days: u32) -> NaiveDate {
    day - Days::new(days.into())
}

pub(crate) fn days_after(day: NaiveDate, days: u32) -> NaiveDate {
    day + Days::new(days.into())
}

/// The days from the earlier to the later.
pub(crate) fn days_between(earlier: NaiveDate, later: NaiveDate) -> u32 {
    (later - earlier).num_days().unsigned_abs() as u32
}

/// A minute of a day.
pub(crate) fn at(day: NaiveDate, hour: u32, minute: u32) -> NaiveDateTime {
    day.and_time(NaiveTime::from_hms_opt(hour, minute, 0).expect("a time of day"))
}

/// As people write a minute.
pub(crate) fn minute(moment: NaiveDateTime) -> String {
    moment.format("%Y-%m-%dT%H:%M").to_string()
}

/// As tables write the month of a day.
pub(crate) fn month_of(day: NaiveDate) -> String {
    day.format("%Y-%m").to_string()
}

pub(crate) fn first_of_month(day: NaiveDate) -> NaiveDate {
    day - Days::new(day.day0().into())
}

pub(crate) fn days_in_month(day: NaiveDate) -> u32 {
    let first = first_of_month(day);
    days_between(first, first + Months::new(1))
}
