//! Whether a record's eligibility status is the one that the payer's file gives on the day of the event.

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{EventRecords, PayerEligibility, Referrals};
use crate::derive::Run;
use crate::derive::entry::{Coverage, Eligibility};
use crate::table::{Row, Subject, Table};

control! {
    /// Eligibility statuses agree with the payer's file on the day of the event.
    ///
    /// ## Why
    /// An event of somebody who was not covered that day is one for which the payer owes nothing.
    /// ## Remedy
    /// Copy the status that the payer's file gives on the day of the event, or have the file corrected by the payer.
    /// ## Example
    /// ```clean
    /// referrals: event_id participant_id event_timestamp | E1 P1 2026-03-08T09:00
    /// payer_eligibility: participant_id eligibility_status start_date end_date | P1 eligible 2026-01-01 2026-03-08
    /// event_records: event_id payer_eligibility_status | E1 eligible
    /// ```
    /// ```fault
    /// referrals: event_id participant_id event_timestamp | E1 P1 2026-03-08T09:00
    /// payer_eligibility: participant_id eligibility_status start_date end_date | P1 eligible 2026-01-01 2026-03-07
    /// event_records: event_id payer_eligibility_status | E1 eligible <-
    /// ```
    STATUS = "D1-V2" Validation Block,
    needs [Need::Table(EventRecords), Need::Table(Referrals), Need::Table(PayerEligibility)],
    Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let (Some(records), Some(payer)) = (run.table(EventRecords), run.table(PayerEligibility)) else { return };
    let (Some(events), Some(eligibilities)) = (run.events(), run.eligibilities()) else { return };
    let stated = records.column("payer_eligibility_status");
    records.for_each_row(|row| {
        let event = records.number(Subject::Event, row);
        let day = events.get(event).and_then(|event| event.day);
        let derived = eligibilities.get(event as usize).copied().flatten();
        let (status, Some((day, derived))) = (stated.text(row), day.zip(derived)) else { return };
        let expected = derived.coverage.name();
        if !status.is_empty() && status != expected {
            let message = format!("The record says {status}; on {day} {}.", in_the_file(payer, derived));
            let draft = findings.at(records, row).field("payer_eligibility_status").stated(status);
            draft.expected(expected).other(derived.evidence.map(|row| payer.place(row))).says(message);
        }
    });
}

fn in_the_file(payer: &Table, derived: Eligibility) -> String {
    let Some(row) = derived.evidence.filter(|_| derived.coverage != Coverage::NotFound) else {
        return "the payer's file has no span for the participant".to_owned();
    };
    let cell = |name: &str, row: Row| payer.column(name).text(row);
    let end = payer.column("end_date").code(row).unwrap_or_else(|| "open".into());
    let coverage = derived.coverage.name();
    format!("the payer's file says {coverage} (from {} to {end})", cell("start_date", row))
}
