/** Which events count: the event record (D1) and the decision on it (D2). */

import { requireConfirmation } from "./control.mjs";
import { tablesOfAll, UNKNOWN } from "./criteria.mjs";
import { requireRegister, requireReviewerRole } from "./entry-attribution.mjs";
import {
  decisionsAt,
  eligibility,
  eventCode,
  eventDay,
  firstDecision,
  isQualified,
  referralOf,
  triageOf,
} from "./events.mjs";
import { monthOf } from "./time.mjs";

const needsRules = (judge) => judge.needsAll("referrals", ...tablesOfAll(judge.run.contract.criteria));
const differ = (a, b) => a !== null && b !== null && a !== b;

export const D1 = {
  "D1-F6"(judge) {
    forEachWithReferral(judge, (row, code) => {
      if (row.exclusion_reason_code === null && code !== null)
        judge.at(row, { field: "exclusion_reason_code", expected: code });
    });
  },

  "D1-G1": (judge) => requireConfirmation(judge, { recordDay: judge.run.today }),
  "D1-G2": (judge) => requireConfirmation(judge, { recordDay: judge.run.today }),

  "D1-V1"(judge) {
    const { run } = judge;
    judge.needsAll("event_records", "triage", "referrals");
    const tolerance = run.contract.toleranceMinutes * 60_000;
    for (const row of run.rows("event_records") ?? []) {
      const triage = triageOf(run, row.event_id);
      const referral = referralOf(run, row.event_id);
      if (run.rows("triage")) {
        if (!triage) judge.at(row, { field: "event_id", missingFrom: "triage" });
        else if (row.event_timestamp !== null && triage.triage_timestamp !== null) {
          const apart = Math.abs(row.event_timestamp - triage.triage_timestamp);
          if (apart > tolerance) judge.at(row, { field: "event_timestamp", expected: triage.written.triage_timestamp });
        }
        if (triage && differ(row.crisis_category, triage.crisis_category)) {
          judge.at(row, { field: "crisis_category", expected: triage.crisis_category });
        }
      }
      for (const field of referral ? ["participant_id", "event_source", "event_timestamp"] : []) {
        if (differ(row[field], referral[field])) judge.at(row, { field, expected: referral.written[field] });
      }
    }
  },

  "D1-V2"(judge) {
    const { run } = judge;
    if (!judge.needsAll("event_records", "referrals", "payer_eligibility")) return;
    for (const row of run.rows("event_records")) {
      const referral = referralOf(run, row.event_id);
      const expected = referral && eligibility(run, referral);
      if (differ(row.payer_eligibility_status, expected))
        judge.at(row, { field: "payer_eligibility_status", expected });
    }
  },

  "D1-V3"(judge) {
    const { run } = judge;
    for (const row of judge.needs("event_records") ?? []) {
      const code = row.exclusion_reason_code;
      if (code !== null && !run.contract.exclusionCodes.has(code)) judge.at(row, { field: "exclusion_reason_code" });
    }
    forEachWithReferral(judge, (row, given) => {
      const code = row.exclusion_reason_code;
      if (code === null || code === given) return;
      const manual = run.contract.exclusionCodes.get(code)?.manual === true;
      if (!(manual && given === null)) judge.at(row, { field: "exclusion_reason_code", expected: given });
    });
  },

  "D1-T1"(judge) {
    const { run } = judge;
    const { record_event: limit } = run.contract.deadlines;
    if (!limit) return judge.notApplicable();
    judge.needsAll("event_records", "referrals");
    for (const row of run.rows("event_records") ?? []) {
      const at = row.recorded_at;
      if (row.refused.has("recorded_at")) continue;
      const receipt = referralOf(run, row.event_id)?.referral_received_at ?? null;
      if (at === null || at > run.asOf || isOutside(run, at, receipt, limit)) judge.at(row, { field: "recorded_at" });
    }
  },

  "D1-L1"(judge) {
    const { run } = judge;
    judge.needsAll("event_records", "referrals");
    const { record_event: limit } = run.contract.deadlines;
    if (run.rows("event_records") && run.rows("referrals")) {
      for (const row of run.rows("referrals")) {
        const due = limit && row.referral_received_at !== null;
        const isLate = due && run.calendar.limitFrom(row.referral_received_at, limit).isPast(run.asOf);
        if (isLate && !run.find("event_records", "event_id", row.event_id)) {
          judge.at(row, { field: "event_id", missingFrom: "event_records" });
        }
      }
      for (const row of run.rows("event_records")) {
        if (!referralOf(run, row.event_id)) judge.at(row, { field: "event_id", missingFrom: "referrals" });
      }
    }
    requireConfirmation(judge, { recordDay: run.today });
  },

  "D1-C1"(judge) {
    const { run } = judge;
    if (!judge.needs("event_records")) return;
    for (const row of run.rows("response_bundles") ?? []) {
      const recorded = run.find("event_records", "event_id", row.event_id)?.recorded_at ?? null;
      if (recorded !== null && row.released_at !== null && row.released_at < recorded) {
        judge.at(row, { field: "released_at" });
      }
    }
    for (const row of run.rows("event_decisions") ? run.rows("event_records") : []) {
      const first = firstDecision(run, row.event_id);
      if (first && row.recorded_at !== null && row.recorded_at > first.review_date) {
        judge.at(row, { field: "recorded_at", expected: first.written.review_date });
      }
    }
  },
};

/** Whether the instant is before the start, or past the limit that begins there. */
export function isOutside(run, at, start, limit) {
  return start !== null && (at < start || run.calendar.limitFrom(start, limit).isPast(at));
}

/** Calls with each record that has a referral and the code that the rules give its event, where that is known. */
function forEachWithReferral(judge, visit) {
  const { run } = judge;
  const records = judge.needs("event_records");
  needsRules(judge);
  for (const row of records ?? []) {
    const referral = referralOf(run, row.event_id);
    const code = referral ? eventCode(run, referral) : UNKNOWN;
    if (code !== UNKNOWN) visit(row, code);
  }
}

const current = (run) => [...decisionsAt(run, run.asOf).values()];
const classOf = (run, row) => run.classOf(row.event_decision_code);
const ofClass = (run, name) => current(run).filter((row) => classOf(run, row) === name);

export const D2 = {
  "D2-G1"(judge) {
    judge.needs("event_decisions");
    for (const row of ofClass(judge.run, "pending")) if (row.owner === null) judge.at(row, { field: "owner" });
  },

  "D2-G2"(judge) {
    const { run } = judge;
    judge.needsAll("event_decisions", "referrals");
    const { response_window: window } = run.contract.deadlines;
    for (const row of ofClass(run, "pending")) {
      const deadline = row.clarification_deadline;
      if (row.refused.has("clarification_deadline")) continue;
      const event = referralOf(run, row.event_id)?.event_timestamp ?? null;
      const unprotected = () => window && event !== null && run.calendar.limitFrom(event, window).isPast(deadline);
      if (deadline === null || deadline < row.review_date || deadline < run.asOf || unprotected()) {
        judge.at(row, { field: "clarification_deadline" });
      }
    }
  },

  "D2-V1"(judge) {
    const { run } = judge;
    judge.needsAll("event_decisions", "event_records", "triage");
    needsRules(judge);
    for (const row of ofClass(run, "qualified")) {
      const referral = referralOf(run, row.event_id);
      const code = referral ? eventCode(run, referral) : UNKNOWN;
      if (code !== UNKNOWN && code !== null) judge.at(row, { field: "event_decision_code" });
      const recorded = run.find("event_records", "event_id", row.event_id);
      if (recorded && recorded.exclusion_reason_code !== null) judge.at(row, { field: "event_decision_code" });
      if (run.rows("triage") && !isBasisOf(run, row)) judge.at(row, { field: "trigger_basis" });
      if (!run.contract.triggerBases.has(row.trigger_basis)) judge.at(row, { field: "trigger_basis" });
    }
  },

  "D2-V2"(judge) {
    const { run } = judge;
    judge.needs("event_decisions");
    needsRules(judge);
    for (const row of ofClass(run, "rejected")) {
      const code = row.exclusion_reason_code;
      const agreed = run.contract.exclusionCodes.get(code);
      if (code === null || !agreed) {
        judge.at(row, { field: "exclusion_reason_code" });
        continue;
      }
      const referral = referralOf(run, row.event_id);
      const given = referral && agreed.manual !== true ? eventCode(run, referral) : UNKNOWN;
      if (given !== UNKNOWN && given !== code) judge.at(row, { field: "exclusion_reason_code", expected: given });
    }
  },

  "D2-V3"(judge) {
    const { run } = judge;
    const bundles = judge.needs("response_bundles");
    const decisions = judge.needs("event_decisions");
    const register = judge.needs("executive_register");
    for (const row of bundles ?? []) {
      if (row.released_at === null) continue;
      const decided = (any) =>
        any.event_id === row.event_id && isQualified(run, any) && any.review_date <= row.released_at;
      const registered = (any) =>
        any.case_id === row.event_id && run.registerClass(any) === "qualified" && any.recorded_at <= row.released_at;
      const undecided = decisions && !decisions.some(decided);
      const unregistered = register && !register.some(registered);
      if (undecided || unregistered) judge.at(row, { field: "event_id" });
    }
  },

  "D2-T1"(judge) {
    const { run } = judge;
    const { approve_event: limit } = run.contract.deadlines;
    if (!limit) return judge.notApplicable();
    if (!judge.needsAll("event_decisions", "event_records")) return;
    for (const event of decisionsAt(run, run.asOf).keys()) {
      const first = firstDecision(run, event);
      const recorded = run.find("event_records", "event_id", event)?.recorded_at ?? null;
      if (isOutside(run, first.review_date, recorded, limit)) judge.at(first, { field: "review_date" });
    }
  },

  "D2-R1": (judge) => requireConfirmation(judge, { role: "compliance", recordDay: judge.run.today }),
  "D2-R2": (judge) => requireConfirmation(judge, { role: "payer_relations", recordDay: judge.run.today }),
  "D2-R3": (judge) => requireReviewerRole(judge, "event_decisions", "approve_event", current),

  "D2-L1"(judge) {
    const { run } = judge;
    const records = judge.needs("event_records");
    const decisions = judge.needs("event_decisions");
    judge.needsAll("executive_register", "referrals");
    const { approve_event: limit } = run.contract.deadlines;
    const decided = decisionsAt(run, run.asOf);
    for (const row of decisions && limit ? (records ?? []) : []) {
      const isLate = row.recorded_at !== null && run.calendar.limitFrom(row.recorded_at, limit).isPast(run.asOf);
      if (isLate && !decided.has(row.event_id)) judge.at(row, { field: "event_id", missingFrom: "event_decisions" });
    }
    for (const row of decisions ? current(run) : []) {
      if (records && !run.find("event_records", "event_id", row.event_id)) {
        judge.at(row, { field: "event_id", missingFrom: "event_records" });
      }
      const referral = referralOf(run, row.event_id);
      if (referral && differ(row.participant_id, referral.participant_id)) judge.at(row, { field: "participant_id" });
      requireRegister(judge, row, row.event_id, classOf(run, row));
    }
    if (decisions && run.rows("locked_events")) compareLock(judge);
    requireConfirmation(judge, { recordDay: run.today });
  },
};

/** Whether the decision's basis is one that the contract gives the event's category; true where that is not known. */
function isBasisOf(run, decision) {
  const triage = triageOf(run, decision.event_id);
  if (triage?.crisis_category === null) return true;
  const basis = run.contract.triggerBases.get(decision.trigger_basis);
  return triage !== null && basis !== undefined && basis.categories.includes(triage.crisis_category);
}

function compareLock(judge) {
  const { run } = judge;
  const decided = decisionsAt(run, run.asOf);
  for (const row of run.rows("locked_events")) {
    const referral = referralOf(run, row.event_id);
    if (!isQualified(run, decided.get(row.event_id))) judge.at(row, { field: "event_id" });
    if (!referral) continue;
    if (differ(row.participant_id, referral.participant_id)) judge.at(row, { field: "participant_id" });
    const day = eventDay(run, referral);
    if (day !== null && differ(row.pilot_month, monthOf(day)))
      judge.at(row, { field: "pilot_month", expected: monthOf(day) });
  }
  for (const row of ofClass(run, "qualified")) {
    const referral = referralOf(run, row.event_id);
    const hasMonth = referral && eventDay(run, referral) !== null;
    if (run.rows("referrals") && !hasMonth) continue; // build cannot lock it
    if (!run.find("locked_events", "event_id", row.event_id)) {
      judge.at(row, { field: "event_id", missingFrom: "locked_events" });
    }
  }
}
