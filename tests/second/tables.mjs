/** The tables by name: columns, types, keys, and the step that each is the record or the log of. */

/** `*` after a column's name: it must be there, and each row has a value in it. */
function table(pilot, step, key, columns) {
  return {
    pilot,
    step,
    key: key.split(" "),
    columns: columns.split(", ").map((column) => {
      const [name, type] = column.split(" ");
      return { name: name.replace("*", ""), type, required: name.endsWith("*") };
    }),
  };
}

export const TABLES = {
  confirmations: table(
    "shared",
    null,
    "control_id confirmed_at",
    "control_id* code, confirmed_by* id, confirmed_role* code, confirmed_at* timestamp, " +
      "document_ref text, contract_version text",
  ),
  staff: table("shared", null, "staff_id role", "staff_id* id, role* code"),
  staffing_capacity: table(
    "shared",
    null,
    "staff_id",
    "staff_id* id, open_slots* count, available_from date, available_to date",
  ),
  executive_register: table(
    "shared",
    null,
    "case_id recorded_at",
    "case_id* id, decision* code, recorded_at* timestamp, record_ref text",
  ),
  claims: table(
    "shared",
    null,
    "claim_id",
    "claim_id* id, participant_id* id, service_date* date, paid_date* date, paid_amount* money",
  ),
  claims_lag_tracker: table("shared", null, "pilot_month", "pilot_month* month, claims_lag_pct* pct, as_of date"),
  outcome_report: table(
    "shared",
    null,
    "pilot_month measure",
    "pilot_month* month, measure* code, numerator* money, denominator* money, per money",
  ),
  methodology_questions: table(
    "shared",
    null,
    "question_id",
    "question_id* id, pilot_month* month, kind* code, raised_on* date, resolved_on date",
  ),
  statements: table(
    "shared",
    null,
    "statement_id",
    "statement_id* id, pilot_month* month, issued_on* date, audience* code, asserted_position* code, " +
      "asserted_amount money, evidence_digest text, text text",
  ),
  payer_attribution: table(
    "attribution",
    null,
    "participant_id attribution_date",
    "participant_id* id, attribution_date* date, attribution_end_date date, product code, " + "birth_date date",
  ),
  case_management: table(
    "attribution",
    null,
    "participant_id",
    "participant_id* id, qualifying_category* code, intervention_status code",
  ),
  case_variances: table(
    "attribution",
    null,
    "variance_id",
    "variance_id* id, participant_id* id, opened_on* date, resolved_on date",
  ),
  authorization_register: table(
    "attribution",
    null,
    "authorization_id",
    "authorization_id* id, participant_id* id, status* code, start_date* date, end_date date",
  ),
  local_nominations: table(
    "attribution",
    null,
    "participant_id",
    "participant_id* id, nominated_by text, nominated_on date",
  ),
  roster: table(
    "attribution",
    "A1",
    "participant_id",
    "participant_id* id, payer_attribution_date* date, qualifying_category* code, " +
      "authorization_status* code, exclusion_reason_code code",
  ),
  cohort_decisions: table(
    "attribution",
    "A2",
    "participant_id review_date",
    "participant_id* id, cohort_decision_code* code, review_date* date, reviewer_id* id, " +
      "control_status* code, next_checkpoint_date* date, exclusion_reason_code code, " +
      "attribution_basis text, owner id, clarification_deadline date",
  ),
  locked_cohort: table(
    "attribution",
    "A2",
    "pilot_month participant_id",
    "pilot_month* month, participant_id* id, locked_at timestamp",
  ),
  live_workflow: table("attribution", null, "participant_id entered_at", "participant_id* id, entered_at* timestamp"),
  utilization_feed: table(
    "attribution",
    null,
    "encounter_id",
    "encounter_id* id, participant_id* id, service_date* date, kind* code",
  ),
  incident_history: table(
    "attribution",
    null,
    "incident_id",
    "incident_id* id, participant_id* id, occurred_on* date, severity* code",
  ),
  priority_list: table(
    "attribution",
    "A3",
    "participant_id",
    "participant_id* id, rank* count, risk_tier* code, recent_ed_count* count, " +
      "unresolved_variance_count* count, intervention_status* code",
  ),
  assignments: table(
    "attribution",
    "A4",
    "participant_id",
    "participant_id* id, intervention_type* code, timing_window* text, assigned_lead id, " +
      "due_date* timestamp, escalation_status* code, barrier_code code, validation_timestamp* timestamp",
  ),
  performance_workbook: table(
    "attribution",
    null,
    "pilot_month",
    "pilot_month* month, member_months count, benchmark_pmpm money, benchmark_total money, " +
      "actual_expenditure* money, quality_score money, assigned_count count, relief money",
  ),
  payment_assurance: table(
    "attribution",
    "A5",
    "pilot_month",
    "pilot_month* month, attributed_participant_count* count, provisional_savings_estimate* money, " +
      "claims_lag_pct* pct, outcome_trigger_status* code, unresolved_methodology_question_count* count",
  ),
  payment_decisions: table(
    "attribution",
    "A6",
    "pilot_month review_date",
    "pilot_month* month, board_decision_code* code, payment_position_status* code, review_date* date, " +
      "executive_owner* id, residual_risk_rating* code, next_checkpoint_date* date, " +
      "approved_amount money, methodology_note text, lag_note text, data_note text, follow_up_owner id",
  ),
  referrals: table(
    "diversion",
    null,
    "event_id",
    "event_id* id, participant_id* id, referral_received_at* timestamp, event_timestamp* timestamp, " +
      "event_source* code",
  ),
  triage: table(
    "diversion",
    null,
    "event_id",
    "event_id* id, participant_id* id, triage_timestamp* timestamp, crisis_category* code, " + "safety_status* code",
  ),
  payer_eligibility: table(
    "diversion",
    null,
    "participant_id start_date",
    "participant_id* id, eligibility_status* code, start_date* date, end_date date",
  ),
  event_records: table(
    "diversion",
    "D1",
    "event_id",
    "event_id* id, participant_id* id, event_timestamp* timestamp, event_source* code, " +
      "crisis_category* code, payer_eligibility_status* code, exclusion_reason_code code, " +
      "recorded_at timestamp",
  ),
  event_decisions: table(
    "diversion",
    "D2",
    "event_id review_date",
    "event_id* id, participant_id* id, event_decision_code* code, review_date* timestamp, " +
      "reviewer_id* id, control_status* code, next_checkpoint_date* date, exclusion_reason_code code, " +
      "trigger_basis code, owner id, clarification_deadline timestamp",
  ),
  locked_events: table(
    "diversion",
    "D2",
    "event_id",
    "event_id* id, participant_id* id, pilot_month* month, locked_at timestamp",
  ),
  risk_tracker: table(
    "diversion",
    null,
    "participant_id assessed_at",
    "participant_id* id, assessed_at* timestamp, risk_score* count",
  ),
  response_bundles: table(
    "diversion",
    "D3",
    "event_id",
    "event_id* id, participant_id* id, response_tier* code, immediate_safety_status* code, " +
      "assigned_responder* id, escalation_threshold_code* code, released_at* timestamp",
  ),
  bundle_actions: table("diversion", "D3", "event_id component", "event_id* id, component* code, responder id"),
  delivery_log: table(
    "diversion",
    null,
    "event_id component delivered_at",
    "event_id* id, component* code, delivered_at* timestamp, evidence_ref text",
  ),
  completions: table(
    "diversion",
    "D4",
    "event_id",
    "event_id* id, participant_id* id, completion_status* code, unresolved_dependency_count* count, " +
      "escalation_status* code, review_date* timestamp, validation_timestamp* timestamp, " +
      "incomplete_reason_code code, next_checkpoint_date date",
  ),
  barrier_tracker: table(
    "diversion",
    null,
    "barrier_id",
    "barrier_id* id, event_id* id, kind* code, opened_on* date, resolved_on date, owner id",
  ),
  outcome_register: table("diversion", null, "event_id", "event_id* id, participant_id* id, claimed_avoided* code"),
  downstream_utilization: table(
    "diversion",
    null,
    "encounter_id",
    "encounter_id* id, participant_id* id, occurred_at* timestamp, kind* code",
  ),
  settlement_file: table(
    "diversion",
    "D5",
    "pilot_month",
    "pilot_month* month, qualified_event_count* count, provisional_avoided_escalation_count* money, " +
      "claims_lag_pct* pct, outcome_trigger_status* code, unresolved_methodology_question_count* count",
  ),
  settlement_decisions: table(
    "diversion",
    "D6",
    "pilot_month review_date",
    "pilot_month* month, board_decision_code* code, settlement_position_status* code, " +
      "review_date* date, executive_owner* id, residual_risk_rating* code, next_checkpoint_date* date, " +
      "approved_amount money, methodology_note text, lag_note text, closure_note text, " +
      "follow_up_owner id",
  ),
};
