//! Escalations that did not come about: claimed of locked events whose time has passed, and never against the record.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::unknown::Unknown;
use crate::contract::{AvoidedEscalation, Deadline, Method};
use crate::dataset::Dataset;
use crate::derive::{Log, Run};
use crate::pairing::OneEach;
use crate::table::{Column, Row, Subject, Table};
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
    /// Whether some event that is not ripe cannot be counted yet.
    pub(crate) is_open: bool,
    /// What the count is worth, where each event has a value.
    pub(crate) value: Option<Decimal>,
}

/// The months that have locked events, each counted or not.
pub(super) type Months = BTreeMap<Month, Result<Avoided, Unknown>>;

/// What followed the events of a pilot.
pub(crate) struct Aftermath<'r> {
    pub(crate) model: &'r AvoidedEscalation,
    downstream: &'r Table,
    log: Log,
}

impl<'r> Aftermath<'r> {
    /// What followed the events, if there is a record of them and of it.
    pub(super) fn of(run: &Run<'r>, model: &'r AvoidedEscalation) -> Option<Self> {
        let (downstream, _) = run.table(Dataset::DownstreamUtilization).zip(run.events())?;
        let people = run.received.count(Subject::Person);
        let log = Log::of(downstream, "occurred_at", Subject::Person, people, run.clock());
        Some(Self { model, downstream, log })
    }

    /// The event's window: when it happened, and until when an escalation counts.
    fn window(&self, run: &Run<'_>, event: u32) -> Option<(Instant, Deadline)> {
        let start = run.events()?.get(event)?.at?;
        Some((start, self.model.downstream_window.after_instant(start, &run.contract.calendar, run.clock())))
    }

    /// The first escalation after an event, within its window.
    pub(crate) fn escalation(&self, run: &Run<'_>, event: u32) -> Option<Row> {
        let (start, until) = self.window(run, event)?;
        let person = run.events()?.get(event)?.person;
        let after = self.log.of_subject(person).get(self.log.until(person, start).len()..)?;
        let kind = self.downstream.column("kind");
        let mut within = after.iter().take_while(|entry| until.allows(entry.at, run.clock()));
        within.find(|entry| self.model.is_escalation(&kind.text(entry.row))).map(|entry| entry.row)
    }

    /// What a month without locked events comes to.
    pub(crate) fn nothing(&self) -> Avoided {
        let mut nothing = Avoided::default();
        nothing.finish(self.model.method);
        nothing
    }

    /// The avoided escalations of each month that has locked events.
    pub(super) fn by_month(&self, run: &Run<'r>) -> Result<Months, Unknown> {
        let (locked, counting) = (run.table(Dataset::LockedEvents), Counting::of(run, self.model.method));
        let (locked, counting) = locked.zip(counting).ok_or(Unknown::NotGiven)?;
        let (month, mut months) = (locked.column("pilot_month"), BTreeMap::new());
        locked.for_each_row(|row| {
            let event = locked.number(Subject::Event, row);
            let Some((month, (_, until))) = month.month(row).zip(self.window(run, event)) else { return };
            let is_ripe = until.day(run.clock()) <= run.file_day();
            let has_escalated = self.escalation(run, event).is_some();
            let known = months.entry(month).or_insert_with(|| Ok(Avoided::default()));
            let worth = counting.worth(self.model, event, has_escalated);
            match known {
                // What is not ripe yet is not asked what it comes to.
                Ok(avoided) if !is_ripe && worth.is_err() => avoided.is_open = true,
                known => count_in(known, worth, is_ripe, has_escalated),
            }
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
        (Err(before), Err(unknown)) if is_ripe => Err(unknown.min(before.clone())),
        (Err(_), _) => return,
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
    EventLevel { completions: Cells<'r>, register: Cells<'r> },
    /// An event counts as often as its category escalated before, less once if it did.
    BaselineRate { triage: Cells<'r> },
}

/// One column of a table that has a row for each event.
struct Cells<'r> {
    column: Column<'r>,
    rows: OneEach,
}

/// What one event adds.
struct Worth {
    count: Decimal,
    value: Decimal,
}

impl<'r> Counting<'r> {
    fn of(run: &Run<'r>, method: Method) -> Option<Self> {
        match method {
            Method::EventLevel => {
                let completions = Cells::of(run, Dataset::Completions, "completion_status")?;
                Some(Self::EventLevel {
                    completions,
                    register: Cells::of(run, Dataset::OutcomeRegister, "claimed_avoided")?,
                })
            }
            Method::BaselineRate => {
                Some(Self::BaselineRate { triage: Cells::of(run, Dataset::Triage, "crisis_category")? })
            }
        }
    }

    fn worth(&self, model: &AvoidedEscalation, event: u32, has_escalated: bool) -> Result<Worth, Unknown> {
        match self {
            Self::EventLevel { completions, register } => {
                let status = completions.get(event).unwrap_or_default();
                let kind = register.get(event).filter(|kind| !has_escalated && model.is_escalation(kind));
                let kind = kind.filter(|_| model.avoided_statuses.iter().any(|known| *known == status));
                let value = kind.as_ref().and_then(|kind| model.unit_values.get(kind.as_ref()).copied());
                Ok(Worth { count: u8::from(kind.is_some()).into(), value: value.unwrap_or_default() })
            }
            Self::BaselineRate { triage } => {
                let category = triage.get(event).unwrap_or_default();
                let rate = model.baseline_rates.get(category.as_ref()).ok_or_else(|| no_rate(&category))?;
                Ok(Worth { count: rate.get() - Decimal::from(u8::from(has_escalated)), value: Decimal::ZERO })
            }
        }
    }
}

impl<'r> Cells<'r> {
    fn of(run: &Run<'r>, dataset: Dataset, column: &str) -> Option<Self> {
        let table = run.table(dataset)?;
        let rows = OneEach::of(table, Subject::Event, run.received.count(Subject::Event));
        Some(Self { column: table.column(column), rows })
    }

    fn get(&self, event: u32) -> Option<Cow<'r, str>> {
        self.rows.get(event).map(|row| self.column.text(row))
    }
}

fn no_rate(category: &str) -> Unknown {
    Unknown::Because(match category {
        "" => "Triage gives no category for one of its locked events.".to_owned(),
        _ => format!("The contract agrees on no baseline rate for the category “{category}”."),
    })
}
