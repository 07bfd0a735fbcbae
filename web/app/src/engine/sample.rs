//! The sample pilots: made-up people with planted faults, so that the page can be tried without a file.

use tieout::File;

use crate::protocol::Sample;

macro_rules! folder {
    ($folder:literal: $($name:literal)+) => {
        Folder {
            contract: include_bytes!(concat!("../../../../tests/cases/pilots/", $folder, "/contract.toml")),
            files: &[$((
                concat!($name, ".csv"),
                include_bytes!(concat!("../../../../tests/cases/pilots/", $folder, "/", $name, ".csv")),
            )),+],
        }
    };
}

/// A sample's agreement and its tables by their names.
struct Folder {
    contract: &'static [u8],
    files: &'static [(&'static str, &'static [u8])],
}

const ATTRIBUTION: Folder = folder! {
    "attribution":
        "assignments" "authorization_register" "case_management" "case_variances" "claims"
        "claims_lag_tracker" "cohort_decisions" "confirmations" "executive_register" "incident_history"
        "live_workflow" "local_nominations" "locked_cohort" "methodology_questions" "outcome_report"
        "payer_attribution" "payment_assurance" "payment_decisions" "performance_workbook" "priority_list"
        "roster" "staff" "staffing_capacity" "statements" "utilization_feed"
};

const DIVERSION: Folder = folder! {
    "diversion":
        "barrier_tracker" "bundle_actions" "claims" "claims_lag_tracker" "completions" "confirmations"
        "delivery_log" "downstream_utilization" "event_decisions" "event_records" "executive_register"
        "locked_events" "methodology_questions" "outcome_register" "outcome_report" "payer_eligibility"
        "referrals" "response_bundles" "risk_tracker" "settlement_decisions" "settlement_file" "staff"
        "staffing_capacity" "statements" "triage"
};

impl Sample {
    const fn folder(self) -> &'static Folder {
        match self {
            Self::Attribution => &ATTRIBUTION,
            Self::Diversion => &DIVERSION,
        }
    }

    /// The agreement.
    pub(super) const fn contract(self) -> &'static [u8] {
        self.folder().contract
    }

    /// The instant at which the sample is worth judging, in its agreement's zone.
    pub(super) const fn as_of(self) -> &'static str {
        match self {
            Self::Attribution => "2026-03-20T17:00",
            Self::Diversion => "2026-03-13T17:00",
        }
    }

    /// The tables.
    pub(super) fn files(self) -> Vec<File> {
        self.folder().files.iter().map(|&(name, bytes)| File::new(name, bytes)).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use super::*;

    #[test]
    fn a_sample_is_its_whole_case_at_the_instant_of_the_case() {
        for (sample, name) in [(Sample::Attribution, "attribution"), (Sample::Diversion, "diversion")] {
            let folder = format!("{}/../../tests/cases/pilots/{name}", env!("CARGO_MANIFEST_DIR"));
            let names = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
            let tables: BTreeSet<_> = names.filter(|name| name.strip_suffix(".csv").is_some()).collect();
            assert_eq!(
                sample.folder().files.iter().map(|(name, _)| (*name).to_owned()).collect::<BTreeSet<_>>(),
                tables
            );
            let case = fs::read_to_string(format!("{folder}/case.toml")).unwrap();
            assert!(case.contains(&format!("as_of = \"{}:00", sample.as_of())), "{case}");
        }
    }
}
