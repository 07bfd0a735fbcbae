//! D1, event qualification record: what was known when a crisis came in; never what it turned out to be.

use crate::control::{Control, outline};
use crate::value::Step;

/// A crisis that is written down late, or from memory, can be shaped to fit the contract; held to its
/// referral, its triage and the payer's file, it cannot.
pub(crate) static CONTROLS: &[Control] = outline! { Step::D1;
    "D1-F1" Field Block "Every record names its participant";
    "D1-F2" Field Block "Every record has the time of the event";
    "D1-F3" Field Block "Every record names the source of the event";
    "D1-F4" Field Block "Every record states the crisis category";
    "D1-F5" Field Block "Every record states the eligibility status";
    "D1-F6" Field Block "Every excluded event has its reason code";
    "D1-G1" Gate Block "The referral pathway is confirmed in writing as approved";
    "D1-G2" Gate Block "Eligibility on the event day is confirmed in writing";
    "D1-V1" Validation Block "Time, source and category tie out to referral and triage";
    "D1-V2" Validation Block "Eligibility ties out to the payer's file on the event day";
    "D1-V3" Validation Block "Exclusion codes are the ones that the rules give";
    "D1-T1" Deadline Warn "Events are recorded within their time limit";
    "D1-L1" Link Block "Each referral has one record, filed under the contract";
    "D1-C1" Conduct Block "Records come before any response and any decision";
};
