/** The controls by name, which of them covers which field, and the closed lists. */

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
