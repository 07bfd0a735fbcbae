//! Who must have looked before any response begins.

use crate::control::{Decide, Need, Timing, control};
use crate::dataset::Dataset::Confirmations;

control! {
    /// Compliance reviewed before the response began.
    COMPLIANCE = "D2-R1" Signoff Block, needs [Need::Table(Confirmations)], Decide::Confirmed(Timing::Any)
}

control! {
    /// Payer relations reviewed before the response began.
    PAYER_RELATIONS = "D2-R2" Signoff Block, needs [Need::Table(Confirmations)], Decide::Confirmed(Timing::Any)
}
