/** The tables and the controls by name: columns, types, keys, steps, and which control covers which field. */

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
  confirmations: table("shared", null, "control_id confirmed_at",
      "control_id* code, confirmed_by* id, confirmed_role* code, confirmed_at* timestamp, " +
      "document_ref text, contract_version text"),
  staff: table("shared", null, "staff_id role",
      "staff_id* id, role* code"),
  staffing_capacity: table("shared", null, "staff_id",
      "staff_id* id, open_slots* count, available_from date, available_to date"),
  executive_register: table("shared", null, "case_id recorded_at",
      "case_id* id, decision* code, recorded_at* timestamp, record_ref text"),
  claims: table("shared", null, "claim_id",
      "claim_id* id, participant_id* id, service_date* date, paid_date* date, paid_amount* money"),
  claims_lag_tracker: table("shared", null, "pilot_month",
      "pilot_month* month, claims_lag_pct* pct, as_of date"),
  outcome_report: table("shared", null, "pilot_month measure",
      "pilot_month* month, measure* code, numerator* money, denominator* money, per money"),
  methodology_questions: table("shared", null, "question_id",
      "question_id* id, pilot_month* month, kind* code, raised_on* date, resolved_on date"),
  statements: table("shared", null, "statement_id",
      "statement_id* id, pilot_month* month, issued_on* date, audience* code, asserted_position* code, " +
      "asserted_amount money, evidence_digest text, text text"),
  payer_attribution: table("attribution", null, "participant_id attribution_date",
      "participant_id* id, attribution_date* date, attribution_end_date date, product code, " +
      "birth_date date"),
  case_management: table("attribution", null, "participant_id",
      "participant_id* id, qualifying_category* code, intervention_status code"),
  case_variances: table("attribution", null, "variance_id",
      "variance_id* id, participant_id* id, opened_on* date, resolved_on date"),
  authorization_register: table("attribution", null, "authorization_id",
      "authorization_id* id, participant_id* id, status* code, start_date* date, end_date date"),
  local_nominations: table("attribution", null, "participant_id",
      "participant_id* id, nominated_by text, nominated_on date"),
  roster: table("attribution", "A1", "participant_id",
      "participant_id* id, payer_attribution_date* date, qualifying_category* code, " +
      "authorization_status* code, exclusion_reason_code code"),
  cohort_decisions: table("attribution", "A2", "participant_id review_date",
      "participant_id* id, cohort_decision_code* code, review_date* date, reviewer_id* id, " +
      "control_status* code, next_checkpoint_date* date, exclusion_reason_code code, " +
      "attribution_basis text, owner id, clarification_deadline date"),
  locked_cohort: table("attribution", "A2", "pilot_month participant_id",
      "pilot_month* month, participant_id* id, locked_at timestamp"),
  live_workflow: table("attribution", null, "participant_id entered_at",
      "participant_id* id, entered_at* timestamp"),
  utilization_feed: table("attribution", null, "encounter_id",
      "encounter_id* id, participant_id* id, service_date* date, kind* code"),
  incident_history: table("attribution", null, "incident_id",
      "incident_id* id, participant_id* id, occurred_on* date, severity* code"),
  priority_list: table("attribution", "A3", "participant_id",
      "participant_id* id, rank* count, risk_tier* code, recent_ed_count* count, " +
      "unresolved_variance_count* count, intervention_status* code"),
  assignments: table("attribution", "A4", "participant_id",
      "participant_id* id, intervention_type* code, timing_window* text, assigned_lead id, " +
      "due_date* timestamp, escalation_status* code, barrier_code code, validation_timestamp* timestamp"),
  performance_workbook: table("attribution", null, "pilot_month",
      "pilot_month* month, member_months count, benchmark_pmpm money, benchmark_total money, " +
      "actual_expenditure* money, quality_score money, assigned_count count, relief money"),
  payment_assurance: table("attribution", "A5", "pilot_month",
      "pilot_month* month, attributed_participant_count* count, provisional_savings_estimate* money, " +
      "claims_lag_pct* pct, outcome_trigger_status* code, unresolved_methodology_question_count* count"),
  payment_decisions: table("attribution", "A6", "pilot_month review_date",
      "pilot_month* month, board_decision_code* code, payment_position_status* code, review_date* date, " +
      "executive_owner* id, residual_risk_rating* code, next_checkpoint_date* date, " +
      "approved_amount money, methodology_note text, lag_note text, data_note text, follow_up_owner id"),
  referrals: table("diversion", null, "event_id",
      "event_id* id, participant_id* id, referral_received_at* timestamp, event_timestamp* timestamp, " +
      "event_source* code"),
  triage: table("diversion", null, "event_id",
      "event_id* id, participant_id* id, triage_timestamp* timestamp, crisis_category* code, " +
      "safety_status* code"),
  payer_eligibility: table("diversion", null, "participant_id start_date",
      "participant_id* id, eligibility_status* code, start_date* date, end_date date"),
  event_records: table("diversion", "D1", "event_id",
      "event_id* id, participant_id* id, event_timestamp* timestamp, event_source* code, " +
      "crisis_category* code, payer_eligibility_status* code, exclusion_reason_code code, " +
      "recorded_at timestamp"),
  event_decisions: table("diversion", "D2", "event_id review_date",
      "event_id* id, participant_id* id, event_decision_code* code, review_date* timestamp, " +
      "reviewer_id* id, control_status* code, next_checkpoint_date* date, exclusion_reason_code code, " +
      "trigger_basis code, owner id, clarification_deadline timestamp"),
  locked_events: table("diversion", "D2", "event_id",
      "event_id* id, participant_id* id, pilot_month* month, locked_at timestamp"),
  risk_tracker: table("diversion", null, "participant_id assessed_at",
      "participant_id* id, assessed_at* timestamp, risk_score* count"),
  response_bundles: table("diversion", "D3", "event_id",
      "event_id* id, participant_id* id, response_tier* code, immediate_safety_status* code, " +
      "assigned_responder* id, escalation_threshold_code* code, released_at* timestamp"),
  bundle_actions: table("diversion", "D3", "event_id component",
      "event_id* id, component* code, responder id"),
  delivery_log: table("diversion", null, "event_id component delivered_at",
      "event_id* id, component* code, delivered_at* timestamp, evidence_ref text"),
  completions: table("diversion", "D4", "event_id",
      "event_id* id, participant_id* id, completion_status* code, unresolved_dependency_count* count, " +
      "escalation_status* code, review_date* timestamp, validation_timestamp* timestamp, " +
      "incomplete_reason_code code, next_checkpoint_date date"),
  barrier_tracker: table("diversion", null, "barrier_id",
      "barrier_id* id, event_id* id, kind* code, opened_on* date, resolved_on date, owner id"),
  outcome_register: table("diversion", null, "event_id",
      "event_id* id, participant_id* id, claimed_avoided* code"),
  downstream_utilization: table("diversion", null, "encounter_id",
      "encounter_id* id, participant_id* id, occurred_at* timestamp, kind* code"),
  settlement_file: table("diversion", "D5", "pilot_month",
      "pilot_month* month, qualified_event_count* count, provisional_avoided_escalation_count* money, " +
      "claims_lag_pct* pct, outcome_trigger_status* code, unresolved_methodology_question_count* count"),
  settlement_decisions: table("diversion", "D6", "pilot_month review_date",
      "pilot_month* month, board_decision_code* code, settlement_position_status* code, " +
      "review_date* date, executive_owner* id, residual_risk_rating* code, next_checkpoint_date* date, " +
      "approved_amount money, methodology_note text, lag_note text, closure_note text, " +
      "follow_up_owner id"),
};

/** The controls of a step, in the catalogue's order; `w` marks a warning. */
const CATALOGUE = {
  A1: "F1 F2 F3 F4 F5 G1 G2 V1 V2 V3 T1w L1 C1",
  A2: "F1 F2 F3 F4 F5 F6 G1 G2 V1 V2 V3 T1w R1 R2 R3 L1",
  A3: "F1 F2 F3 F4 F5 G1 G2 V1 V2 V3 T1w R1w L1 C1",
  A4: "F1 F2 F3 F4 F5 F6 G1 G2 V1 V2 V3 T1w R1w L1",
  A5: "F1 F2 F3 F4 F5 F6 G1 V1 V2 V3 T1w R1 R2 R3 L1",
  A6: "F1 F2 F3 F4 F5 F6 G1 V1 V2 V3 T1w L1",
  D1: "F1 F2 F3 F4 F5 F6 G1 G2 V1 V2 V3 T1w L1 C1",
  D2: "F1 F2 F3 F4 F5 F6 G1 G2 V1 V2 V3 T1w R1 R2 R3 L1",
  D3: "F1 F2 F3 F4 F5 G1 G2 V1 V2 V3 T1w R1w L1 C1",
  D4: "F1 F2 F3 F4 F5 F6 G1 G2 V1 V2 V3 T1w R1w L1",
  D5: "F1 F2 F3 F4 F5 F6 G1 V1 V2 V3 T1w R1 R2 R3 L1",
  D6: "F1 F2 F3 F4 F5 F6 G1 V1 V2 V3 T1w L1",
};

export const STEPS = Object.keys(CATALOGUE);

export const CONTROLS = STEPS.flatMap((step) =>
  CATALOGUE[step].split(" ").map((name) => ({
    id: `${step}-${name.replace("w", "")}`,
    step,
    kind: name[0],
    severity: name.endsWith("w") ? "warn" : "block",
  })),
);

export const pilotOf = (step) => (step[0] === "A" ? "attribution" : "diversion");

/** Field controls that ask for no more than a value (of a closed list, where there is one) in each row. */
export const FIELD_CONTROLS = {
  roster: {
    "A1-F1": ["participant_id"],
    "A1-F2": ["payer_attribution_date"],
    "A1-F3": ["qualifying_category"],
    "A1-F4": ["authorization_status"],
  },
  cohort_decisions: {
    "A2-F1": ["participant_id"],
    "A2-F2": ["cohort_decision_code"],
    "A2-F3": ["review_date"],
    "A2-F4": ["reviewer_id"],
    "A2-F5": ["control_status"],
    "A2-F6": ["next_checkpoint_date"],
  },
  priority_list: {
    "A3-F1": ["participant_id"],
    "A3-F2": ["risk_tier"],
    "A3-F3": ["recent_ed_count"],
    "A3-F4": ["unresolved_variance_count"],
    "A3-F5": ["intervention_status"],
  },
  assignments: {
    "A4-F1": ["participant_id"],
    "A4-F5": ["escalation_status"],
    "A4-F6": ["validation_timestamp"],
  },
  payment_assurance: {
    "A5-F1": ["pilot_month"],
    "A5-F2": ["attributed_participant_count"],
    "A5-F3": ["provisional_savings_estimate"],
    "A5-F4": ["claims_lag_pct"],
    "A5-F5": ["outcome_trigger_status"],
    "A5-F6": ["unresolved_methodology_question_count"],
  },
  payment_decisions: {
    "A6-F1": ["board_decision_code"],
    "A6-F2": ["payment_position_status"],
    "A6-F3": ["review_date"],
    "A6-F4": ["executive_owner"],
    "A6-F5": ["residual_risk_rating"],
    "A6-F6": ["next_checkpoint_date"],
  },
  event_records: {
    "D1-F1": ["participant_id"],
    "D1-F2": ["event_timestamp"],
    "D1-F3": ["event_source"],
    "D1-F4": ["crisis_category"],
    "D1-F5": ["payer_eligibility_status"],
  },
  event_decisions: {
    "D2-F1": ["participant_id"],
    "D2-F2": ["event_decision_code"],
    "D2-F3": ["review_date"],
    "D2-F4": ["reviewer_id"],
    "D2-F5": ["control_status"],
    "D2-F6": ["next_checkpoint_date"],
  },
  response_bundles: {
    "D3-F1": ["participant_id"],
    "D3-F2": ["response_tier"],
    "D3-F3": ["immediate_safety_status"],
    "D3-F4": ["assigned_responder"],
    "D3-F5": ["escalation_threshold_code"],
  },
  completions: {
    "D4-F1": ["participant_id"],
    "D4-F2": ["completion_status"],
    "D4-F3": ["unresolved_dependency_count"],
    "D4-F4": ["escalation_status"],
    "D4-F5": ["review_date"],
    "D4-F6": ["validation_timestamp"],
  },
  settlement_file: {
    "D5-F1": ["pilot_month"],
    "D5-F2": ["qualified_event_count"],
    "D5-F3": ["provisional_avoided_escalation_count"],
    "D5-F4": ["claims_lag_pct"],
    "D5-F5": ["outcome_trigger_status"],
    "D5-F6": ["unresolved_methodology_question_count"],
  },
  settlement_decisions: {
    "D6-F1": ["board_decision_code"],
    "D6-F2": ["settlement_position_status"],
    "D6-F3": ["review_date"],
    "D6-F4": ["executive_owner"],
    "D6-F5": ["residual_risk_rating"],
    "D6-F6": ["next_checkpoint_date"],
  },
};

/** Fields whose emptiness A4-F2 and A4-F4 judge, and only on a row that has a lead. */
const JUDGED_WITH_LEAD = ["intervention_type", "timing_window", "due_date"];

/** Whether a field control, and not IN-5, asks for the column's value. */
export function hasFieldControl(dataset, column) {
  if (dataset === "assignments" && JUDGED_WITH_LEAD.includes(column)) return true;
  return Object.values(FIELD_CONTROLS[dataset] ?? {}).some((columns) => columns.includes(column));
}

const POSITIONS = ["restricted", "provisional", "supportable"];
const TRIGGER_STATUSES = ["met", "not_met", "not_evaluable"];
const ESCALATIONS = ["none", "escalated"];

/** The closed list of a column under this contract, or undefined. */
export function closedList(dataset, column, contract) {
  const codes = Object.keys(contract.decisionCodes);
  const lists = {
    "methodology_questions.kind": ["methodology", "lag", contract.pilot === "attribution" ? "data" : "closure"],
    "statements.audience": ["board", "external"],
    "statements.asserted_position": POSITIONS,
    "executive_register.decision": [...codes, ...contract.classes],
    "authorization_register.status": ["active", "pending", "denied", "cancelled"],
    "cohort_decisions.cohort_decision_code": codes,
    "incident_history.severity": Object.keys(contract.severityPoints),
    "assignments.escalation_status": ESCALATIONS,
    "payment_assurance.outcome_trigger_status": TRIGGER_STATUSES,
    "payment_decisions.payment_position_status": POSITIONS,
    "payer_eligibility.eligibility_status": ["eligible", "suspended", "terminated"],
    "event_decisions.event_decision_code": codes,
    "completions.completion_status": ["stabilized", "partially_stabilized", "escalated_out"],
    "completions.escalation_status": ESCALATIONS,
    "barrier_tracker.kind": ["dependency", "escalation"],
    "outcome_register.claimed_avoided": [...(contract.payment.downstream_kinds ?? []), "none"],
    "settlement_file.outcome_trigger_status": TRIGGER_STATUSES,
    "settlement_decisions.settlement_position_status": POSITIONS,
  };
  return lists[`${dataset}.${column}`];
}
