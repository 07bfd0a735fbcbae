//! What somebody must have confirmed in writing before an event counts.

use crate::control::{Decide, Need, Timing, control};
use crate::dataset::Dataset::Confirmations;

control! {
    /// It is confirmed in writing that events came through an approved referral pathway.
    ///
    /// ## Why
    /// An event that staff found for themselves looks like a referral once it is on the platform.
    /// ## Remedy
    /// Have the pathway confirmed in writing, and record the confirmation with the document's reference.
    PATHWAY_APPROVED = "D1-G1" Gate Block, needs [Need::Table(Confirmations)], Decide::Confirmed(Timing::Any)
}

control! {
    /// It is confirmed in writing that participants were eligible on the day of the event.
    ///
    /// ## Why
    /// Eligibility files are corrected after the fact; a confirmation shows what the payer said when it mattered.
    /// ## Remedy
    /// Have eligibility confirmed in writing, and record the confirmation with the document's reference.
    ELIGIBLE = "D1-G2" Gate Block, needs [Need::Table(Confirmations)], Decide::Confirmed(Timing::Any)
}
