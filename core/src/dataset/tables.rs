//! The forty-one tables, as data. A name or a column that stands here never changes its meaning.

use super::column::{code, count, date, id, money, month, one_of, pct, text, timestamp};
use super::{Definition, Role};
use crate::value::{Pilot, Step};

macro_rules! datasets {
    ($(
        #[doc = $about:literal]
        $variant:ident = $name:literal, $pilot:ident, $role:ident, $step:expr, [$($key:literal),+], [$($column:expr),+ $(,)?];
    )+) => {
        /// One of the reference tables. Ordered by name, as reports list them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Dataset {
            $(#[doc = $about] $variant,)+
        }

        impl Dataset {
            /// Every table, in the order of the pilots' work.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// What the table is.
            #[must_use]
            pub fn definition(self) -> &'static Definition {
                static DEFINITIONS: &[Definition] = &[$(Definition {
                    name: $name,
                    about: $about.trim_ascii(),
                    pilot: $pilot,
                    role: Role::$role,
                    step: $step,
                    key: &[$($key),+],
                    columns: &[$($column),+],
                },)+];
                &DEFINITIONS[self as usize]
            }
        }
    };
}

#[expect(non_upper_case_globals, reason = "reads as a word in the list below")]
const Shared: Option<Pilot> = None;
#[expect(non_upper_case_globals, reason = "reads as a word in the list below")]
const Attribution: Option<Pilot> = Some(Pilot::Attribution);
#[expect(non_upper_case_globals, reason = "reads as a word in the list below")]
const Diversion: Option<Pilot> = Some(Pilot::Diversion);

datasets! {
    /// Who confirmed what, when, and against which document and contract version.
    Confirmations = "confirmations", Shared, Log, None, ["control_id", "confirmed_at"], [
        code("control_id").required(),
        id("confirmed_by").required(),
        code("confirmed_role").required(),
        timestamp("confirmed_at").required(),
        text("document_ref"),
        text("contract_version"),
    ];
    /// The roles that each staff member holds.
    Staff = "staff", Shared, Source, None, ["staff_id", "role"], [
        id("staff_id").required(),
        code("role").required(),
    ];
    /// How many more cases each lead or responder can take, and on which days.
    StaffingCapacity = "staffing_capacity", Shared, Source, None, ["staff_id"], [
        id("staff_id").required(),
        count("open_slots").required(),
        date("available_from"),
        date("available_to"),
    ];
    /// The decisions that the executive register shows.
    ExecutiveRegister = "executive_register", Shared, Log, None, ["case_id", "recorded_at"], [
        id("case_id").required(),
        code("decision").required(),
        timestamp("recorded_at").required(),
        text("record_ref"),
    ];
    /// Paid claims, from which the lag triangle is made.
    Claims = "claims", Shared, Source, None, ["claim_id"], [
        id("claim_id").required(),
        id("participant_id").required(),
        date("service_date").required(),
        date("paid_date").required(),
        money("paid_amount").required(),
    ];
    /// The live tracker of claims lag, by month.
    ClaimsLagTracker = "claims_lag_tracker", Shared, Source, None, ["pilot_month"], [
        month("pilot_month").required(),
        pct("claims_lag_pct").required(),
        date("as_of"),
    ];
    /// Numerators and denominators of the outcome measures.
    OutcomeReport = "outcome_report", Shared, Source, None, ["pilot_month", "measure"], [
        month("pilot_month").required(),
        code("measure").required(),
        money("numerator").required(),
        money("denominator").required(),
        money("per"),
    ];
    /// Questions that were raised about a month, and when they were settled.
    MethodologyQuestions = "methodology_questions", Shared, Log, None, ["question_id"], [
        id("question_id").required(),
        month("pilot_month").required(),
        code("kind").required(),
        date("raised_on").required(),
        date("resolved_on"),
    ];
    /// What was said about payment, to whom, on which evidence.
    Statements = "statements", Shared, Log, None, ["statement_id"], [
        id("statement_id").required(),
        month("pilot_month").required(),
        date("issued_on").required(),
        one_of("audience", &["board", "external"]).required(),
        one_of("asserted_position", &["restricted", "provisional", "supportable"]).required(),
        money("asserted_amount"),
        text("evidence_digest"),
        text("text"),
    ];

    /// The payer's attribution file: who is attributed, from when, in which product.
    PayerAttribution = "payer_attribution", Attribution, Source, None, ["participant_id", "attribution_date"], [
        id("participant_id").required(),
        date("attribution_date").required(),
        date("attribution_end_date"),
        code("product"),
        date("birth_date"),
    ];
    /// The case management system's view of each participant.
    CaseManagement = "case_management", Attribution, Source, None, ["participant_id"], [
        id("participant_id").required(),
        code("qualifying_category").required(),
        code("intervention_status"),
    ];
    /// Departures from care plans, and when they were resolved.
    CaseVariances = "case_variances", Attribution, Source, None, ["variance_id"], [
        id("variance_id").required(),
        id("participant_id").required(),
        date("opened_on").required(),
        date("resolved_on"),
    ];
    /// Service authorizations and the days that they cover.
    AuthorizationRegister = "authorization_register", Attribution, Source, None, ["authorization_id"], [
        id("authorization_id").required(),
        id("participant_id").required(),
        one_of("status", &["active", "pending", "denied", "cancelled"]).required(),
        date("start_date").required(),
        date("end_date"),
    ];
    /// People whom local teams put forward.
    LocalNominations = "local_nominations", Attribution, Source, None, ["participant_id"], [
        id("participant_id").required(),
        text("nominated_by"),
        date("nominated_on"),
    ];
    /// The attributed roster.
    Roster = "roster", Attribution, Record, Some(Step::A1), ["participant_id"], [
        id("participant_id").required().covered_by("A1-F1"),
        date("payer_attribution_date").required().covered_by("A1-F2"),
        code("qualifying_category").required().covered_by("A1-F3"),
        code("authorization_status").required().covered_by("A1-F4"),
        code("exclusion_reason_code"),
    ];
    /// The decisions that activate, hold or exclude each participant.
    CohortDecisions = "cohort_decisions", Attribution, Log, Some(Step::A2), ["participant_id", "review_date"], [
        id("participant_id").required().covered_by("A2-F1"),
        code("cohort_decision_code").required().covered_by("A2-F2"),
        date("review_date").required().covered_by("A2-F3"),
        id("reviewer_id").required().covered_by("A2-F4"),
        code("control_status").required().covered_by("A2-F5"),
        date("next_checkpoint_date").required().covered_by("A2-F6"),
        code("exclusion_reason_code"),
        text("attribution_basis"),
        id("owner"),
        date("clarification_deadline"),
    ];
    /// Who is active, frozen for a pilot month.
    LockedCohort = "locked_cohort", Attribution, Record, Some(Step::A2), ["pilot_month", "participant_id"], [
        month("pilot_month").required(),
        id("participant_id").required(),
        timestamp("locked_at"),
    ];
    /// Who entered the live workflow, and when.
    LiveWorkflow = "live_workflow", Attribution, Source, None, ["participant_id", "entered_at"], [
        id("participant_id").required(),
        timestamp("entered_at").required(),
    ];
    /// Encounters: what was used, and when.
    UtilizationFeed = "utilization_feed", Attribution, Source, None, ["encounter_id"], [
        id("encounter_id").required(),
        id("participant_id").required(),
        date("service_date").required(),
        code("kind").required(),
    ];
    /// Incidents and their severity.
    IncidentHistory = "incident_history", Attribution, Source, None, ["incident_id"], [
        id("incident_id").required(),
        id("participant_id").required(),
        date("occurred_on").required(),
        code("severity").required(),
    ];
    /// The ranked list of whom to reach first.
    PriorityList = "priority_list", Attribution, Record, Some(Step::A3), ["participant_id"], [
        id("participant_id").required().covered_by("A3-F1"),
        count("rank").required(),
        code("risk_tier").required().covered_by("A3-F2"),
        count("recent_ed_count").required().covered_by("A3-F3"),
        count("unresolved_variance_count").required().covered_by("A3-F4"),
        code("intervention_status").required().covered_by("A3-F5"),
    ];
    /// Who does what for whom, and by when.
    Assignments = "assignments", Attribution, Record, Some(Step::A4), ["participant_id"], [
        id("participant_id").required().covered_by("A4-F1"),
        code("intervention_type").required().covered_by("A4-F2"),
        text("timing_window").required().covered_by("A4-F4"),
        id("assigned_lead").covered_by("A4-F3"),
        timestamp("due_date").required().covered_by("A4-F4"),
        one_of("escalation_status", &["none", "escalated"]).required().covered_by("A4-F5"),
        code("barrier_code"),
        timestamp("validation_timestamp").required().covered_by("A4-F6"),
    ];
    /// Each month's figures for the performance period to date.
    PerformanceWorkbook = "performance_workbook", Attribution, Source, None, ["pilot_month"], [
        month("pilot_month").required(),
        count("member_months"),
        money("benchmark_pmpm"),
        money("benchmark_total"),
        money("actual_expenditure").required(),
        money("quality_score"),
        count("assigned_count"),
        money("relief"),
    ];
    /// The payment assurance file: one row a pilot month.
    PaymentAssurance = "payment_assurance", Attribution, Record, Some(Step::A5), ["pilot_month"], [
        month("pilot_month").required().covered_by("A5-F1"),
        count("attributed_participant_count").required().covered_by("A5-F2"),
        money("provisional_savings_estimate").required().covered_by("A5-F3"),
        pct("claims_lag_pct").required().covered_by("A5-F4"),
        one_of("outcome_trigger_status", &["met", "not_met", "not_evaluable"]).required().covered_by("A5-F5"),
        count("unresolved_methodology_question_count").required().covered_by("A5-F6"),
    ];
    /// What the committee decided about a month.
    PaymentDecisions = "payment_decisions", Attribution, Log, Some(Step::A6), ["pilot_month", "review_date"], [
        month("pilot_month").required(),
        code("board_decision_code").required().covered_by("A6-F1"),
        one_of("payment_position_status", &["supportable", "provisional", "restricted"]).required().covered_by("A6-F2"),
        date("review_date").required().covered_by("A6-F3"),
        id("executive_owner").required().covered_by("A6-F4"),
        code("residual_risk_rating").required().covered_by("A6-F5"),
        date("next_checkpoint_date").required().covered_by("A6-F6"),
        money("approved_amount"),
        text("methodology_note"),
        text("lag_note"),
        text("data_note"),
        id("follow_up_owner"),
    ];

    /// Referrals, as the event platform received them.
    Referrals = "referrals", Diversion, Source, None, ["event_id"], [
        id("event_id").required(),
        id("participant_id").required(),
        timestamp("referral_received_at").required(),
        timestamp("event_timestamp").required(),
        code("event_source").required(),
    ];
    /// What triage found.
    Triage = "triage", Diversion, Source, None, ["event_id"], [
        id("event_id").required(),
        id("participant_id").required(),
        timestamp("triage_timestamp").required(),
        code("crisis_category").required(),
        code("safety_status").required(),
    ];
    /// The payer's eligibility spans.
    PayerEligibility = "payer_eligibility", Diversion, Source, None, ["participant_id", "start_date"], [
        id("participant_id").required(),
        one_of("eligibility_status", &["eligible", "suspended", "terminated"]).required(),
        date("start_date").required(),
        date("end_date"),
    ];
    /// The qualification record of each event.
    EventRecords = "event_records", Diversion, Record, Some(Step::D1), ["event_id"], [
        id("event_id").required(),
        id("participant_id").required().covered_by("D1-F1"),
        timestamp("event_timestamp").required().covered_by("D1-F2"),
        code("event_source").required().covered_by("D1-F3"),
        code("crisis_category").required().covered_by("D1-F4"),
        code("payer_eligibility_status").required().covered_by("D1-F5"),
        code("exclusion_reason_code"),
        timestamp("recorded_at"),
    ];
    /// The decisions that qualify, hold or reject each event.
    EventDecisions = "event_decisions", Diversion, Log, Some(Step::D2), ["event_id", "review_date"], [
        id("event_id").required(),
        id("participant_id").required().covered_by("D2-F1"),
        code("event_decision_code").required().covered_by("D2-F2"),
        timestamp("review_date").required().covered_by("D2-F3"),
        id("reviewer_id").required().covered_by("D2-F4"),
        code("control_status").required().covered_by("D2-F5"),
        date("next_checkpoint_date").required().covered_by("D2-F6"),
        code("exclusion_reason_code"),
        code("trigger_basis"),
        id("owner"),
        timestamp("clarification_deadline"),
    ];
    /// What is qualified, frozen for a pilot month.
    LockedEvents = "locked_events", Diversion, Record, Some(Step::D2), ["event_id"], [
        id("event_id").required(),
        id("participant_id").required(),
        month("pilot_month").required(),
        timestamp("locked_at"),
    ];
    /// Risk scores over time.
    RiskTracker = "risk_tracker", Diversion, Source, None, ["participant_id", "assessed_at"], [
        id("participant_id").required(),
        timestamp("assessed_at").required(),
        count("risk_score").required(),
    ];
    /// The response released for each qualified event.
    ResponseBundles = "response_bundles", Diversion, Record, Some(Step::D3), ["event_id"], [
        id("event_id").required(),
        id("participant_id").required().covered_by("D3-F1"),
        code("response_tier").required().covered_by("D3-F2"),
        code("immediate_safety_status").required().covered_by("D3-F3"),
        id("assigned_responder").required().covered_by("D3-F4"),
        code("escalation_threshold_code").required().covered_by("D3-F5"),
        timestamp("released_at").required(),
    ];
    /// The named actions of each response.
    BundleActions = "bundle_actions", Diversion, Record, Some(Step::D3), ["event_id", "component"], [
        id("event_id").required(),
        code("component").required(),
        id("responder"),
    ];
    /// What was delivered, with its evidence.
    DeliveryLog = "delivery_log", Diversion, Source, None, ["event_id", "component", "delivered_at"], [
        id("event_id").required(),
        code("component").required(),
        timestamp("delivered_at").required(),
        text("evidence_ref"),
    ];
    /// How each response ended.
    Completions = "completions", Diversion, Record, Some(Step::D4), ["event_id"], [
        id("event_id").required(),
        id("participant_id").required().covered_by("D4-F1"),
        one_of("completion_status", &["stabilized", "partially_stabilized", "escalated_out"]).required().covered_by("D4-F2"),
        count("unresolved_dependency_count").required().covered_by("D4-F3"),
        one_of("escalation_status", &["none", "escalated"]).required().covered_by("D4-F4"),
        timestamp("review_date").required().covered_by("D4-F5"),
        timestamp("validation_timestamp").required().covered_by("D4-F6"),
        code("incomplete_reason_code"),
        date("next_checkpoint_date"),
    ];
    /// What stands in the way, and whose it is.
    BarrierTracker = "barrier_tracker", Diversion, Source, None, ["barrier_id"], [
        id("barrier_id").required(),
        id("event_id").required(),
        one_of("kind", &["dependency", "escalation"]).required(),
        date("opened_on").required(),
        date("resolved_on"),
        id("owner"),
    ];
    /// Which escalations are claimed as avoided.
    OutcomeRegister = "outcome_register", Diversion, Source, None, ["event_id"], [
        id("event_id").required(),
        id("participant_id").required(),
        code("claimed_avoided").required(),
    ];
    /// What happened afterwards, and when.
    DownstreamUtilization = "downstream_utilization", Diversion, Source, None, ["encounter_id"], [
        id("encounter_id").required(),
        id("participant_id").required(),
        timestamp("occurred_at").required(),
        code("kind").required(),
    ];
    /// The settlement file: one row a pilot month.
    SettlementFile = "settlement_file", Diversion, Record, Some(Step::D5), ["pilot_month"], [
        month("pilot_month").required().covered_by("D5-F1"),
        count("qualified_event_count").required().covered_by("D5-F2"),
        money("provisional_avoided_escalation_count").required().covered_by("D5-F3"),
        pct("claims_lag_pct").required().covered_by("D5-F4"),
        one_of("outcome_trigger_status", &["met", "not_met", "not_evaluable"]).required().covered_by("D5-F5"),
        count("unresolved_methodology_question_count").required().covered_by("D5-F6"),
    ];
    /// What the committee decided about a month.
    SettlementDecisions = "settlement_decisions", Diversion, Log, Some(Step::D6), ["pilot_month", "review_date"], [
        month("pilot_month").required(),
        code("board_decision_code").required().covered_by("D6-F1"),
        one_of("settlement_position_status", &["supportable", "provisional", "restricted"]).required().covered_by("D6-F2"),
        date("review_date").required().covered_by("D6-F3"),
        id("executive_owner").required().covered_by("D6-F4"),
        code("residual_risk_rating").required().covered_by("D6-F5"),
        date("next_checkpoint_date").required().covered_by("D6-F6"),
        money("approved_amount"),
        text("methodology_note"),
        text("lag_note"),
        text("closure_note"),
        id("follow_up_owner"),
    ];
}
