//! Whether an event record says what triage and the referral say.

use std::borrow::Cow;

use chrono::TimeDelta;

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{EventRecords, Referrals, Triage};
use crate::derive::Run;
use crate::derive::entry::{Event, Events};
use crate::finding::Place;
use crate::pairing::OneEach;
use crate::table::{Column, NOBODY, Row, Subject, Table};
use crate::value::Clock;

control! {
    /// Each event record agrees with triage and with its referral.
    ///
    /// ## Why
    /// A record that is dated or worded from memory can be shaped to fit the contract; two systems that saw the event cannot.
    /// ## Remedy
    /// Copy participant, time and source from the referral and the category from triage. Where triage and referral are
    /// further apart in time than the contract allows, have the wrong one corrected at its source.
    /// ## Example
    /// ```clean
    /// referrals: event_id participant_id event_timestamp event_source | E1 P1 2026-03-09T09:00 crisis_line
    /// triage: event_id triage_timestamp crisis_category | E1 2026-03-09T09:05 psychosis
    /// event_records: event_id participant_id event_timestamp event_source crisis_category | E1 P1 2026-03-09T09:00 crisis_line psychosis
    /// ```
    /// ```fault
    /// referrals: event_id participant_id event_timestamp event_source | E1 P1 2026-03-09T09:00 crisis_line
    /// triage: event_id triage_timestamp crisis_category | E1 2026-03-09T09:06 psychosis
    /// event_records: event_id participant_id event_timestamp event_source crisis_category | E1 P1 2026-03-09T09:00 crisis_line psychosis <-
    /// ```
    RECONCILED = "D1-V1" Validation Block,
    needs [Need::Table(EventRecords), Need::Table(Referrals), Need::Table(Triage)],
    Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(records) = run.table(EventRecords) else { return };
    let (stated, triage, referrals) = (Stated::of(run, records), Triaged::of(run), Referred::of(run));
    records.for_each_row(|row| {
        let event = records.number(Subject::Event, row);
        let triaged = triage.as_ref().and_then(|side| Some((side, side.rows.get(event)?)));
        let referred = referrals.as_ref().and_then(|side| Some((side, side.events.get(event)?)));
        if triage.is_some() && triaged.is_none() {
            let id = records.column("event_id").text(row);
            let message = format!("Triage has no row for {id}.");
            return findings.at(records, row).field("event_id").stated(id).missing_from(Triage).says(message);
        }
        let difference = triaged
            .and_then(|(side, other)| stated.apart_from_triage(row, side, other))
            .or_else(|| referred.and_then(|(side, event)| stated.unlike_referral(row, side, event)))
            .or_else(|| triaged.and_then(|(side, other)| stated.unlike_triage(row, side, other)));
        if let Some(Difference { field, stated, expected, other, message }) = difference {
            findings.at(records, row).field(field).stated(stated).expected(expected).other(Some(other)).says(message);
        }
    });
}

/// What one cell of a record says, and what it should.
struct Difference<'r> {
    field: &'static str,
    stated: Cow<'r, str>,
    expected: Cow<'r, str>,
    other: Place,
    message: String,
}

/// What triage says.
struct Triaged<'r> {
    table: &'r Table,
    rows: &'r OneEach,
    time: Column<'r>,
    category: Column<'r>,
}

/// What the referrals say.
struct Referred<'r> {
    table: &'r Table,
    events: &'r Events,
    participant: Column<'r>,
    time: Column<'r>,
    source: Column<'r>,
}

/// What the records say.
struct Stated<'r> {
    table: &'r Table,
    participant: Column<'r>,
    time: Column<'r>,
    source: Column<'r>,
    category: Column<'r>,
    tolerance_minutes: u32,
    clock: Clock,
}

impl<'r> Triaged<'r> {
    fn of(run: &'r Run<'_>) -> Option<Self> {
        let (table, rows) = (run.table(Triage)?, run.triage()?);
        Some(Self { table, rows, time: table.column("triage_timestamp"), category: table.column("crisis_category") })
    }
}

impl<'r> Referred<'r> {
    fn of(run: &'r Run<'_>) -> Option<Self> {
        let (table, events) = (run.table(Referrals)?, run.events()?);
        let column = |name| table.column(name);
        let (participant, time, source) = (column("participant_id"), column("event_timestamp"), column("event_source"));
        Some(Self { table, events, participant, time, source })
    }
}

impl<'r> Stated<'r> {
    fn of(run: &Run<'_>, table: &'r Table) -> Self {
        Self {
            table,
            participant: table.column("participant_id"),
            time: table.column("event_timestamp"),
            source: table.column("event_source"),
            category: table.column("crisis_category"),
            tolerance_minutes: run.contract.events.as_ref().map_or(0, |rule| rule.timestamp_tolerance_minutes),
            clock: run.clock(),
        }
    }

    /// Triage dates the event further away than the contract allows.
    fn apart_from_triage(&self, row: Row, triage: &Triaged<'r>, other: Row) -> Option<Difference<'r>> {
        let (ours, theirs) = (self.time.instant(row, self.clock)?, triage.time.instant(other, self.clock)?);
        let (stated, expected) = (self.time.text(row), triage.time.text(other));
        let is_apart = (ours - theirs).abs() > TimeDelta::minutes(self.tolerance_minutes.into());
        is_apart.then(|| Difference {
            message: format!(
                "The record dates the event {stated}, triage {expected}: more than {} minutes apart.",
                self.tolerance_minutes
            ),
            field: "event_timestamp",
            stated,
            expected,
            other: triage.table.place(other),
        })
    }

    /// Triage found another category.
    fn unlike_triage(&self, row: Row, triage: &Triaged<'r>, other: Row) -> Option<Difference<'r>> {
        let (stated, expected) = (self.category.code(row)?, triage.category.code(other)?);
        (stated != expected).then(|| Difference {
            message: format!("The record puts the event in category {stated}, triage in {expected}."),
            field: "crisis_category",
            stated,
            expected,
            other: triage.table.place(other),
        })
    }

    /// The referral names another participant, source or time; the first of them is told.
    fn unlike_referral(&self, row: Row, referrals: &Referred<'r>, event: &Event) -> Option<Difference<'r>> {
        let person = self.table.person(row);
        let is_other_time = self.time.instant(row, self.clock).zip(event.at).is_some_and(|(ours, at)| ours != at);
        let (source, other_source) = (self.source.text(row), referrals.source.text(event.row));
        let (field, what, ours, theirs) = if person != event.person && person != NOBODY && event.person != NOBODY {
            ("participant_id", "participant", self.participant, referrals.participant)
        } else if source != other_source && !source.is_empty() && !other_source.is_empty() {
            ("event_source", "source", self.source, referrals.source)
        } else if is_other_time {
            ("event_timestamp", "time", self.time, referrals.time)
        } else {
            return None;
        };
        let (stated, expected) = (ours.text(row), theirs.text(event.row));
        let message = format!("The record gives {what} {stated}, the referral {expected}.");
        Some(Difference { field, stated, expected, other: referrals.table.place(event.row), message })
    }
}
