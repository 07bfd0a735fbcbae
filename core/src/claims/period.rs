//! A period is a month, a quarter or a year, known by its number since the start of the calendar.

use chrono::Datelike;

use crate::contract::Grain;
use crate::value::{Day, Month};

/// The periods of one length.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Periods(pub(super) Grain);

impl Periods {
    /// The period in which a day lies.
    #[inline]
    pub(crate) fn of(self, day: Day) -> i32 {
        (day.year() * 12 + day.month0().cast_signed()).div_euclid(self.months())
    }

    /// The last period that is over by the end of a day.
    pub(crate) fn last_ended(self, day: Day) -> i32 {
        day.succ_opt().map_or(self.of(day), |next| self.of(next) - 1)
    }

    /// A period's last day.
    pub(crate) fn last_day(self, period: i32) -> Option<Day> {
        Month::at((period + 1) * self.months() - 1).map(Month::last_day)
    }

    /// A period as people write it: `2026-03`, `2026-Q1`, `2026`.
    pub(crate) fn name(self, period: i32) -> String {
        match self.0 {
            Grain::Month => Month::at(period).map_or_else(|| period.to_string(), |month| month.to_string()),
            Grain::Quarter => format!("{:04}-Q{}", period.div_euclid(4), period.rem_euclid(4) + 1),
            Grain::Year => format!("{period:04}"),
        }
    }

    const fn months(self) -> i32 {
        match self.0 {
            Grain::Month => 1,
            Grain::Quarter => 3,
            Grain::Year => 12,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::parse_day;

    #[test]
    fn a_period_is_over_at_the_end_of_its_last_day() {
        for (grain, day, last, name) in [
            (Grain::Month, "2026-02-27", "2026-01-31", "2026-01"),
            (Grain::Month, "2026-02-28", "2026-02-28", "2026-02"),
            (Grain::Quarter, "2026-03-30", "2025-12-31", "2025-Q4"),
            (Grain::Quarter, "2026-03-31", "2026-03-31", "2026-Q1"),
            (Grain::Year, "2026-12-30", "2025-12-31", "2025"),
            (Grain::Year, "2026-12-31", "2026-12-31", "2026"),
        ] {
            let (periods, day) = (Periods(grain), parse_day(day).unwrap());
            let period = periods.last_ended(day);
            assert_eq!((periods.last_day(period), periods.name(period)), (parse_day(last), name.to_owned()), "{day}");
        }
    }
}
