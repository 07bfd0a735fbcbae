//! What of a contract the payers' formats are read by; little enough to be handed to whoever reads them elsewhere.

use serde::{Deserialize, Serialize};

use crate::contract::Contract;
use crate::value::{Day, Pilot};

/// What of a contract decides how payers' files are read.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Terms {
    /// Which tables the pilot has.
    pub(super) pilot: Pilot,
    /// Since when somebody is attributed of whom nothing else says it.
    pub(super) effective_from: Day,
    /// How encounters are told apart, where the contract counts any.
    pub(super) encounters: Option<Encounters>,
}

/// How a claim is told to be a visit to an emergency department or an inpatient stay.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Encounters {
    /// What a visit to an emergency department is called.
    pub(super) ed_kind: Option<String>,
    /// What an inpatient stay is called.
    pub(super) inpatient_kind: Option<String>,
    /// The revenue codes of a visit.
    pub(super) ed_revenue_codes: Vec<String>,
    /// The types of bill of a stay, by their first two digits.
    pub(super) inpatient_bill_types: Vec<String>,
}

impl Terms {
    /// The terms of a contract.
    #[must_use]
    pub fn of(contract: &Contract) -> Self {
        let rule = contract.scoring.as_ref().and_then(|scoring| scoring.utilization.as_ref());
        let encounters = rule.map(|rule| Encounters {
            ed_kind: rule.ed_kinds.first().cloned(),
            inpatient_kind: rule.inpatient_kinds.first().cloned(),
            ed_revenue_codes: rule.ed_revenue_codes.clone(),
            inpatient_bill_types: rule.inpatient_bill_types.clone(),
        });
        Self { pilot: contract.pilot, effective_from: contract.effective_from, encounters }
    }
}
