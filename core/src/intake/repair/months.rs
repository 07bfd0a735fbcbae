//! Months in another form than ours: with one digit, by name, or as their first day.

use super::cells::Cells;
use super::dates::long_year;
use crate::mapping::DateForm;
use crate::value::Month;

/// Reads a month that is written in one way.
type Read = fn(&str) -> Option<Month>;

/// The ways in which months are written, each read as the first day that it then is.
const FORMS: [(&str, Read); 6] = [
    ("YYYY-M", |text| month(DateForm::YearMonthDay, &format!("{text}-1"))),
    ("YYYYMM", |text| month(DateForm::Compact, &format!("{text}01"))),
    ("M/YYYY", |text| month(DateForm::DayMonthYear, &format!("1/{text}"))),
    ("Mon YYYY", |text| month(DateForm::DayNameYear, &long_year(&format!("1 {text}")))),
    ("YYYY-MM-DD", |text| month(DateForm::YearMonthDay, text)),
    ("M/D/YYYY", |text| month(DateForm::MonthDayYear, text)),
];

/// The month whose first day a text states.
fn month(form: DateForm, text: &str) -> Option<Month> {
    let day = super::dates::read(form, text)?;
    Some(Month::of(day)).filter(|month| month.first_day() == day)
}

/// Reads the months of a column that has one other form.
pub(super) fn judge(cells: &mut Cells<'_>) {
    for (form, month) in FORMS {
        if let Some(read) = cells.reread(|text| month(text).map(|month| month.to_string())) {
            return cells.replace(read, |count, first, month| {
                format!("Read {count} months written as {form}, the first “{first}” as {month}.")
            });
        }
    }
}
