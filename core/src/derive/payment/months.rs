//! The months that a file has a row for, and the rows that tables have for a month.

use std::collections::BTreeMap;

use crate::table::{Row, Table};
use crate::value::{Day, Month, gathered};

/// The months from that of a contract's first day to the last that is over by the end of a day.
pub(super) fn finished(effective_from: Day, day: Day) -> impl Iterator<Item = Month> {
    let first = Month::of(effective_from);
    std::iter::successors(Some(first), |month| Some(month.next()).filter(|next| next > month))
        .take_while(move |month| month.last_day() <= day)
}

/// The row of each month, in a table that has one.
pub(super) fn one_row_each(table: &Table) -> BTreeMap<Month, Row> {
    let month = table.column("pilot_month");
    gathered(table.rows().filter_map(|row| Some((month.month(row)?, row))))
}

/// How many rows a table has for each month.
pub(super) fn rows_counted(table: &Table) -> BTreeMap<Month, u64> {
    let (month, mut counts) = (table.column("pilot_month"), BTreeMap::new());
    table.for_each_row(|row| {
        if let Some(month) = month.month(row) {
            *counts.entry(month).or_default() += 1;
        }
    });
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::parse_day;

    #[test]
    fn a_month_has_a_row_once_it_is_over() {
        let until = |day| {
            let months = finished(parse_day("2026-01-15").unwrap(), parse_day(day).unwrap());
            months.map(|month| month.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(until("2026-02-27"), ["2026-01"]);
        assert_eq!(until("2026-02-28"), ["2026-01", "2026-02"]);
        assert!(until("2025-12-31").is_empty());
        assert_eq!(finished(parse_day("9999-11-01").unwrap(), parse_day("9999-12-31").unwrap()).count(), 2);
    }
}
