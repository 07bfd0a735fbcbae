//! What the field calls the files of the reference tables, with whatever date or number they bear.

use crate::dataset::Dataset;
use crate::mapping::words::{meaning, words};

static NAMES: &[(Dataset, &[&str])] = &[
    (
        Dataset::Roster,
        &["roster", "caseload", "attributed roster", "member roster", "participant roster", "client roster", "panel"],
    ),
    (
        Dataset::PayerAttribution,
        &[
            "payer attribution",
            "attribution",
            "attribution file",
            "attribution list",
            "assignment list",
            "attributed members",
            "alignment file",
            "member attribution",
        ],
    ),
    (
        Dataset::PayerEligibility,
        &[
            "payer eligibility",
            "eligibility",
            "eligibility file",
            "eligibility spans",
            "enrollment",
            "coverage",
            "member eligibility",
        ],
    ),
    (
        Dataset::AuthorizationRegister,
        &[
            "authorization register",
            "authorizations",
            "authorization",
            "auth report",
            "auth log",
            "auth list",
            "prior auths",
            "prior authorizations",
        ],
    ),
    (Dataset::CaseManagement, &["case management", "cm extract", "case list", "caseload", "care management"]),
    (Dataset::CaseVariances, &["case variances", "variances", "variance log", "variance report"]),
    (Dataset::LocalNominations, &["local nominations", "nominations", "nominees", "nomination list"]),
    (Dataset::Staff, &["staff", "staff list", "staff roles", "employees", "staff directory"]),
    (Dataset::StaffingCapacity, &["staffing capacity", "capacity", "staffing", "caseload capacity"]),
    (Dataset::Claims, &["claims", "claim lines", "paid claims", "claims extract", "claims feed"]),
    (Dataset::UtilizationFeed, &["utilization feed", "utilization", "encounters", "adt", "adt feed", "visits"]),
    (
        Dataset::IncidentHistory,
        &["incident history", "incidents", "incident log", "incident report", "critical incidents"],
    ),
    (Dataset::PriorityList, &["priority list", "outreach list", "risk list", "prioritization"]),
    (Dataset::Assignments, &["assignments", "intervention assignments", "task assignments", "work assignments"]),
    (Dataset::CohortDecisions, &["cohort decisions", "decisions", "cohort decision log"]),
    (Dataset::Referrals, &["referrals", "referral log", "crisis referrals", "event platform"]),
    (Dataset::Triage, &["triage", "triage log", "triage records"]),
    (
        Dataset::DownstreamUtilization,
        &["downstream utilization", "downstream", "ed inpatient", "post event utilization"],
    ),
    (Dataset::PerformanceWorkbook, &["performance workbook", "performance", "financial performance", "workbook"]),
    (Dataset::Confirmations, &["confirmations", "sign offs", "signoffs", "attestations"]),
    (Dataset::ExecutiveRegister, &["executive register", "executive log", "decision register"]),
];

/// The tables whose files are called so; what is no word (a date, a number, a version) makes no difference.
pub(super) fn called(stem: &str) -> Vec<Dataset> {
    let is_word = |word: &String| word.chars().all(char::is_alphabetic) && word.len() > 1;
    let noise =
        ["final", "export", "extract", "file", "report", "copy", "new", "data", "list", "weekly", "monthly", "daily"];
    let said: Vec<String> = words(stem).into_iter().filter(is_word).collect();
    let essential = |words: &[String]| {
        meaning(&words.iter().filter(|word| !noise.contains(&word.as_str())).cloned().collect::<Vec<_>>().join(" "))
    };
    let (whole, bare) = (meaning(&said.join(" ")), essential(&said));
    let is_called = |name: &&str| meaning(name) == whole || (!bare.is_empty() && essential(&words(name)) == bare);
    NAMES.iter().filter(|(_, names)| names.iter().any(is_called)).map(|&(dataset, _)| dataset).collect()
}
