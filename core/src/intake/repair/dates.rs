//! Dates in another form than ours, read where only one form makes days of a whole column; a date that could be two
//! is told and left.

use std::borrow::Cow;

use super::super::inspect::is_of_form;
use super::cells::{A_HABIT, Cells, plural};
use crate::dataset::Kind;
use crate::mapping::DateForm;
use crate::value::Day;

/// Excel's day numbers that are worth the thought: from 1927 to 2119.
const SERIALS: std::ops::RangeInclusive<u32> = 10_000..=80_000;
/// The years that two digits may stand for: those of pilots, and never of births.
const SHORT_YEARS: std::ops::RangeInclusive<u32> = 15..=39;

/// The forms that some column of a file is written in, as that column alone shows: an export has one form for all.
pub(super) struct Habits(Vec<DateForm>);

impl Habits {
    pub(super) fn of<'c>(columns: impl Iterator<Item = &'c Cells<'c>>) -> Self {
        let dated = columns.filter(|cells| matches!(cells.kind(), Kind::Date | Kind::Timestamp));
        let told = dated.filter_map(|cells| match Reading::of(cells) {
            Reading::Told(form) => cells.is_habit(|text| !is_of_form(cells.kind(), text)).then_some(form),
            Reading::Either(..) | Reading::Unknown => None,
        });
        Self(told.collect())
    }

    /// The one of two forms that the file has elsewhere.
    fn choose(&self, one: DateForm, other: DateForm) -> Option<DateForm> {
        match [one, other].map(|form| self.0.contains(&form)) {
            [true, false] => Some(one),
            [false, true] => Some(other),
            _ => None,
        }
    }

    /// How many dates of a form show that the column has it.
    pub(super) fn enough(&self, form: DateForm) -> usize {
        if self.0.contains(&form) { 1 } else { A_HABIT }
    }
}

/// What a column's dates can be read as.
pub(super) enum Reading {
    /// One form, in which every cell is a day.
    Told(DateForm),
    /// Two forms that give different days.
    Either(DateForm, DateForm),
    /// None.
    Unknown,
}

impl Reading {
    /// Which forms make a day of every date.
    pub(super) fn of(cells: &Cells<'_>) -> Self {
        let day = |form: DateForm, text: &str| read(form, &date_of(cells, text));
        let days = |form: DateForm| cells.texts().map(|text| day(form, &text)).collect::<Option<Vec<_>>>();
        let mut told: Option<(DateForm, Vec<Day>)> = None;
        for &form in DateForm::ALL {
            match (&told, days(form)) {
                (None, Some(days)) => told = Some((form, days)),
                (Some((first, same)), Some(days)) if *same != days => return Self::Either(*first, form),
                _ => {}
            }
        }
        told.map_or(Self::Unknown, |(form, _)| Self::Told(form))
    }

    /// The same, where the file's other dates choose between two forms.
    pub(super) fn among(self, habits: &Habits) -> Self {
        match self {
            Self::Either(one, other) => habits.choose(one, other).map_or(self, Self::Told),
            told => told,
        }
    }
}

/// Reads the dates of a column that has one other form, and a midnight after them as nothing.
pub(super) fn judge(cells: &mut Cells<'_>, habits: &Habits) {
    match Reading::of(cells).among(habits) {
        Reading::Told(form) => {
            let day = |text: &str| read(form, &date_of(cells, text)).map(|day| day.to_string());
            let Some(read) = cells.reread_from(habits.enough(form), day) else { return };
            cells.replace(read, |count, first, day| {
                format!("Read {} written as {}, the first “{first}” as {day}.", plural(count, "date"), form.name())
            });
        }
        Reading::Either(one, other) => either(cells, one, other),
        Reading::Unknown => serials(cells),
    }
}

/// The date in a cell, with all digits of its year.
fn date_of<'c>(cells: &Cells<'_>, text: &'c str) -> Cow<'c, str> {
    let date = match cells.kind() {
        Kind::Timestamp => parted(text).map_or(text, |(date, _)| date),
        _ => without_midnight(text),
    };
    // Of a birth nobody can tell the century.
    if cells.column().name == "birth_date" { Cow::Borrowed(date) } else { long_year(date) }
}

/// Says which two days a date may be. One cell alone is its own finding.
pub(super) fn either(cells: &mut Cells<'_>, one: DateForm, other: DateForm) {
    if cells.count(|_| true) < A_HABIT {
        return;
    }
    let days = |text: &str| [one, other].map(|form| read(form, text).map_or_else(String::new, |day| day.to_string()));
    let example = cells.texts().next().map(|text| days(&date_of(cells, &text)));
    let [first_day, second_day] = example.unwrap_or_default();
    cells.doubt(
        |_| true,
        |count, first| {
            format!(
                "{} may be {} or {}: “{first}” is {first_day} or {second_day}. Nothing was changed: say which in a mapping file, or export them as YYYY-MM-DD.",
                plural(count, "date"), one.name(), other.name(),
            )
        },
    );
}

/// Says that a whole column is day numbers: which system counted them, its file does not say.
fn serials(cells: &mut Cells<'_>) {
    if cells.count(|_| true) >= A_HABIT && cells.all(|text| day_of_serial(text).is_some()) {
        cells.doubt(
            |_| true,
            |count, first| {
                let day = day_of_serial(first).map_or_else(String::new, |day| day.to_string());
                format!("{count} dates are a spreadsheet's day numbers: {first} is {day}, or 1,462 days later where the workbook counts from 1904. Format the column as a date and export it again.")
            },
        );
    }
}

/// The day of a spreadsheet's day number, in the system that counts from 1900.
pub(in crate::intake) fn day_of_serial(text: &str) -> Option<Day> {
    let plain = text.strip_suffix(".0").unwrap_or(text);
    let number = plain.parse().ok().filter(|number| plain.len() == 5 && SERIALS.contains(number))?;
    // The system counts a 29 February 1900 that never was.
    Day::from_ymd_opt(1899, 12, 30)?.checked_add_days(chrono::Days::new(u64::from(number)))
}

/// The day of a date in a form; nobody dates anything before 1900.
pub(super) fn read(form: DateForm, text: &str) -> Option<Day> {
    form.read(text).filter(|day| chrono::Datelike::year(day) >= 1900)
}

/// A date whose time says nothing.
fn without_midnight(text: &str) -> &str {
    let Some((date, time)) = parted(text) else { return text };
    let time = time.strip_suffix('Z').unwrap_or(time);
    let time = time.split_once('.').filter(|(_, rest)| rest.bytes().all(|b| b == b'0')).map_or(time, |(time, _)| time);
    let midnights = ["0:00", "00:00", "0:00:00", "00:00:00", "12:00 AM", "12:00:00 AM"];
    if midnights.contains(&time) { date } else { text }
}

/// A date and a time of day, where a text has both.
pub(super) fn parted(text: &str) -> Option<(&str, &str)> {
    let time = text[..text.find(':')?].rfind(|c: char| !c.is_ascii_digit())?;
    let (date, time) = text.split_at(time);
    Some((date.trim_end(), time.strip_prefix(['T', ' '])?))
}

/// A date whose year may have two digits, with all four.
pub(super) fn long_year(date: &str) -> Cow<'_, str> {
    let mark = date.char_indices().rfind(|(_, c)| !c.is_ascii_digit());
    let cut = mark.map_or(0, |(at, c)| at + c.len_utf8());
    let year = date[cut..].parse().ok().filter(|year| date.len() - cut == 2 && SHORT_YEARS.contains(year));
    let is_apart = date.contains('/') || date.bytes().any(|byte| byte.is_ascii_alphabetic());
    match year {
        Some(year) if is_apart && !starts_with_year(date) => Cow::Owned(format!("{}20{year}", &date[..cut])),
        _ => Cow::Borrowed(date),
    }
}

fn starts_with_year(date: &str) -> bool {
    date.bytes().take_while(u8::is_ascii_digit).count() > 2
}
