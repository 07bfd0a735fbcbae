//! Where the decisions are kept.

use crate::control::{Decide, Need, Timing, control};
use crate::dataset::Dataset::Confirmations;

control! {
    /// Decisions are in the action register, filed under the contract.
    REGISTERED = "D6-L1" Link Block, needs [Need::Table(Confirmations)], Decide::Confirmed(Timing::Any)
}
