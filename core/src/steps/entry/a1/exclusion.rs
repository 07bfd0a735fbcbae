//! Whether everybody whom the rules keep out carries the code that they give, and nobody carries another.

use super::super::exclusion;
use crate::control::{Decide, Need, control};
use crate::dataset::Dataset::{PayerAttribution, Roster};

control! {
    /// Whoever is excluded by the contract's rules carries an exclusion code.
    ///
    /// ## Why
    /// A person who fails a criterion and carries no code passes for a member of the cohort.
    /// ## Remedy
    /// Enter the code that the rules give, or correct the source on which the rule failed.
    /// ## Example
    /// ```clean
    /// payer_attribution: participant_id attribution_date product birth_date | P1 2026-01-01 commercial 1980-01-01
    /// roster: participant_id exclusion_reason_code | P1 NOT-COVERED
    /// ```
    /// ```fault
    /// payer_attribution: participant_id attribution_date product birth_date | P1 2026-01-01 commercial 1980-01-01
    /// roster: participant_id exclusion_reason_code | P1 - <-
    /// ```
    CODE_PRESENT = "A1-F5" Field Block,
    needs [Need::Table(Roster), Need::Table(PayerAttribution), Need::Criteria],
    Decide::Rule(exclusion::present)
}

control! {
    /// Exclusion codes are the contract's, and are those that its rules give.
    ///
    /// ## Why
    /// Codes that cannot be derived from the sources are how harder cases quietly leave a cohort.
    /// ## Remedy
    /// Enter the code that the rules give on the roster day. A manual code may stand where the rules give none.
    /// ## Example
    /// ```clean
    /// payer_attribution: participant_id attribution_date product birth_date | P1 2026-01-01 commercial 1980-01-01
    /// roster: participant_id exclusion_reason_code | P1 NOT-COVERED
    /// ```
    /// ```fault
    /// payer_attribution: participant_id attribution_date product birth_date | P1 2026-01-01 commercial 1980-01-01
    /// roster: participant_id exclusion_reason_code | P1 UNDER-18 <-
    /// ```
    CODE_CORRECT = "A1-V3" Validation Block,
    needs [Need::Table(Roster), Need::Table(PayerAttribution), Need::Criteria],
    Decide::Rule(exclusion::correct)
}
