//! Numbers dressed by a spreadsheet: a currency's sign, thousands apart, brackets for a minus, a fraction of nothing.

use super::cells::{A_HABIT, Cells, plural};
use crate::dataset::Kind;
use crate::value::{parse_count, parse_money};

/// Undresses the numbers of a column that are all dressed alike.
pub(super) fn judge(cells: &mut Cells<'_>) {
    let read = if cells.kind() == Kind::Count { counts(cells) } else { amounts(cells) };
    if let Some(read) = read {
        cells.replace(read, |count, first, number| {
            format!("Read {} as plain numbers, the first “{first}” as {number}.", plural(count, "cell"))
        });
    }
}

fn counts(cells: &Cells<'_>) -> Option<Vec<String>> {
    cells.reread(|text| {
        let whole = text.split_once('.').filter(|(_, rest)| !rest.is_empty() && rest.bytes().all(|b| b == b'0'));
        let whole = ungrouped(whole.map_or(text, |(whole, _)| whole), ',')?;
        parse_count(&whole).map(|_| whole)
    })
}

/// Amounts: with a dollar's sign before each; or with thousands apart, where that can mean nothing else; or with a
/// decimal comma.
fn amounts(cells: &Cells<'_>) -> Option<Vec<String>> {
    let is_grouped = |text: &str| text.contains(',') && (text.contains('.') || text.matches(',').count() > 1);
    let is_comma = |text: &str| text.rsplit_once(',').is_some_and(|(_, cents)| matches!(cents.len(), 1 | 2));
    let is_certain = cells.all(|text| text.contains('$')) || cells.all(in_brackets_or_plain);
    if is_certain || cells.count(is_grouped) >= A_HABIT {
        let read = cells.reread(|text| amount(text, ',', '.'));
        if read.is_some() {
            return read;
        }
    }
    (cells.count(is_comma) >= A_HABIT).then(|| cells.reread(|text| amount(text, '.', ','))).flatten()
}

fn in_brackets_or_plain(text: &str) -> bool {
    parse_money(text).is_some() || text.starts_with('(')
}

/// A plain number of a dressed one.
fn amount(text: &str, thousands: char, decimal: char) -> Option<String> {
    let bracketed = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    let text = bracketed.unwrap_or(text).trim();
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let is_negative = bracketed.is_some() || unsigned.len() < text.len();
    let (unsigned, is_dollars) = unsigned.strip_prefix('$').map_or((unsigned, false), |rest| (rest.trim_start(), true));
    let after = unsigned.strip_prefix('-').filter(|_| is_dollars);
    let (whole, fraction) = match after.unwrap_or(unsigned).split_once(decimal) {
        Some((whole, fraction)) => (whole, format!(".{fraction}")),
        None => (after.unwrap_or(unsigned), String::new()),
    };
    let sign = if is_negative || after.is_some() { "-" } else { "" };
    let plain = format!("{sign}{}{fraction}", ungrouped(whole, thousands)?);
    parse_money(&plain).map(|_| plain)
}

/// Digits without what parts their thousands, where it stands before every three of them or nowhere.
fn ungrouped(digits: &str, thousands: char) -> Option<String> {
    let mut groups = digits.split(thousands);
    let first = groups.next()?;
    let rest: Vec<_> = groups.collect();
    let is_sound = rest.is_empty() || (matches!(first.len(), 1..=3) && rest.iter().all(|group| group.len() == 3));
    is_sound.then(|| rest.iter().fold(first.to_owned(), |all, group| all + group))
}
