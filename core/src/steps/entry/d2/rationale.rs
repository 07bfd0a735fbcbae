//! Whether each rejection gives a reason that the rules bear out.

use super::super::decided;
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{EventDecisions, Referrals};
use crate::derive::Run;

control! {
    /// Each rejection carries a reason code, manual or borne out by the rules.
    ///
    /// ## Why
    /// Events that are rejected for a reason that the sources do not show are how hard cases leave the count.
    /// ## Remedy
    /// Enter the code that the rules give the event, or a manual one if that is the true reason.
    /// ## Example
    /// ```clean
    /// referrals: event_id event_source | E1 word_of_mouth
    /// event_decisions: event_id event_decision_code exclusion_reason_code | E1 NO NO-PATHWAY
    /// ```
    /// ```fault
    /// referrals: event_id event_source | E1 word_of_mouth
    /// event_decisions: event_id event_decision_code exclusion_reason_code | E1 NO AGAIN <-
    /// ```
    BORNE_OUT = "D2-V2" Validation Block,
    needs [Need::Table(EventDecisions), Need::Table(Referrals), Need::Criteria],
    Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    decided::rationale(run, findings, |event, _| Some(run.rulings()?.get(event)));
}
