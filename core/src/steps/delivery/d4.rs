//! D4, response completion: how a crisis response ended, by its evidence; never by how it is remembered.

use crate::control::{Control, outline};
use crate::value::Step;

/// Stabilized is the word that money hangs on, so that it must rest on delivered and evidenced actions,
/// with what stayed open in plain sight.
pub(crate) static CONTROLS: &[Control] = outline! { Step::D4;
    "D4-F1" Field Block "Every completion names its participant";
    "D4-F2" Field Block "Every completion is stabilized, partly so, or escalated out";
    "D4-F3" Field Block "Every completion counts open dependencies";
    "D4-F4" Field Block "Every completion states its escalation status";
    "D4-F5" Field Block "Every completion has a review date";
    "D4-F6" Field Block "Every completion shows when it was validated";
    "D4-G1" Gate Block "Incomplete actions have a reason code";
    "D4-G2" Gate Block "Open escalation barriers have a named owner";
    "D4-V1" Validation Block "Stabilized cases have evidence for every component";
    "D4-V2" Validation Block "Open dependencies tie out to the barrier tracker";
    "D4-V3" Validation Block "Escalated cases have a next checkpoint by huddle close";
    "D4-T1" Deadline Warn "Completions are reviewed within their time limit";
    "D4-R1" Signoff Warn "The weekly huddle reviewed the completions";
    "D4-L1" Link Block "Each bundle has one completion, filed under the contract";
};
