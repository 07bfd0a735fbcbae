//! Whether each exclusion gives a reason that the rules bear out on the day of the review.

use super::super::decided;
use crate::control::{Decide, Findings, Need, control};
use crate::dataset::Dataset::{CohortDecisions, PayerAttribution};
use crate::derive::Run;

control! {
    /// Each exclusion carries a reason code, manual or borne out by the rules.
    ///
    /// ## Why
    /// People who are excluded for a reason that the sources do not show are how a cohort is made to look better than it is.
    /// ## Remedy
    /// Enter the code that the rules give on the day of the review, or a manual one if that is the true reason.
    /// ## Example
    /// ```clean
    /// payer_attribution: participant_id attribution_date product birth_date | P1 2026-01-01 commercial 1980-01-01
    /// cohort_decisions: participant_id cohort_decision_code review_date exclusion_reason_code | P1 OUT 2026-03-09 NOT-COVERED
    /// ```
    /// ```fault
    /// payer_attribution: participant_id attribution_date product birth_date | P1 2026-01-01 commercial 1980-01-01
    /// cohort_decisions: participant_id cohort_decision_code review_date exclusion_reason_code | P1 OUT 2026-03-09 UNDER-18 <-
    /// ```
    BORNE_OUT = "A2-V2" Validation Block,
    needs [Need::Table(CohortDecisions), Need::Table(PayerAttribution), Need::Criteria],
    Decide::Rule(check)
}

fn check(run: &Run<'_>, findings: &mut Findings<'_>) {
    let rules = run.on_any_day();
    decided::rationale(run, findings, |person, decided| {
        let (_, ruling) = rules.as_ref()?.on(run.clock().day(decided.at), person)?;
        Some(ruling)
    });
}
