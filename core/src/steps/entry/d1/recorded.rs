//! Whether each event was written down while it was fresh.

use crate::contract::Deadline;
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{EventRecords, Referrals};
use crate::derive::Run;
use crate::finding::Place;
use crate::table::{Row, Subject};
use crate::value::Instant;

control! {
    /// Each event is recorded within its time limit from receipt.
    ///
    /// ## Why
    /// What is written down hours later is written down by people who know how it ended.
    /// ## Remedy
    /// Have the record made when the referral comes in, and note the reason where it was not.
    /// ## Example
    /// ```clean
    /// referrals: event_id referral_received_at | E1 2026-03-09T09:00
    /// event_records: event_id recorded_at | E1 2026-03-09T11:00
    /// ```
    /// ```fault
    /// referrals: event_id referral_received_at | E1 2026-03-09T09:00
    /// event_records: event_id recorded_at | E1 2026-03-09T11:01 <-
    /// ```
    IN_TIME = "D1-T1" Deadline Warn, needs [Need::Table(EventRecords), Need::Table(Referrals)], Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let Some(limit) = run.contract.deadlines.record_event else {
        findings.not_applicable = Some("The contract sets no limit for recording an event.".to_owned());
        return;
    };
    let Some(records) = run.table(EventRecords) else { return };
    let (recorded, clock) = (records.column("recorded_at"), run.clock());
    let receipt = |row: Row| {
        let (referrals, events) = run.table(Referrals).zip(run.events())?;
        let event = events.get(records.number(Subject::Event, row))?;
        let at = referrals.column("referral_received_at").instant(event.row, clock)?;
        let until = limit.after_instant(at, &run.contract.calendar, clock);
        Some(Receipt { at, until, seen: referrals.place(event.row) })
    };
    records.for_each_row(|row| {
        let stated = recorded.text(row);
        let Some(at) = recorded.instant(row, clock) else {
            // What is no time has its own finding.
            if stated.is_empty() {
                findings.at(records, row).field("recorded_at").says("Nothing says when it was recorded.");
            }
            return;
        };
        let receipt = receipt(row);
        let Some(message) = fault(at, receipt.as_ref(), run) else { return };
        let draft = findings.at(records, row).field("recorded_at").stated(stated);
        match receipt {
            None => draft.says(message),
            Some(Receipt { until, seen, .. }) => {
                draft.expected(format!("{} or earlier", until.written(clock))).other(Some(seen)).says(message);
            }
        }
    });
}

/// When an event's referral came in, and until when its record is in time.
struct Receipt {
    at: Instant,
    until: Deadline,
    seen: Place,
}

/// What is wrong with when an event was recorded, as a sentence.
fn fault(at: Instant, receipt: Option<&Receipt>, run: &Run<'_>) -> Option<String> {
    let clock = run.clock();
    let written = clock.written(at);
    if at > run.as_of.instant() {
        return Some(format!("It is said to have been recorded at {written}, which has yet to come."));
    }
    let receipt = receipt?;
    if at < receipt.at {
        let received = clock.written(receipt.at);
        return Some(format!("It was recorded at {written}, before its referral was received at {received}."));
    }
    let until = receipt.until.written(clock);
    (!receipt.until.allows(at, clock)).then(|| format!("It was recorded at {written}; it was due by {until}."))
}
