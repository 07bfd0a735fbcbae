//! Care: case management, what went otherwise than planned, whom to reach first, and who does what.

use super::{Names, names};
use crate::dataset::Dataset::{
    Assignments, CaseManagement, CaseVariances, IncidentHistory, LocalNominations, PriorityList, Roster,
};

pub(super) static NAMES: &[Names] = &[
    names(
        "qualifying_category",
        &[
            "Category",
            "Qualifying Condition",
            "Qualifying Reason",
            "Target Population",
            "Population",
            "Cohort Category",
            "Qualifying Criteria",
            "Qualification",
            "Eligibility Category",
            "Program Category",
            "Qualifying Category Code",
            "Primary Need",
            "Need",
            "Need Category",
            "Primary Condition",
            "Diagnosis Category",
            "Diagnostic Category",
        ],
    )
    .only_in(&[CaseManagement, Roster]),
    names(
        "intervention_status",
        &[
            "Case Status",
            "Care Plan Status",
            "Engagement Status",
            "Outreach Status",
            "Intervention",
            "CM Status",
            "Service Status",
            "Engagement",
        ],
    )
    .only_in(&[CaseManagement, PriorityList]),
    names(
        "exclusion_reason_code",
        &[
            "Exclusion Code",
            "Exclusion Reason",
            "Exclusion",
            "Reason Excluded",
            "Excluded Reason",
            "Exclude Reason",
            "Ineligible Reason",
            "Reason Not Eligible",
            "Why Excluded",
        ],
    ),
    names("variance_id", &["Variance", "Variance Number", "Deviation ID", "Issue ID", "Case ID"])
        .only_in(&[CaseVariances]),
    names(
        "opened_on",
        &[
            "Opened",
            "Open Date",
            "Date Opened",
            "Opened Date",
            "Variance Date",
            "Created Date",
            "Created On",
            "Identified Date",
        ],
    ),
    names(
        "resolved_on",
        &[
            "Resolved",
            "Resolved Date",
            "Resolution Date",
            "Date Resolved",
            "Closed",
            "Closed Date",
            "Date Closed",
            "Closed On",
        ],
    ),
    names("nominated_by", &["Nominator", "Nominating Team", "Submitted By", "Referred By"])
        .only_in(&[LocalNominations]),
    names("nominated_on", &["Nomination Date", "Date Nominated", "Submitted On", "Submitted Date", "Referral Date"])
        .only_in(&[LocalNominations]),
    names("incident_id", &["Incident", "Incident Number", "Report ID", "Event ID", "Critical Incident ID"])
        .only_in(&[IncidentHistory]),
    names("occurred_on", &["Incident Date", "Date of Incident", "Occurred", "Occurrence Date", "Event Date"])
        .only_in(&[IncidentHistory]),
    names("severity", &["Severity Level", "Incident Severity", "Level", "Severity Code", "Incident Level"])
        .only_in(&[IncidentHistory]),
    names("rank", &["Priority", "Priority Rank", "Ranking", "Order", "List Rank", "Position"]),
    names(
        "risk_tier",
        &[
            "Tier",
            "Risk Level",
            "Risk Category",
            "Risk Band",
            "Risk Group",
            "Priority Tier",
            "Acuity",
            "Risk Stratification",
        ],
    ),
    names(
        "recent_ed_count",
        &[
            "ED Count",
            "ED Visits",
            "ER Visits",
            "Recent ED Visits",
            "ED Visit Count",
            "Number of ED Visits",
            "ER Count",
        ],
    ),
    names(
        "unresolved_variance_count",
        &["Open Variances", "Unresolved Variances", "Variance Count", "Open Variance Count", "Variances"],
    ),
    names("intervention_type", &["Intervention", "Service Type", "Service", "Intervention Code", "Action"])
        .only_in(&[Assignments]),
    names("timing_window", &["Timing", "Window", "Timeframe", "Time Window", "Due Within"]),
    names("due_date", &["Due", "Due By", "Due Timestamp", "Target Date", "Complete By", "Due Date Time"]),
    names("escalation_status", &["Escalation", "Escalated", "Escalated Flag", "Escalation Flag"]),
    names("barrier_code", &["Barrier", "Barrier Reason", "Barrier Type", "Reason Not Assigned"]),
    names("validation_timestamp", &["Validated At", "Validated", "Validated On", "Validation Date", "Validation Time"]),
];
