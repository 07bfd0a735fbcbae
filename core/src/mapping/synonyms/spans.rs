//! Spans of time: attribution, authorization and eligibility, from when to when and how they stand.

use super::{Names, names};
use crate::dataset::Dataset::{AuthorizationRegister, PayerAttribution, PayerEligibility, Roster};

pub(super) static NAMES: &[Names] = &[
    names(
        "attribution_date",
        &[
            "Attribution Start",
            "Attributed Since",
            "Attributed From",
            "Attributed On",
            "Attribution Start Date",
            "Attribution Effective Date",
            "Attribution Begin Date",
            "Effective Date",
            "Start Date",
            "Attribution Month",
            "Assignment Date",
            "Assignment Effective Date",
            "Alignment Date",
            "Alignment Effective Date",
            "Member Effective Date",
            "Coverage Start Date",
            "Enrollment Date",
            "Effective From Date",
        ],
    )
    .only_in(&[PayerAttribution]),
    names(
        "attribution_end_date",
        &[
            "Attribution End",
            "Attribution Termination Date",
            "Termination Date",
            "End Date",
            "Attribution Through Date",
            "Disenrollment Date",
            "Assignment End Date",
            "Alignment End Date",
            "Member Termination Date",
            "Coverage End Date",
            "Expiration Date",
            "Effective To Date",
            "Effective Thru Date",
        ],
    )
    .only_in(&[PayerAttribution]),
    names(
        "payer_attribution_date",
        &[
            "Attribution Date",
            "Attributed On",
            "Attributed Since",
            "Attributed From",
            "Attribution Start Date",
            "Attribution Effective Date",
            "Payer Effective Date",
            "Effective Date",
            "Assignment Date",
            "Alignment Date",
            "Payer Attribution",
            "Attribution Start",
        ],
    )
    .only_in(&[Roster]),
    names(
        "authorization_id",
        &[
            "Authorization",
            "Authorization Number",
            "Auth Reference Number",
            "Reference Number",
            "Prior Authorization Number",
            "Prior Auth",
            "Auth Code",
            "Referral Number",
            "Service Authorization Number",
            "Certification Number",
            "Case Number",
        ],
    )
    .only_in(&[AuthorizationRegister]),
    names(
        "status",
        &[
            "Authorization Status",
            "Auth Decision",
            "Decision",
            "Auth State",
            "UM Status",
            "Determination",
            "Status Code",
        ],
    )
    .only_in(&[AuthorizationRegister]),
    names(
        "authorization_status",
        &["Status", "Auth Stat", "Auth State", "Authorization", "Authorized", "Authorization Status Code"],
    )
    .only_in(&[Roster]),
    names(
        "start_date",
        &[
            "Authorization Start Date",
            "Authorization Start",
            "Auth Begin Date",
            "Auth Effective Date",
            "Effective Date",
            "Valid From",
            "Service Start Date",
            "St Dt",
            "Approved From Date",
            "Effective From Date",
        ],
    )
    .only_in(&[AuthorizationRegister]),
    names(
        "end_date",
        &[
            "Authorization End Date",
            "Authorization End",
            "Auth Expiration Date",
            "Auth Termination Date",
            "Expiration Date",
            "Expires",
            "Expires On",
            "Valid To",
            "Valid Through",
            "Service End Date",
            "Auth To Date",
            "Through Date",
            "Termination Date",
        ],
    )
    .only_in(&[AuthorizationRegister]),
    names(
        "eligibility_status",
        &[
            "Status",
            "Eligible",
            "Coverage State",
            "Eligibility",
            "Coverage Status",
            "Enrollment Status",
            "Member Status",
            "Eligibility Code",
        ],
    )
    .only_in(&[PayerEligibility]),
    names(
        "start_date",
        &[
            "Eligibility Start Date",
            "Effective",
            "Eligibility Effective Date",
            "Coverage Start Date",
            "Coverage Effective Date",
            "Effective Date",
            "Enrollment Date",
            "Enrollment Start Date",
            "Span Start",
            "Start",
            "Effective From Date",
            "Member Effective Date",
        ],
    )
    .only_in(&[PayerEligibility]),
    names(
        "end_date",
        &[
            "Eligibility End Date",
            "Through",
            "Eligibility Termination Date",
            "Coverage End Date",
            "Coverage Termination Date",
            "Termination Date",
            "Disenrollment Date",
            "Enrollment End Date",
            "Span End",
            "End",
            "Effective To Date",
            "Expiration Date",
            "Member Termination Date",
        ],
    )
    .only_in(&[PayerEligibility]),
];
