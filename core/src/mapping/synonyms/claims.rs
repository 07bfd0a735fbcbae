//! Claims and encounters: what was done, when, and what was paid for it.

use super::{Names, names};
use crate::dataset::Dataset::{DownstreamUtilization, UtilizationFeed};

pub(super) static NAMES: &[Names] = &[
    names(
        "claim_id",
        &[
            "Claim",
            "Claim Number",
            "Claim Control Number",
            "ICN",
            "DCN",
            "TCN",
            "CUR_CLM_UNIQ_ID",
            "Payer Claim Control Number",
            "Claim Line ID",
            "CLM_ID",
        ],
    ),
    names(
        "service_date",
        &[
            "DOS",
            "Date of Service",
            "Service Start Date",
            "First Service Date",
            "From Date of Service",
            "Claim From Date",
            "Incurred Date",
            "CLM_FROM_DT",
            "Statement From Date",
            "Service From Date",
            "DOS From",
        ],
    ),
    names("service_date", &["Encounter Date", "Visit Date", "Admission Date", "Event Date", "Arrival Date"])
        .only_in(&[UtilizationFeed]),
    names("paid_date", &["Payment Date", "Date Paid", "Check Date", "Remit Date", "Adjudication Date", "CLM_PD_DT"]),
    names(
        "paid_amount",
        &[
            "Amount Paid",
            "Payment Amount",
            "Paid",
            "Net Paid",
            "Plan Paid Amount",
            "Total Paid",
            "CLM_PMT_AMT",
            "Net Payment",
        ],
    ),
    names(
        "encounter_id",
        &[
            "Encounter",
            "Encounter Number",
            "Visit ID",
            "Visit Number",
            "CSN",
            "Account Number",
            "Admission ID",
            "ADT ID",
            "HAR",
        ],
    )
    .only_in(&[UtilizationFeed, DownstreamUtilization]),
    names(
        "kind",
        &[
            "Encounter Type",
            "Visit Type",
            "Encounter Class",
            "Patient Class",
            "Type of Visit",
            "Service Type",
            "Type",
            "Class",
            "Utilization Type",
            "Event Type",
            "Setting",
            "Level of Care",
        ],
    )
    .only_in(&[UtilizationFeed, DownstreamUtilization]),
    names(
        "occurred_at",
        &[
            "Encounter Date",
            "Encounter Timestamp",
            "Visit Timestamp",
            "Admission Timestamp",
            "Admission Date Time",
            "Arrival Time",
            "Occurred",
            "Event Timestamp",
            "Event Date Time",
            "Occurrence Timestamp",
        ],
    )
    .only_in(&[DownstreamUtilization]),
];
