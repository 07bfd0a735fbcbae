//! Whether every event that the rules keep out carries the code that they give, and no event carries another.

use super::super::exclusion;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::{EventRecords, Referrals};

control! {
    /// Every event that the contract's rules exclude carries an exclusion code.
    ///
    /// ## Why
    /// An event that fails a criterion and carries no code will be decided on, and paid for, as if it counted.
    /// ## Remedy
    /// Enter the code that the rules give, or correct the source on which the rule failed.
    /// ## Example
    /// ```clean
    /// referrals: event_id event_source | E1 word_of_mouth
    /// event_records: event_id exclusion_reason_code | E1 NO-PATHWAY
    /// ```
    /// ```fault
    /// referrals: event_id event_source | E1 word_of_mouth
    /// event_records: event_id exclusion_reason_code | E1 - <-
    /// ```
    CODE_PRESENT = "D1-F6" Field Block,
    needs [Need::Table(EventRecords), Need::Table(Referrals), Need::Criteria],
    Decide::Rule(exclusion::present)
}

control! {
    /// Exclusion codes of events are the contract's, and are those that its rules give.
    ///
    /// ## Why
    /// A code that no source bears out is how an event that went badly disappears from the count.
    /// ## Remedy
    /// Enter the code that the rules give for the event. A manual code may stand where the rules give none.
    /// ## Example
    /// ```clean
    /// referrals: event_id participant_id event_timestamp event_source | E1 P1 2026-03-08T09:00 crisis_line
    /// payer_eligibility: participant_id eligibility_status start_date | P1 eligible 2026-01-01
    /// event_records: event_id exclusion_reason_code | E1 DUPLICATE
    /// ```
    /// ```fault
    /// referrals: event_id participant_id event_timestamp event_source | E1 P1 2026-03-08T09:00 crisis_line
    /// payer_eligibility: participant_id eligibility_status start_date | P1 eligible 2026-01-01
    /// event_records: event_id exclusion_reason_code | E1 NOT-COVERED <-
    /// ```
    CODE_CORRECT = "D1-V3" Validation Block,
    needs [Need::Table(EventRecords), Need::Table(Referrals), Need::Criteria],
    Decide::Rule(exclusion::correct)
}
