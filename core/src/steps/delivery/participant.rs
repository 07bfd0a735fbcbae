//! Whether a record on an event names the participant of its referral.

use crate::control::Findings;
use crate::dataset::Dataset::Referrals;
use crate::derive::Run;
use crate::table::{NOBODY, Row, Subject, Table};

/// Tells a row that names somebody else than the referral does.
pub(super) fn check(run: &Run<'_>, table: &Table, row: Row, findings: &mut Findings<'_>) {
    let (Some(referrals), Some(events)) = (run.table(Referrals), run.events()) else { return };
    let Some(event) = events.get(table.number(Subject::Event, row)) else { return };
    let (stated, known) = (table.person(row), event.person);
    if stated != known && stated != NOBODY && known != NOBODY {
        let stated = table.column("participant_id").text(row);
        let known = referrals.column("participant_id").text(event.row);
        let message = format!("The record is of {stated}; the event was referred for {known}.");
        let draft = findings.at(table, row).field("participant_id").stated(stated).expected(known);
        draft.other(Some(referrals.place(event.row))).says(message);
    }
}
