//! Events of a crisis-diversion pilot: how they came in, what was sent, and how they ended.

use super::{Names, names};
use crate::dataset::Dataset::{
    BarrierTracker, BundleActions, Completions, DeliveryLog, EventRecords, OutcomeRegister, Referrals, ResponseBundles,
    RiskTracker, Triage,
};

pub(super) static NAMES: &[Names] = &[
    names(
        "event_id",
        &[
            "Event",
            "Event Number",
            "Crisis Event ID",
            "Call ID",
            "Crisis ID",
            "Contact ID",
            "Case ID",
            "Referral ID",
            "Episode ID",
        ],
    ),
    names(
        "referral_received_at",
        &[
            "Referral Received",
            "Received At",
            "Referral Timestamp",
            "Referral Date",
            "Received",
            "Call Received",
            "Referral Time",
        ],
    )
    .only_in(&[Referrals]),
    names(
        "event_timestamp",
        &["Event Time", "Event Date", "Event Date Time", "Crisis Time", "Occurred At", "Call Time"],
    )
    .only_in(&[Referrals, EventRecords]),
    names(
        "event_source",
        &[
            "Source",
            "Referral Source",
            "Origin",
            "Referred From",
            "Contact Source",
            "Route",
            "Came in Through",
            "Contact Route",
        ],
    )
    .only_in(&[Referrals, EventRecords]),
    names("triage_timestamp", &["Triage Time", "Triaged At", "Triage Date", "Triage Date Time"]),
    names(
        "crisis_category",
        &[
            "Category",
            "Crisis Type",
            "Event Category",
            "Presenting Problem",
            "Call Type",
            "Triage Category",
            "Type of Crisis",
        ],
    )
    .only_in(&[Triage, EventRecords]),
    names(
        "safety_status",
        &["Safety", "Safety Level", "Immediate Safety", "Safety Assessment", "Safety at Triage", "Safety Now"],
    )
    .only_in(&[Triage]),
    names("payer_eligibility_status", &["Eligibility Status", "Eligibility", "Payer Eligibility", "Coverage Status"])
        .only_in(&[EventRecords]),
    names(
        "assessed_at",
        &["Assessed", "Assessment Timestamp", "Assessment Date", "Assessed On", "Score Date", "Assessment Time"],
    ),
    names("risk_score", &["Score", "Risk", "Total Score", "Assessment Score"]).only_in(&[RiskTracker]),
    names("response_tier", &["Tier", "Response Level", "Level of Response", "Response"]).only_in(&[ResponseBundles]),
    names(
        "immediate_safety_status",
        &["Safety Status", "Immediate Safety", "Safety", "Safety at Triage", "Safety Now"],
    )
    .only_in(&[ResponseBundles]),
    names("escalation_threshold_code", &["Escalation Threshold", "Threshold", "Escalation Code"]),
    names(
        "released_at",
        &["Released", "Release Timestamp", "Released On", "Dispatched At", "Dispatch Time", "Sent At"],
    ),
    names("component", &["Action", "Service", "Bundle Component", "Component Name", "Activity"])
        .only_in(&[BundleActions, DeliveryLog]),
    names("delivered_at", &["Delivered", "Delivered On", "Delivery Timestamp", "Completed At", "Service Timestamp"]),
    names("evidence_ref", &["Evidence", "Evidence ID", "Document", "Note ID"]),
    names("completion_status", &["Completion", "Outcome", "Disposition", "Final Status", "Status"])
        .only_in(&[Completions]),
    names("unresolved_dependency_count", &["Open Dependencies", "Unresolved Dependencies", "Dependency Count"]),
    names("incomplete_reason_code", &["Incomplete Reason", "Reason Incomplete", "Reason Code"]),
    names("barrier_id", &["Barrier", "Barrier Number", "Issue ID"]).only_in(&[BarrierTracker]),
    names("kind", &["Barrier Type", "Type", "Barrier Kind"]).only_in(&[BarrierTracker]),
    names("claimed_avoided", &["Avoided", "Avoided Escalation", "Claimed Avoidance", "Avoided Kind", "Avoided Type"])
        .only_in(&[OutcomeRegister]),
];
