//! What the payer's side and the record keeper confirm about a roster.

use crate::control::{Decide, Need, Timing, control};
use crate::dataset::Dataset::Confirmations;

control! {
    /// Payer relations confirmed that the attribution file is the latest approved one.
    ///
    /// ## Why
    /// A roster made from last month's file reconciles perfectly with the wrong population.
    /// ## Remedy
    /// Ask payer relations for the confirmation in writing, and record it with the document's reference.
    LATEST_FILE = "A1-G1" Gate Block, needs [Need::Table(Confirmations)], Decide::Confirmed(Timing::Any)
}

control! {
    /// Payer relations confirmed that the inclusion criteria did not change within the cycle.
    ///
    /// ## Why
    /// If the criteria moved, people were let in or kept out by rules that the contract no longer has.
    /// ## Remedy
    /// Ask payer relations for the confirmation in writing, and record it with the document's reference.
    CRITERIA_UNCHANGED = "A1-G2" Gate Block, needs [Need::Table(Confirmations)], Decide::Confirmed(Timing::Any)
}

control! {
    /// The roster is filed in the restricted library, under the contract's current version.
    FILED = "A1-L1" Link Block, needs [Need::Table(Confirmations)], Decide::Confirmed(Timing::Any)
}
