//! Whether any response was released before it was decided that its event counts.

use super::super::decided;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::{EventDecisions, ExecutiveRegister, ResponseBundles};

control! {
    /// No response is released before a qualified decision is on the register.
    ///
    /// ## Why
    /// A response that went out first makes it hard to say no to the event, and easy to claim its outcome.
    /// ## Remedy
    /// Give the help that is needed, and do not count it as delivery of the pilot until the decision is shown.
    /// ## Example
    /// ```clean
    /// event_decisions: event_id event_decision_code review_date | E1 YES 2026-03-09T10:00
    /// executive_register: case_id decision recorded_at | E1 YES 2026-03-09T10:05
    /// response_bundles: event_id released_at | E1 2026-03-09T10:05
    /// ```
    /// ```fault
    /// event_decisions: event_id event_decision_code review_date | E1 YES 2026-03-09T10:00
    /// executive_register: case_id decision recorded_at | E1 YES 2026-03-09T10:05
    /// response_bundles: event_id released_at | E1 2026-03-09T10:04 <-
    /// ```
    VISIBLE = "D2-V3" Validation Block,
    needs [Need::Table(ResponseBundles), Need::Table(EventDecisions), Need::Table(ExecutiveRegister)],
    Decide::Rule(decided::visible)
}
