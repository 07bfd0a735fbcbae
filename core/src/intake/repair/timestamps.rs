//! Moments in another form than ours: the date as dates are read, the time with or without AM and PM.

use super::cells::{Cells, plural};
use super::dates::{Habits, Reading, either, long_year, parted, read};
use crate::mapping::DateForm;
use crate::value::without_offset;

/// Reads the moments of a column whose dates have one form.
pub(super) fn judge(cells: &mut Cells<'_>, habits: &Habits) {
    if !cells.all(|text| parted(text).is_some_and(|(_, time)| clock_time(time).is_some())) {
        return;
    }
    match Reading::of(cells).among(habits) {
        Reading::Told(form) => {
            let Some(read) = cells.reread_from(habits.enough(form), |text| moment(form, text)) else { return };
            cells.replace(read, |count, first, moment| {
                format!(
                    "Read {} written as {} h:mm, the first “{first}” as {moment}.",
                    plural(count, "time"),
                    form.name()
                )
            });
        }
        Reading::Either(one, other) => either(cells, one, other),
        Reading::Unknown => {}
    }
}

/// A moment as ours are written; one that is ours already is left as it is.
fn moment(form: DateForm, text: &str) -> Option<String> {
    let (date, time) = parted(text)?;
    let day = read(form, &long_year(date))?;
    let ours = format!("{day}T{}", clock_time(time)?);
    Some(if ours == text.replacen(' ', "T", 1) { text.to_owned() } else { ours })
}

/// A time of day as `hh:mm` or `hh:mm:ss`, with what stood after the seconds.
fn clock_time(text: &str) -> Option<String> {
    let upper = text.to_ascii_uppercase();
    let (plain, offset) = without_offset(&upper);
    let (time, half) = match (plain.strip_suffix("AM"), plain.strip_suffix("PM")) {
        (Some(time), _) => (time.trim_end(), Some(0)),
        (_, Some(time)) => (time.trim_end(), Some(12)),
        _ => (plain, None),
    };
    let (hour, rest) = time.split_once(':')?;
    let hour: u32 = Some(hour).filter(|hour| hour.len() <= 2)?.parse().ok()?;
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        None if hour < 24 => hour,
        _ => return None,
    };
    let two_digits = |part: &str| part.len() == 2 && part.parse().is_ok_and(|number: u32| number < 60);
    rest.split('.').next()?.split(':').all(two_digits).then(|| format!("{hour:02}:{rest}{offset}"))
}
