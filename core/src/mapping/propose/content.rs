//! What the cells of a column can be: how many of them read as one kind of value, in whatever form it is written.

use super::agreed::Agreed;
use crate::dataset::Kind;
use crate::mapping::DateForm;
use crate::value::{parse_count, parse_day, parse_money, parse_month, parse_pct};

/// Of fewer dates none may be wrong.
const FEW: usize = 3;

/// What a column's content says about being of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Verdict {
    /// Most of it cannot be.
    Against,
    /// It tells nothing: there is none, or anything could look like it.
    Silent,
    /// Nearly all of it can be.
    For,
}

/// Holds the cells of a column, none empty, against a kind. `agreed` are its values, where it has a list.
pub(super) fn verdict<'c>(kind: Kind, agreed: Option<&Agreed>, cells: impl Iterator<Item = &'c str>) -> Verdict {
    let (mut all, mut fitting) = (0_usize, 0_usize);
    for cell in cells {
        all += 1;
        fitting += usize::from(fits(kind, agreed, cell));
    }
    let speaks = !matches!(kind, Kind::Text | Kind::Id | Kind::Code) || agreed.is_some();
    match fitting * 100 {
        _ if all == 0 => Verdict::Silent,
        share if share < all * 50 => Verdict::Against,
        share if share >= all * 90 && speaks => Verdict::For,
        _ => Verdict::Silent,
    }
}

fn fits(kind: Kind, agreed: Option<&Agreed>, cell: &str) -> bool {
    let is_date = || parse_day(cell).is_some() || DateForm::ALL.iter().any(|form| form.read(cell).is_some());
    match kind {
        Kind::Text => true,
        Kind::Id => cell.len() <= 64 && !(cell.contains(['/', '$', '%']) || (is_date() && parse_count(cell).is_none())),
        Kind::Code | Kind::OneOf(_) => match agreed {
            Some(agreed) => agreed.meaning(cell).is_some(),
            None => cell.len() <= 64 && !(is_date() && cell.len() > 4),
        },
        Kind::Date => is_date(),
        Kind::Timestamp => is_moment(cell),
        Kind::Month => parse_month(cell).is_some() || is_date() || is_month(cell),
        Kind::Count => parse_count(cell).is_some(),
        Kind::Money => parse_money(&bare(cell)).is_some(),
        Kind::Pct => parse_pct(cell).is_some(),
    }
}

/// A date with a time behind it.
fn is_moment(cell: &str) -> bool {
    let Some((date, time)) = cell.split_once(['T', ' ']) else { return false };
    let is_date = parse_day(date).is_some() || DateForm::ALL.iter().any(|form| form.read(date).is_some());
    is_date && time.contains(':')
}

/// A month and a year, as 03/2026, 202603 or Mar 2026.
fn is_month(cell: &str) -> bool {
    let is_year = |part: &str| part.len() == 4 && (1900..2200).contains(&part.parse().unwrap_or(0));
    let is_month = |part: &str| (1..=12).contains(&part.parse().unwrap_or(0));
    let parts: Vec<_> = cell.split(['/', '-', '.', ' ']).filter(|part| !part.is_empty()).collect();
    match parts[..] {
        [one] => one.get(..4).is_some_and(is_year) && one.get(4..).is_some_and(is_month),
        [first, year] => is_year(year) && (is_month(first) || first.chars().all(char::is_alphabetic)),
        _ => false,
    }
}

/// A sum of money without what stands about its digits.
fn bare(cell: &str) -> String {
    let inside = cell.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inside.unwrap_or(cell).chars().filter(|c| !matches!(c, '$' | ',' | ' ')).collect()
}

/// The forms in which the cells of a date column can be written, where not all are in the tables' own form. A day that never
/// was is no reason to read no other: where no form reads every cell, those count that read nearly all.
pub(super) fn date_forms<'c>(cells: &(impl Iterator<Item = &'c str> + Clone)) -> Vec<DateForm> {
    let date = |cell: &'c str| {
        cell.split_once(['T', ' ']).filter(|(_, time)| time.contains(':')).map_or(cell, |(date, _)| date)
    };
    let mut odd = cells.clone().filter(|cell| parse_day(date(cell)).is_none() && parse_month(cell).is_none());
    if odd.next().is_none() {
        return Vec::new();
    }
    let all = cells.clone().count();
    let read = |&form: &DateForm| (form, cells.clone().filter(|cell| form.read(date(cell)).is_some()).count());
    let read: Vec<_> = DateForm::ALL.iter().map(read).collect();
    let with = |most_unread: usize| {
        let forms = read.iter().filter(|(_, count)| *count > 0 && all - count <= most_unread);
        forms.map(|&(form, _)| form).collect::<Vec<_>>()
    };
    let whole = with(0);
    let is_own = || cells.clone().filter(|cell| parse_day(date(cell)).is_some()).count() * 2 > all;
    if whole.is_empty() && all >= FEW && !is_own() { with((all / 10).max(1)) } else { whole }
}
