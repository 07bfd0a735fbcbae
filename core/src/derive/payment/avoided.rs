//! Escalations that did not come about: claimed of locked events whose time has passed, and never against the record.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::unknown::Unknown;
use crate::contract::{AvoidedEscalation, Deadline, Method};
use crate::dataset::Dataset;
use crate::derive::{Log, Run};
use crate::pairing::OneEach;
use crate::table::{Row, Subject, Table};
use crate::value::{Instant, Month, rounded};

/// The avoided escalations of a month, and what they follow from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Avoided {
    /// Locked events that were referred.
    pub(crate) events: u64,
    /// Those whose window is over.
    pub(crate) ripe: u64,
    /// Those of the ripe that escalated.
    pub(crate) escalated: u64,
    /// What the ripe come to.
    pub(crate) count: Decimal,
    /// What all would come to, had nobody waited for their windows. It can still turn.
    pub(crate) unripe_count: Decimal,
    /// What the count is worth, where each event has a value.
    pub(crate) value: Option<Decimal>,
}

/// The months that have locked events, each counted or not.
pub(super) type Months = BTreeMap<Month, Result<Avoided, Unknown>>;

/// The events of a pilot with what was claimed of them, and what came afterwards.
pub(crate) struct Outcomes<'r> {
    pub(crate) model: &'r AvoidedEscalation,
    referrals: (&'r Table, OneEach),
    downstream: (&'r Table, Log),
}

impl<'r> Outcomes<'r> {
    /// What followed the events, if there is a record of it and the contract pays for avoided escalations.
    pub(super) fn of(run: &Run<'r>, model: &'r AvoidedEscalation) -> Option<Self> {
        let (referrals, downstream) = (run.table(Dataset::Referrals)?, run.table(Dataset::DownstreamUtilization)?);
        let people = run.received.count(Subject::Person);
        let log = Log::of(downstream, "occurred_at", Subject::Person, people, run.clock());
        Some(Self { model, referrals: (referrals, by_event(run, referrals)), downstream: (downstream, log) })
    }

    /// The event's window: when it began, and until when an escalation counts.
    fn window(&self, run: &Run<'_>, event: u32) -> Option<(Instant, Deadline)> {
        let (referrals, rows) = &self.referrals;
        let start = referrals.column("event_timestamp").instant(rows.get(event)?, run.clock())?;
        Some((start, self.model.downstream_window.after_instant(start, &run.contract.calendar, run.clock())))
    }

    /// The first escalation after an event, within its window.
    pub(crate) fn escalation(&self, run: &Run<'_>, event: u32) -> Option<Row> {
        let (start, until) = self.window(run, event)?;
        let (referrals, rows) = &self.referrals;
        let (downstream, log) = &self.downstream;
        let person = referrals.person(rows.get(event)?);
        let after = &log.of_subject(person)[log.until(person, start).len()..];
        let kind = downstream.column("kind");
        let mut within = after.iter().take_while(|entry| until.allows(entry.at, run.clock()));
        within.find(|entry| self.is_escalation(&kind.text(entry.row))).map(|entry| entry.row)
    }

    /// What a month without locked events comes to.
    pub(crate) fn nothing(&self) -> Avoided {
        let mut nothing = Avoided::default();
        nothing.finish(self.model.method);
        nothing
    }

    /// Whether a kind of utilization is one that the contract wants avoided.
    pub(crate) fn is_escalation(&self, kind: &str) -> bool {
        self.model.downstream_kinds.iter().any(|known| known == kind)
    }

    /// The avoided escalations of each month that has locked events.
    pub(super) fn by_month(&self, run: &Run<'r>) -> Result<Months, Unknown> {
        let (locked, counting) = (run.table(Dataset::LockedEvents), Counting::of(run, self.model));
        let (locked, counting) = locked.zip(counting).ok_or(Unknown::NotGiven)?;
        let (month, mut months) = (locked.column("pilot_month"), BTreeMap::new());
        locked.for_each_row(|row| {
            let event = locked.number(Subject::Event, row);
            let Some((month, (_, until))) = month.month(row).zip(self.window(run, event)) else { return };
            let is_ripe = until.day(run.clock()) <= run.file_day();
            let has_escalated = self.escalation(run, event).is_some();
            let known = months.entry(month).or_insert_with(|| Ok(Avoided::default()));
            let worth = counting.worth(self.model, event, has_escalated);
            count_in(known, worth, is_ripe, has_escalated);
        });
        for avoided in months.values_mut().flatten() {
            avoided.finish(self.model.method);
        }
        Ok(months)
    }
}

/// Counts one event. Of several reasons for which a month cannot be counted, the first by its text is kept.
fn count_in(month: &mut Result<Avoided, Unknown>, worth: Result<Worth, Unknown>, is_ripe: bool, has_escalated: bool) {
    let counted = match (&mut *month, worth) {
        (Ok(avoided), Ok(worth)) => avoided.count_in(&worth, is_ripe, has_escalated),
        (Ok(_), Err(unknown)) => Err(unknown),
        (Err(before), Err(unknown)) => Err(unknown.min(before.clone())),
        (Err(_), Ok(_)) => return,
    };
    if let Err(unknown) = counted {
        *month = Err(unknown);
    }
}

impl Avoided {
    fn count_in(&mut self, worth: &Worth, is_ripe: bool, has_escalated: bool) -> Result<(), Unknown> {
        let add = |sum: Decimal, part: Decimal| sum.checked_add(part).ok_or_else(Unknown::too_large);
        self.events += 1;
        self.unripe_count = add(self.unripe_count, worth.count)?;
        if is_ripe {
            self.ripe += 1;
            self.escalated += u64::from(has_escalated);
            self.count = add(self.count, worth.count)?;
            self.value = Some(add(self.value.unwrap_or_default(), worth.value)?);
        }
        Ok(())
    }

    /// What was counted, as a file states it.
    fn finish(&mut self, method: Method) {
        match method {
            Method::EventLevel => self.value = Some(rounded(self.value.unwrap_or_default(), 2)),
            Method::BaselineRate => {
                self.value = None;
                for count in [&mut self.count, &mut self.unripe_count] {
                    *count = rounded((*count).max(Decimal::ZERO), 2);
                }
            }
        }
    }
}

/// How the contract counts, with the tables that this takes.
enum Counting<'r> {
    /// An event counts if its completion allows it and the register claims it.
    EventLevel { completions: (&'r Table, OneEach), register: (&'r Table, OneEach) },
    /// An event counts as often as its category escalated before, less once if it did.
    BaselineRate { triage: (&'r Table, OneEach) },
}

/// What one event adds.
struct Worth {
    count: Decimal,
    value: Decimal,
}

impl<'r> Counting<'r> {
    fn of(run: &Run<'r>, model: &AvoidedEscalation) -> Option<Self> {
        let each = |dataset| run.table(dataset).map(|table| (table, by_event(run, table)));
        match model.method {
            Method::EventLevel => {
                let (completions, register) = (each(Dataset::Completions)?, each(Dataset::OutcomeRegister)?);
                Some(Self::EventLevel { completions, register })
            }
            Method::BaselineRate => Some(Self::BaselineRate { triage: each(Dataset::Triage)? }),
        }
    }

    fn worth(&self, model: &AvoidedEscalation, event: u32, has_escalated: bool) -> Result<Worth, Unknown> {
        let nothing = Worth { count: Decimal::ZERO, value: Decimal::ZERO };
        match self {
            Self::EventLevel { .. } if has_escalated => Ok(nothing),
            Self::EventLevel { completions: (completions, completed), register: (register, claimed) } => {
                let cell = |table: &'r Table, rows: &OneEach, column: &str| {
                    rows.get(event).map(|row| table.column(column).text(row))
                };
                let status = cell(completions, completed, "completion_status");
                let is_avoided =
                    status.is_some_and(|status| model.avoided_statuses.iter().any(|known| *known == status));
                let kind = cell(register, claimed, "claimed_avoided")
                    .filter(|kind| model.downstream_kinds.iter().any(|known| known == kind));
                let value = kind.filter(|_| is_avoided).map(|kind| model.unit_values.get(kind.as_ref()).copied());
                Ok(value.map_or(nothing, |value| Worth { count: Decimal::ONE, value: value.unwrap_or_default() }))
            }
            Self::BaselineRate { triage: (triage, triaged) } => {
                let category = triaged.get(event).map(|row| triage.column("crisis_category").text(row));
                let category = category
                    .ok_or_else(|| Unknown::because("A locked event has no triage row, and so no category."))?;
                let rate = model.baseline_rates.get(category.as_ref()).map(|rate| rate.get());
                let rate = rate.ok_or_else(|| {
                    Unknown::Because(format!("The contract agrees on no baseline rate for “{category}”."))
                })?;
                Ok(Worth { count: rate - Decimal::from(u8::from(has_escalated)), value: Decimal::ZERO })
            }
        }
    }
}

fn by_event(run: &Run<'_>, table: &Table) -> OneEach {
    OneEach::of(table, Subject::Event, run.received.count(Subject::Event))
}
