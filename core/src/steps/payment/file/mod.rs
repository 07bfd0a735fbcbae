//! The file of either kind of pilot, row by row, against what its sources give.

mod figures;
mod reconciled;
mod presence;
mod build;
mod metrics;

use rust_decimal::Decimal;

use crate::contract::{Deadline, Payment};
use crate::control::{Effect, Findings};
use crate::derive::Run;
use crate::derive::payment::Unknown;
use crate::table::{Row, Table};
use crate::value::Month;

pub(crate) use build::build;
pub(super) use figures::{count, lag};
pub(crate) use metrics::{ceiling, metrics};
pub(super) use presence::one_row_each;
pub(super) use reconciled::trigger_and_questions;

/// The rows of the file that name a month.
pub(super) fn rows<'r>(run: &'r Run<'_>) -> impl Iterator<Item = (&'r Table, Month, Row)> {
    let file = run.table(run.papers().file).zip(run.file());
    file.into_iter().flat_map(|(table, rows)| rows.iter().map(move |(&month, &row)| (table, month, row)))
}

/// The terms of payment; without any, there is nothing to hold a figure against.
pub(super) fn terms<'r>(run: &Run<'r>, findings: &mut Findings<'_>) -> Option<&'r Payment> {
    if run.terms().is_none() {
        findings.not_applicable = Some("The contract agrees on no payment.".to_owned());
    }
    run.terms()
}

/// Keeps why a month's figure is not known, where nothing of the kind was kept yet.
pub(super) fn not_known(month: Month, unknown: &Unknown, findings: &mut Findings<'_>) {
    if let Some(reason) = unknown.reason().filter(|_| findings.not_checked.is_none()) {
        findings.not_checked = Some(format!("Of {month}: {reason}"));
    }
}

/// Whether two figures are further apart than agreed.
pub(super) fn differs(stated: Decimal, expected: Decimal, tolerance: Decimal) -> bool {
    stated.checked_sub(expected).is_none_or(|difference| difference.abs() > tolerance)
}

/// What the sign-offs on a file must come before.
pub(super) fn first_decision(run: &Run<'_>) -> Option<Effect> {
    let decision = run.committee()?.first_after(run.file_day())?;
    Some(Effect {
        until: Deadline::EndOf(decision.day),
        what: format!("the committee's decision of {}", decision.day),
        seen: run.table(run.papers().decisions)?.place(decision.row),
    })
}
