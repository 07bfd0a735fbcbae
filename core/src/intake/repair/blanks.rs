//! Words that stand for an empty cell, and days that stand for none: each is certain by itself, wherever it stands.
//! Codes and texts are left alone: a list may have `none` in it.

use std::ops::Range;

use super::cells::{Cells, plural};
use crate::dataset::{Column, Kind};
use crate::value::parse_day;

/// What people and programs write where there is nothing.
const WORDS: [&str; 9] = ["N/A", "n/a", "#N/A", "NULL", "null", "-", "--", ".", "NaN"];
/// How long the longest of them is, in quotes and with blanks.
const LONGEST: usize = 8;

/// Far days that mean *never*, in the forms that are not read as days, with the day that each is.
const NEVER: [(&str, &str); 6] = [
    ("99991231", "9999-12-31"),
    ("12/31/9999", "9999-12-31"),
    ("31/12/9999", "9999-12-31"),
    ("22991231", "2299-12-31"),
    ("12/31/2299", "2299-12-31"),
    ("31/12/2299", "2299-12-31"),
];

/// Whether a cell, as it lies in the file, may be such a word or such a day. Most are too long for the one, and have
/// a dash where the others have none, so that little is read.
#[inline]
pub(super) fn may_be(text: &str, cell: Range<usize>, can_be_far: bool) -> bool {
    match cell.len() {
        0 => false,
        1..=LONGEST => is_word(text, cell.clone()) || (can_be_far && is_far(text, cell)),
        _ => can_be_far && text.as_bytes().get(cell.start + 4) != Some(&b'-') && is_far(text, cell),
    }
}

fn is_word(text: &str, cell: Range<usize>) -> bool {
    let begins_with_a_digit = text.as_bytes().get(cell.start).is_some_and(u8::is_ascii_digit);
    !begins_with_a_digit && text.get(cell).is_some_and(|raw| WORDS.contains(&bare(raw)))
}

fn is_far(text: &str, cell: Range<usize>) -> bool {
    text.get(cell).is_some_and(|raw| NEVER.iter().any(|(word, _)| *word == bare(raw)))
}

fn bare(raw: &str) -> &str {
    raw.trim_matches(['"', ' '])
}

/// Whether a column says until when something holds.
pub(super) fn ends(column: &Column) -> bool {
    column.kind == Kind::Date && (column.name.contains("end_") || column.name.ends_with("_to"))
}

/// Empties the cells that say that they are empty, and reads far days as days where they are not the column's own form.
pub(super) fn judge(cells: &mut Cells<'_>) {
    if matches!(cells.kind(), Kind::Code | Kind::OneOf(_) | Kind::Text) {
        return;
    }
    let empty = |text: &str| (text.len() <= LONGEST && WORDS.contains(&text)).then(String::new);
    cells.change(empty, |count, first, _| format!("Read {} as empty, the first “{first}”.", plural(count, "cell")));
    let never = |text: &str| NEVER.iter().find(|(word, _)| *word == text).map(|(_, day)| (*day).to_owned());
    if ends(cells.column()) && cells.all(|text| never(text).is_some() || parse_day(text).is_some()) {
        cells.change(never, |count, first, day| {
            format!("Read {} as an open end, the first “{first}” as {day}.", plural(count, "cell"))
        });
    }
}
