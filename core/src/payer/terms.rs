//! What of a contract and a mapping the payers' formats are read by; little enough to be handed to whoever reads them elsewhere.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::rows::{OWN_WORDS, headers_of_own_words};
use crate::contract::Contract;
use crate::dataset::Dataset;
use crate::mapping::{ColumnMapping, FileMapping, Mapping, Tie, best};
use crate::value::{Day, Pilot};

/// What of a contract and a mapping decides how payers' files are read.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Terms {
    /// Which tables the pilot has.
    pub(super) pilot: Pilot,
    /// Since when somebody is attributed of whom nothing else says it.
    pub(super) effective_from: Day,
    /// How encounters are told apart, where the contract counts any.
    pub(super) encounters: Option<Encounters>,
    /// What payers' own words mean, as written and as agreed; or why that cannot be told.
    words: Result<BTreeMap<String, String>, Tie>,
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
    /// The terms of a contract, and of a mapping where there is one.
    #[must_use]
    pub fn of(contract: &Contract, mapping: Option<&Mapping>) -> Self {
        let rule = contract.scoring.as_ref().and_then(|scoring| scoring.utilization.as_ref());
        let encounters = rule.map(|rule| Encounters {
            ed_kind: rule.ed_kinds.first().cloned(),
            inpatient_kind: rule.inpatient_kinds.first().cloned(),
            ed_revenue_codes: rule.ed_revenue_codes.clone(),
            inpatient_bill_types: rule.inpatient_bill_types.clone(),
        });
        let said = mapping.map_or(Ok(None), said_of_payers);
        let column = |said: Option<&FileMapping>| said.and_then(|said| said.column(OWN_WORDS.1).cloned());
        let words = said.map(|said| column(said).map(|column| column.values).unwrap_or_default());
        Self { pilot: contract.pilot, effective_from: contract.effective_from, encounters, words }
    }

    /// What is said about the words that payers' files bring to a table.
    pub(crate) fn said(&self, dataset: Dataset) -> Result<Option<FileMapping>, Tie> {
        let (table, field) = OWN_WORDS;
        if dataset != table {
            return Ok(None);
        }
        let values = self.words.clone()?;
        let columns = vec![ColumnMapping { values, ..ColumnMapping::new(field) }];
        Ok(Some(FileMapping { columns, ..FileMapping::new(dataset) }))
    }
}

/// The part of a mapping that is meant for files in payers' own formats: they are as files that have the table's own headers.
///
/// # Errors
/// Where two are meant alike, neither is used.
pub fn said_of_payers(mapping: &Mapping) -> Result<Option<&FileMapping>, Tie> {
    let headers = headers_of_own_words();
    let fit = |(nth, file): (usize, &FileMapping)| Some((nth, file.fits(&headers, None, Some(OWN_WORDS.0))?));
    best(mapping, &mapping.files().iter().enumerate().filter_map(fit).collect::<Vec<_>>())
}
