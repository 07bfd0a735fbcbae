//! Payment: a month's figures, what they are measured by, and what they come to.

use super::{Names, names};
use crate::dataset::Dataset::{ClaimsLagTracker, OutcomeReport, PaymentAssurance, PerformanceWorkbook, SettlementFile};

pub(super) static NAMES: &[Names] = &[
    names(
        "pilot_month",
        &[
            "Month",
            "Performance Month",
            "Report Month",
            "Reporting Month",
            "Period",
            "Service Month",
            "Year Month",
            "Month of Service",
        ],
    ),
    names("member_months", &["Member Month Count", "MM", "MMs", "Person Months"]),
    names("benchmark_pmpm", &["Benchmark Per Member Per Month", "PMPM Benchmark", "Target PMPM", "BMPMPM"]),
    names(
        "benchmark_total",
        &[
            "Benchmark",
            "Total Benchmark",
            "Benchmark Expenditure",
            "Benchmark Amount",
            "Target Expenditure",
            "Updated Benchmark",
            "ABtotBnchmk",
        ],
    ),
    names(
        "actual_expenditure",
        &[
            "Actual",
            "Actual Expenditures",
            "Actual Cost",
            "Total Expenditure",
            "Total Expenditures",
            "Actual Spend",
            "Total Cost of Care",
            "TCOC",
            "ABtotExp",
        ],
    ),
    names("quality_score", &["Quality", "Quality Rating", "QualScore", "Quality Performance"]),
    names("assigned_count", &["Assigned Beneficiaries", "Assigned Members", "Attributed Members", "Assigned", "N_AB"])
        .only_in(&[PerformanceWorkbook]),
    names("relief", &["Loss Relief", "Disaster Adjustment", "DisAdj", "Extreme Circumstances Adjustment"]),
    names(
        "claims_lag_pct",
        &["Claims Lag", "Lag", "Lag Percent", "Claims Lag Percent", "IBNR Percent", "Incomplete Claims Percent"],
    ),
    names("as_of", &["As Of Date", "Report Date", "Valuation Date"]).only_in(&[ClaimsLagTracker]),
    names("measure", &["Measure ID", "Measure Code", "Measure Name", "Metric", "Outcome Measure", "Indicator"])
        .only_in(&[OutcomeReport]),
    names("numerator", &["Num", "Numerator Count", "Numerator Value"]).only_in(&[OutcomeReport]),
    names("denominator", &["Den", "Denom", "Denominator Count", "Denominator Value"]).only_in(&[OutcomeReport]),
    names("per", &["Rate Per", "Multiplier"]).only_in(&[OutcomeReport]),
    names(
        "attributed_participant_count",
        &["Attributed Count", "Attributed Participants", "Attributed Members", "Participants", "Participant Count"],
    )
    .only_in(&[PaymentAssurance]),
    names(
        "provisional_savings_estimate",
        &["Savings Estimate", "Provisional Savings", "Savings", "Estimated Savings", "Shared Savings"],
    ),
    names("outcome_trigger_status", &["Trigger Status", "Outcome Trigger", "Trigger"])
        .only_in(&[PaymentAssurance, SettlementFile]),
    names(
        "unresolved_methodology_question_count",
        &["Open Questions", "Unresolved Questions", "Question Count", "Open Methodology Questions"],
    ),
    names("qualified_event_count", &["Qualified Events", "Event Count", "Events"]).only_in(&[SettlementFile]),
    names(
        "provisional_avoided_escalation_count",
        &["Avoided Escalations", "Avoided Count", "Provisional Avoided", "Avoided"],
    )
    .only_in(&[SettlementFile]),
];
