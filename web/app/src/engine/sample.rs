//! The sample pilot: made-up people with planted faults, so that the page can be tried without a file.

use tieout::File;

/// The sample's agreement.
pub(super) const CONTRACT: &[u8] = include_bytes!("../../../../tests/cases/A1/sample/contract.toml");
/// The instant at which the sample is worth judging, in its agreement's zone.
pub(super) const AS_OF: &str = "2026-03-09T17:00";

macro_rules! files {
    ($($name:literal)+) => {
        [$(($name, include_bytes!(concat!("../../../../tests/cases/A1/sample/", $name)).as_slice()),)+]
    };
}

/// The sample's tables.
pub(super) fn files() -> Vec<File> {
    let files = files! {
        "authorization_register.csv" "case_management.csv" "confirmations.csv" "local_nominations.csv"
        "payer_attribution.csv" "roster.csv" "staff.csv"
    };
    files.into_iter().map(|(name, bytes)| File::new(name, bytes)).collect()
}
