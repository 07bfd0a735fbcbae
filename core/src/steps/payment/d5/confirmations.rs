//! Who signs the file off before it goes to the committee, and where it is kept.

use super::super::file::first_decision;
use crate::control::{Decide, Need, Timing, control};
use crate::dataset::Dataset::{Confirmations, SettlementDecisions};

control! {
    /// Finance signed off before the committee met.
    ///
    /// ## Why
    /// A figure that finance has not seen is not one that the organization can stand by.
    /// ## Remedy
    /// Have the file reviewed and the sign-off recorded no later than the day of the committee's first decision on it.
    FINANCE = "D5-R1" Signoff Block, needs [Need::Table(Confirmations), Need::Table(SettlementDecisions)],
    Decide::Confirmed(Timing::Before(first_decision))
}

control! {
    /// Compliance signed off before the committee met.
    ///
    /// ## Why
    /// Once the committee has decided, a doubt about how the figure came about is a doubt about the decision.
    /// ## Remedy
    /// Have the file reviewed and the sign-off recorded no later than the day of the committee's first decision on it.
    COMPLIANCE = "D5-R2" Signoff Block, needs [Need::Table(Confirmations), Need::Table(SettlementDecisions)],
    Decide::Confirmed(Timing::Before(first_decision))
}

control! {
    /// The executive sponsor signed off before the committee met.
    ///
    /// ## Why
    /// Whoever answers for the pilot must know what it claims before others decide on it.
    /// ## Remedy
    /// Have the file reviewed and the sign-off recorded no later than the day of the committee's first decision on it.
    SPONSOR = "D5-R3" Signoff Block, needs [Need::Table(Confirmations), Need::Table(SettlementDecisions)],
    Decide::Confirmed(Timing::Before(first_decision))
}

control! {
    /// The file is kept beside its locked events, under the contract.
    KEPT = "D5-L1" Link Block, needs [Need::Table(Confirmations)], Decide::Confirmed(Timing::Any)
}
