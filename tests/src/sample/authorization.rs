//! Register rows that amount to a status which was decided first; no status is ever read off them.

use chrono::{Days, NaiveDate};

use super::draw::Draw;

/// What the register amounts to, for one person on the roster day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    Active,
    Pending,
    Expired,
    None,
}

impl Status {
    /// As a roster writes it.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Pending => "pending",
            Self::Expired => "expired",
            Self::None => "none",
        }
    }
}

/// One row of the register.
#[derive(Debug, Clone, Copy)]
pub(super) struct Authorization {
    pub(super) status: &'static str,
    pub(super) from: NaiveDate,
    pub(super) to: Option<NaiveDate>,
}

/// The rows of one person: those that decide, and around them those that must not.
pub(super) fn register(status: Status, day: NaiveDate, draw: &mut Draw) -> Vec<Authorization> {
    let mut rows = Vec::new();
    match status {
        Status::Active => {
            rows.push(in_force(day, draw));
            sometimes(&mut rows, draw, 6, |d| in_force(day, d));
            sometimes(&mut rows, draw, 8, |d| pending(day, d));
            sometimes(&mut rows, draw, 30, |d| lapsed("active", day, d));
        }
        Status::Pending => {
            rows.push(if draw.percent(70) { pending(day, draw) } else { not_begun(day, draw) });
            sometimes(&mut rows, draw, 25, |d| lapsed("active", day, d));
        }
        Status::Expired => {
            rows.push(lapsed("active", day, draw));
            sometimes(&mut rows, draw, 15, |d| lapsed("active", day, d));
            sometimes(&mut rows, draw, 6, |d| lapsed("pending", day, d));
        }
        Status::None => sometimes(&mut rows, draw, 15, |d| lapsed("pending", day, d)),
    }
    sometimes(&mut rows, draw, 5, |d| Authorization { status: "denied", ..in_force(day, d) });
    sometimes(&mut rows, draw, 4, |d| Authorization { status: "cancelled", ..in_force(day, d) });
    rows
}

fn sometimes(rows: &mut Vec<Authorization>, draw: &mut Draw, percent: u32, row: impl Fn(&mut Draw) -> Authorization) {
    if draw.percent(percent) {
        rows.push(row(draw));
    }
}

/// Holds on the day; the first and the last day of a span count.
fn in_force(day: NaiveDate, draw: &mut Draw) -> Authorization {
    let from = draw.before(day, 0, 330);
    let to = draw.percent(60).then(|| draw.after(day, 0, 270));
    Authorization { status: "active", from, to }
}

fn not_begun(day: NaiveDate, draw: &mut Draw) -> Authorization {
    let from = draw.after(day, 1, 30);
    Authorization { status: "active", from, to: Some(from + Days::new(180)) }
}

fn pending(day: NaiveDate, draw: &mut Draw) -> Authorization {
    let from = draw.before(day, 0, 40);
    let to = draw.percent(20).then(|| draw.after(day, 0, 60));
    Authorization { status: "pending", from, to }
}

fn lapsed(status: &'static str, day: NaiveDate, draw: &mut Draw) -> Authorization {
    let to = draw.before(day, 1, 200);
    Authorization { status, from: draw.before(to, 30, 365), to: Some(to) }
}
