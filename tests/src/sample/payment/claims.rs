//! Paid claims whose lag is decided first: every month's claims come in by one pattern, to the cent.

use chrono::{Months, NaiveDate};

use super::money;
use crate::sample::calendar::{day, days_after, days_in_month};
use crate::sample::draw::Draw;
use crate::sample::table::{Table, row};

/// How much of a month's claims is paid in that month, and in each of those after it, in parts of a thousand.
const PAID_BY_AGE: [u32; 5] = [840, 120, 25, 10, 5];
/// What is still to come of a month that has just ended, and of the one before it.
pub(crate) const YOUNG_LAG: &str = "16.00";
pub(crate) const SUPPORTABLE_LAG: &str = "4.00";
/// What a claim comes to on average; a thousandth part of it is a whole number of cents.
const MEAN_CENTS: i64 = 214_000;

/// The claims of sixteen months, of the last two of which many are still to come: about `total` in all.
pub(crate) fn claims(
    total: u32,
    last_day: NaiveDate,
    mut whose: impl FnMut(&mut Draw) -> String,
    draw: &mut Draw,
) -> Table {
    const FIRST_NUMBER: u32 = 55_200_118;
    let first = day(2024, 12, 1);
    let header = ["claim_id", "participant_id", "service_date", "paid_date", "paid_amount"];
    let mut table = Table::new("claims", &header, &[0]);
    let mut number = FIRST_NUMBER;
    for month in (0..16).map(|n| first + Months::new(n)) {
        let of_month = (total / 15).max(1);
        for (age, part) in (0..).zip(PAID_BY_AGE) {
            let mut left = i64::from(of_month) * MEAN_CENTS / 1000 * i64::from(part);
            let count = (of_month * part / 1000).max(1);
            for nth in (0..count).rev() {
                let cents = amount(left, nth, draw);
                left -= cents;
                let (served, paid) = days(month, age, draw);
                if paid <= last_day && served <= last_day {
                    table.push(row![format!("CL{number:09}"), whose(draw), served, paid, money(cents)]);
                    number += 1;
                }
            }
        }
    }
    table
}

/// What the next claim takes of what is left; the last takes all of it, and some claims are taken back.
fn amount(left: i64, after: u32, draw: &mut Draw) -> i64 {
    if after == 0 {
        return left;
    }
    let mean = (left / i64::from(after + 1)).max(100);
    match draw.below(100) {
        0 => -mean / 2,
        1..6 => mean * 3,
        _ => mean / 4 + i64::from(draw.below(mean.min(3_000_000).unsigned_abs() as u32 * 3 / 2)),
    }
}

/// When a claim of a month and an age was served and paid. Now and then one is paid before its month,
/// which makes it as old as one that is paid within it.
fn days(month: NaiveDate, age: u32, draw: &mut Draw) -> (NaiveDate, NaiveDate) {
    let served = days_after(month, draw.below(days_in_month(month)));
    if age == 0 && draw.below(250) == 0 {
        return (served, draw.before(month, 1, 12));
    }
    let paid_month = month + Months::new(age);
    let paid = days_after(paid_month, draw.below(days_in_month(paid_month)));
    (served, paid.max(served))
}
