//! Whether each event that waits for clarification has an owner, and a deadline that leaves time to respond.

use super::super::decided;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::{EventDecisions, Referrals};

control! {
    /// Each pending event has a named owner.
    ///
    /// ## Why
    /// A question that is nobody's is still open when the crisis is over.
    /// ## Remedy
    /// Name the person who clarifies the event, or decide it.
    /// ## Example
    /// ```clean
    /// event_decisions: event_id event_decision_code owner | E1 WAIT S7 | E2 YES -
    /// ```
    /// ```fault
    /// event_decisions: event_id event_decision_code owner | E1 WAIT - <- | E2 YES -
    /// ```
    OWNED = "D2-G1" Gate Block, needs [Need::Table(EventDecisions)], Decide::Rule(decided::owned)
}

control! {
    /// Each pending event has a deadline ahead that lies within its response window.
    ///
    /// ## Why
    /// A clarification that comes once the response window has closed helps neither the person nor the pilot.
    /// ## Remedy
    /// Set a deadline that is ahead and within the window; where the window has closed, decide the event.
    /// ## Example
    /// ```clean
    /// referrals: event_id event_timestamp | E1 2026-03-09T09:00
    /// event_decisions: event_id event_decision_code review_date clarification_deadline | E1 WAIT 2026-03-09T12:00 2026-03-10T09:00
    /// ```
    /// ```fault
    /// referrals: event_id event_timestamp | E1 2026-03-09T09:00
    /// event_decisions: event_id event_decision_code review_date clarification_deadline | E1 WAIT 2026-03-09T12:00 2026-03-10T09:01 <-
    /// ```
    AHEAD = "D2-G2" Gate Block,
    needs [Need::Table(EventDecisions), Need::Table(Referrals)],
    Decide::Rule(decided::ahead)
}
