//! Register rows that amount to a status which was decided first; no status is ever read off them.

use chrono::{Days, NaiveDate};

use super::person::Term;
use crate::sample::draw::Draw;

/// What the register amounts to, for one person on the days that count.
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
pub(super) fn register(status: Status, term: Term, draw: &mut Draw) -> Vec<Authorization> {
    let mut rows = Vec::new();
    match status {
        Status::Active => {
            rows.push(in_force(term, draw));
            sometimes(&mut rows, draw, 6, |d| in_force(term, d));
            sometimes(&mut rows, draw, 8, |d| pending(term, d));
            sometimes(&mut rows, draw, 30, |d| lapsed("active", term, d));
        }
        Status::Pending => {
            rows.push(if draw.percent(70) { pending(term, draw) } else { not_begun(term, draw) });
            sometimes(&mut rows, draw, 25, |d| lapsed("active", term, d));
        }
        Status::Expired => {
            rows.push(lapsed("active", term, draw));
            sometimes(&mut rows, draw, 15, |d| lapsed("active", term, d));
            sometimes(&mut rows, draw, 6, |d| lapsed("pending", term, d));
        }
        Status::None => sometimes(&mut rows, draw, 15, |d| lapsed("pending", term, d)),
    }
    sometimes(&mut rows, draw, 5, |d| Authorization { status: "denied", ..in_force(term, d) });
    sometimes(&mut rows, draw, 4, |d| Authorization { status: "cancelled", ..in_force(term, d) });
    rows
}

fn sometimes(rows: &mut Vec<Authorization>, draw: &mut Draw, percent: u32, row: impl Fn(&mut Draw) -> Authorization) {
    if draw.percent(percent) {
        rows.push(row(draw));
    }
}

/// Holds on each of the days; the first and the last day of a span count.
fn in_force(term: Term, draw: &mut Draw) -> Authorization {
    let from = draw.before(term.first, 0, 330);
    let to = draw.percent(60).then(|| draw.after(term.last, 0, 270));
    Authorization { status: "active", from, to }
}

fn not_begun(term: Term, draw: &mut Draw) -> Authorization {
    let from = draw.after(term.last, 1, 30);
    Authorization { status: "active", from, to: Some(from + Days::new(180)) }
}

fn pending(term: Term, draw: &mut Draw) -> Authorization {
    let from = draw.before(term.first, 0, 40);
    let to = draw.percent(20).then(|| draw.after(term.last, 0, 60));
    Authorization { status: "pending", from, to }
}

fn lapsed(status: &'static str, term: Term, draw: &mut Draw) -> Authorization {
    let to = draw.before(term.first, 1, 200);
    Authorization { status, from: draw.before(to, 30, 365), to: Some(to) }
}
