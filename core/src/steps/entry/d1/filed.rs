//! Whether every referral has its record, and every record its referral, filed where the contract says.

use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{Confirmations, EventRecords, Referrals};
use crate::derive::Run;
use crate::derive::entry::Event;
use crate::table::Subject;

control! {
    /// Every referral is recorded, and the records are filed under the contract's version.
    ///
    /// ## Why
    /// A referral that nobody recorded is a crisis that counts for neither side, and nobody will know why.
    /// ## Remedy
    /// Record every referral, take out records that no referral bears out, and record the link with the contract's version.
    /// ## Example
    /// ```clean
    /// confirmations: control_id confirmed_at contract_version | D1-L1 2026-03-09T09:00 2026.3
    /// referrals: event_id referral_received_at | E1 2026-03-09T09:00 | E2 2026-03-09T15:00
    /// event_records: event_id | E1
    /// ```
    /// ```fault
    /// confirmations: control_id confirmed_at contract_version | D1-L1 2026-03-09T09:00 2026.3
    /// referrals: event_id referral_received_at | E1 2026-03-09T09:00 | E2 2026-03-09T14:59 <-
    /// event_records: event_id | E1
    /// ```
    COMPLETE = "D1-L1" Link Block,
    needs [Need::Table(EventRecords), Need::Table(Referrals), Need::Table(Confirmations)],
    Decide::ConfirmedAnd(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let (Some(records), Some(recorded)) = (run.table(EventRecords), run.records()) else { return };
    let (Some(referrals), Some(events)) = (run.table(Referrals), run.events()) else { return };
    let (received, clock) = (referrals.column("referral_received_at"), run.clock());
    let due = |event: &Event| {
        let received = received.instant(event.row, clock)?;
        Some(run.contract.deadlines.record_event?.after_instant(received, &run.contract.calendar, clock))
    };
    for (_, event) in events.iter().filter(|&(number, _)| recorded.get(number).is_none()) {
        if let Some(due) = due(event).filter(|due| !due.allows(run.as_of.instant(), clock)) {
            let id = referrals.column("event_id").text(event.row);
            let message = format!("{id} has no record; it was due by {}.", due.written(clock));
            let draft = findings.at(referrals, event.row).field("event_id").stated(id);
            draft.missing_from(EventRecords).says(message);
        }
    }
    records.for_each_row(|row| {
        if events.get(records.number(Subject::Event, row)).is_none() {
            let id = records.column("event_id").text(row);
            let message = format!("No referral brought {id}.");
            findings.at(records, row).field("event_id").stated(id).missing_from(Referrals).says(message);
        }
    });
}
