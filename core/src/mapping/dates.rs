//! The forms in which dates are written, once somebody says which it is; never told from a date that could be two.

use crate::notation::words::words;
use crate::value::Day;

words! {
    /// A form in which the dates of a column are written. Days and months may have one digit, and any of `/ - .`
    /// and the blank may stand between the parts.
    pub enum DateForm {
        /// As 2026-01-31.
        YearMonthDay = "YYYY-MM-DD",
        /// As 01/31/2026, in the United States.
        MonthDayYear = "MM/DD/YYYY",
        /// As 31/01/2026, nearly everywhere else.
        DayMonthYear = "DD/MM/YYYY",
        /// As 20260131.
        Compact = "YYYYMMDD",
        /// As 01312026.
        CompactMonthFirst = "MMDDYYYY",
        /// As 31-Jan-2026.
        DayNameYear = "DD-MMM-YYYY",
        /// As Jan 31, 2026.
        NameDayYear = "MMM DD, YYYY",
    }
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

impl DateForm {
    /// The last of January 2026 in this form.
    #[must_use]
    pub const fn example(self) -> &'static str {
        match self {
            Self::YearMonthDay => "2026-01-31",
            Self::MonthDayYear => "01/31/2026",
            Self::DayMonthYear => "31/01/2026",
            Self::Compact => "20260131",
            Self::CompactMonthFirst => "01312026",
            Self::DayNameYear => "31-Jan-2026",
            Self::NameDayYear => "Jan 31, 2026",
        }
    }

    /// The day that a text of this form states.
    #[must_use]
    pub fn read(self, text: &str) -> Option<Day> {
        if let Self::Compact | Self::CompactMonthFirst = self {
            let plain = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
            let cuts = if self == Self::Compact { [(0, 4), (4, 6), (6, 8)] } else { [(4, 8), (0, 2), (2, 4)] };
            let [year, month, day] = cuts.map(|(start, end)| text.get(start..end).filter(|_| plain));
            return day_of(year?, number(month?)?, day?);
        }
        let is_sign = |c: char| matches!(c, '/' | '-' | '.' | ',') || c.is_whitespace();
        let mut parts = text.split(is_sign).filter(|part| !part.is_empty());
        let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        match self {
            Self::YearMonthDay => day_of(first, number(second)?, third),
            Self::MonthDayYear => day_of(third, number(first)?, second),
            Self::DayMonthYear => day_of(third, number(second)?, first),
            Self::DayNameYear => day_of(third, named(second)?, first),
            Self::NameDayYear => day_of(third, named(first)?, second),
            Self::Compact | Self::CompactMonthFirst => None,
        }
    }
}

fn day_of(year: &str, month: u32, day: &str) -> Option<Day> {
    Day::from_ymd_opt(number(Some(year).filter(|year| year.len() == 4)?)?.try_into().ok()?, month, number(day)?)
}

fn number(digits: &str) -> Option<u32> {
    Some(digits).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok()
}

/// A month by its English name or its first three letters.
fn named(word: &str) -> Option<u32> {
    let start = word.get(..3)?.to_ascii_lowercase();
    let place = MONTHS.iter().position(|month| *month == start)?;
    u32::try_from(place + 1).ok()
}

impl serde::Serialize for DateForm {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_in_the_form_that_was_said_and_in_no_other() {
        let day = Day::from_ymd_opt(2026, 1, 31);
        for &form in DateForm::ALL {
            assert_eq!(form.read(form.example()), day, "{}", form.name());
        }
        assert_eq!(DateForm::MonthDayYear.read("1-31-2026"), day);
        assert_eq!(DateForm::MonthDayYear.read("31/01/2026"), None);
        assert_ne!(DateForm::MonthDayYear.read("03/04/2026"), DateForm::DayMonthYear.read("03/04/2026"));
        for text in ["", "01/31/26", "01/31/2026 08:00", "Jan 2026", "2026013", "日本/01/2026"] {
            assert_eq!(DateForm::ALL.iter().find_map(|form| form.read(text)), None, "{text}");
        }
    }
}
