//! Whether the file counts the avoided escalations that the contract's method gives.

use rust_decimal::Decimal;

use super::super::file::{differs, not_known, rows, terms};
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::SettlementFile;
use crate::derive::Run;
use crate::derive::payment::Figure;

control! {
    /// Avoided escalations follow the contract's counting method.
    ///
    /// ## Why
    /// What did not happen is counted by what would have: by one agreed method, or by whatever makes the number larger.
    /// ## Remedy
    /// State the count that the locked events, their completions, the outcome register and the downstream record give. An
    /// event counts once its window is over; the metrics show how many are still waiting.
    /// ## Example
    /// ```clean
    /// referrals: event_id event_timestamp | E1 2026-01-05T10:00
    /// locked_events: event_id pilot_month | E1 2026-01
    /// completions: event_id completion_status | E1 stabilized
    /// outcome_register: event_id claimed_avoided | E1 ed
    /// settlement_file: pilot_month provisional_avoided_escalation_count | 2026-01 1
    /// ```
    /// ```fault
    /// referrals: event_id event_timestamp | E1 2026-01-05T10:00
    /// locked_events: event_id pilot_month | E1 2026-01
    /// completions: event_id completion_status | E1 stabilized
    /// outcome_register: event_id claimed_avoided | E1 ed
    /// downstream_utilization: encounter_id occurred_at kind | N1 2026-01-08T10:00 ed
    /// settlement_file: pilot_month provisional_avoided_escalation_count | 2026-01 1 <-
    /// ```
    FOLLOW = "D5-V2" Validation Block,
    needs [Need::Table(SettlementFile), Need::Figure(Figure::Amount)],
    Decide::Rule(check)
}

/// Half of the last decimal of a count.
const TOLERANCE: Decimal = Decimal::from_parts(5, 0, 0, false, 3);

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    const FIELD: &str = "provisional_avoided_escalation_count";
    if terms(run, findings).is_none() {
        return;
    }
    for (file, month, row) in rows(run) {
        let Some(stated) = file.column(FIELD).money(row) else { continue };
        match run.avoided(month) {
            Ok(avoided) if differs(stated, avoided.count, TOLERANCE) => {
                let message = format!(
                    "The file counts {stated} avoided escalations for {month}; of {} events, {} are past their window, {} of \
                     these escalated, and the method counts {}.",
                    avoided.events, avoided.ripe, avoided.escalated, avoided.count
                );
                let draft = findings.at(file, row).field(FIELD).stated(file.column(FIELD).text(row));
                draft.expected(avoided.count).says(message);
            }
            Ok(_) => {}
            Err(unknown) => not_known(month, &unknown, findings),
        }
    }
}
