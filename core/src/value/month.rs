//! A month is written `2026-03`; it has a first and a last day, and is never a day itself.

use std::fmt;

use chrono::{Datelike, Months, NaiveDate};

use super::day::digits;

/// A calendar month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(NaiveDate);

impl Month {
    /// The month of a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self(day.with_day(1).unwrap_or(day))
    }

    /// Its first day.
    #[must_use]
    pub const fn first_day(self) -> NaiveDate {
        self.0
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.next().0.pred_opt().unwrap_or(self.0)
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.checked_add_months(Months::new(1)).unwrap_or(self.0))
    }

    /// The month of this index.
    #[must_use]
    pub fn at(index: i32) -> Option<Self> {
        NaiveDate::from_ymd_opt(index.div_euclid(12), index.rem_euclid(12).cast_unsigned() + 1, 1).map(Self)
    }

    /// How many months lie between the start of the calendar and this one; never negative in a four-digit year.
    #[must_use]
    pub fn index(self) -> i32 {
        self.0.year() * 12 + self.0.month0().cast_signed()
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), self.0.month())
    }
}

/// The month that a trimmed cell states.
#[must_use]
pub fn parse_month(text: &str) -> Option<Month> {
    let &[y1, y2, y3, y4, b'-', m1, m2] = text.as_bytes() else { return None };
    let year = digits([y1, y2])? * 100 + digits([y3, y4])?;
    NaiveDate::from_ymd_opt(year.cast_signed(), digits([m1, m2])?, 1).map(Month)
}

#[cfg(test)]
mod tests {
    use super::super::parse_day;
    use super::*;

    #[test]
    fn knows_its_days_and_its_neighbour() {
        let month = parse_month("2027-12").unwrap();
        assert_eq!(month.last_day(), parse_day("2027-12-31").unwrap());
        assert_eq!(month.next().to_string(), "2028-01");
        assert_eq!(month.next().next().last_day(), parse_day("2028-02-29").unwrap());
        assert_eq!(Month::of(parse_day("2027-12-24").unwrap()), month);
        assert_eq!(Month::at(month.index()), Some(month));
        for text in ["2026-00", "2026-13", "2026-3", "2026-03-01", ""] {
            assert_eq!(parse_month(text), None, "{text}");
        }
    }
}
