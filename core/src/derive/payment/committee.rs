//! What the committee decided on each month, and by when it had to; a decision is known by its day.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::contract::Deadline;
use crate::derive::Run;
use crate::table::{Row, Table};
use crate::value::{Day, Month, sort};

/// The committee's decisions on each month, from the oldest to the newest.
#[derive(Debug)]
pub(crate) struct Committee(BTreeMap<Month, Vec<Decision>>);

/// A decision on a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Decision {
    pub(crate) day: Day,
    pub(crate) row: Row,
}

impl Committee {
    pub(super) fn of(table: &Table) -> Self {
        let (month, day) = (table.column("pilot_month"), table.column("review_date"));
        let mut by_month = BTreeMap::<_, Vec<_>>::new();
        for row in table.rows() {
            if let Some((month, day)) = month.month(row).zip(day.day(row)) {
                by_month.entry(month).or_default().push(Decision { day, row });
            }
        }
        for decisions in by_month.values_mut() {
            sort(decisions);
        }
        Self(by_month)
    }

    /// The decision that stands on a month on a day.
    pub(crate) fn current(&self, month: Month, day: Day) -> Option<Decision> {
        let decisions = self.0.get(&month)?;
        decisions[..decisions.partition_point(|decision| decision.day <= day)].last().copied()
    }

    /// Every month on which a decision stands on a day, with it.
    pub(crate) fn all_current(&self, day: Day) -> impl Iterator<Item = (Month, Decision)> + '_ {
        self.0.keys().filter_map(move |&month| Some((month, self.current(month, day)?)))
    }

    /// The first decision after a day, on whatever month.
    pub(crate) fn first_after(&self, day: Day) -> Option<Decision> {
        self.0.values().flatten().filter(|decision| decision.day > day).min().copied()
    }
}

/// By when a month must be decided, and why then.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReviewLimit {
    pub(crate) until: Deadline,
    pub(crate) is_material: bool,
}

/// The limit for a month with this amount at stake: the committee's next meeting, or sooner where it is material.
/// It counts from the file day, and no later than from the end of the month after the pilot month.
pub(super) fn review_limit(run: &Run<'_>, month: Month, at_stake: Option<Decimal>) -> Option<ReviewLimit> {
    let (calendar, clock) = (&run.contract.calendar, run.clock());
    let start = run.file_day().min(month.next().last_day());
    let meeting = calendar.meeting_from(start).map(Deadline::EndOf);
    let threshold = run.contract.payment.as_ref().and_then(|payment| payment.material_exposure);
    let is_material = at_stake.zip(threshold).is_some_and(|(amount, threshold)| amount.abs() >= threshold);
    let sooner = run.contract.deadlines.material_review.filter(|_| is_material);
    let sooner = sooner.map(|limit| limit.after_day(start, calendar, clock));
    let limits = [sooner.map(|until| (until, true)), meeting.map(|until| (until, false))];
    let first = limits.into_iter().flatten().min_by_key(|(until, _)| until.instant(clock));
    first.map(|(until, is_material)| ReviewLimit { until, is_material })
}
