/** Who may be in: the attributed roster (A1) and the decisions on the cohort (A2). */

import { requireConfirmation } from "./control.mjs";
import { tablesOfAll, UNKNOWN } from "./criteria.mjs";
import {
  activeOn,
  authorizationStatus,
  caseCategory,
  decisionsOn,
  participantCode,
  populationOn,
} from "./population.mjs";
import { formatDay, monthOf } from "./time.mjs";

const rosterDay = (run) => run.recordDay("A1-L1");
const needsRules = (judge) => judge.needsAll("payer_attribution", ...tablesOfAll(judge.run.contract.criteria));

export const A1 = {
  "A1-F5"(judge) {
    forEachInPopulation(judge, (row, code) => {
      if (row.exclusion_reason_code === null && code !== null)
        judge.at(row, { field: "exclusion_reason_code", expected: code });
    });
  },

  "A1-G1": (judge) => requireConfirmation(judge, { role: "payer_relations", recordDay: rosterDay(judge.run) }),
  "A1-G2": (judge) => requireConfirmation(judge, { role: "payer_relations", recordDay: rosterDay(judge.run) }),

  "A1-V1"(judge) {
    const { run } = judge;
    const roster = judge.needs("roster");
    const payer = judge.needs("payer_attribution");
    const cases = judge.needs("case_management");
    if (!roster || !payer) return;
    const population = populationOn(run, rosterDay(run));
    for (const row of roster) {
      const source = population.get(row.participant_id);
      if (!source) {
        const known = payer.some((any) => any.participant_id === row.participant_id);
        judge.at(row, { field: "participant_id", missingFrom: known ? null : "payer_attribution" });
        continue;
      }
      if (row.payer_attribution_date !== null && row.payer_attribution_date !== source.attribution_date) {
        judge.at(row, { field: "payer_attribution_date", expected: formatDay(source.attribution_date) });
      }
      const kept = run.find("case_management", "participant_id", row.participant_id);
      if (!cases || row.qualifying_category === null || kept?.qualifying_category === null) continue;
      const category = caseCategory(run, row.participant_id);
      if (row.qualifying_category !== category) judge.at(row, { field: "qualifying_category", expected: category });
    }
    for (const [id, source] of population) {
      if (!run.find("roster", "participant_id", id)) {
        judge.at(source, { field: "participant_id", missingFrom: "roster" });
      }
    }
  },

  "A1-C1"(judge) {
    const { run } = judge;
    if (!judge.needsAll("roster", "payer_attribution", "local_nominations")) return;
    const population = populationOn(run, rosterDay(run));
    for (const row of run.rows("roster")) {
      const nominated = run.find("local_nominations", "participant_id", row.participant_id);
      if (!population.has(row.participant_id) && nominated) judge.at(row, { field: "participant_id" });
    }
  },

  "A1-V2"(judge) {
    const { run } = judge;
    if (!judge.needsAll("roster", "payer_attribution", "authorization_register")) return;
    const population = populationOn(run, rosterDay(run));
    for (const row of run.rows("roster")) {
      if (!population.has(row.participant_id) || row.authorization_status === null) continue;
      const expected = authorizationStatus(run, row.participant_id, rosterDay(run));
      if (row.authorization_status !== expected) judge.at(row, { field: "authorization_status", expected });
    }
  },

  "A1-V3"(judge) {
    const { run } = judge;
    for (const row of judge.needs("roster") ?? []) {
      const code = row.exclusion_reason_code;
      if (code !== null && !run.contract.exclusionCodes.has(code)) judge.at(row, { field: "exclusion_reason_code" });
    }
    forEachInPopulation(judge, (row, given) => {
      const code = row.exclusion_reason_code;
      if (code === null || code === given) return;
      const manual = run.contract.exclusionCodes.get(code)?.manual === true;
      if (!(manual && given === null)) judge.at(row, { field: "exclusion_reason_code", expected: given });
    });
  },

  "A1-T1"(judge) {
    const { run } = judge;
    if (run.contract.rosterDay === undefined) return judge.notApplicable();
    const isMissed = !run.calendar.isCadence(rosterDay(run), run.contract.rosterDay);
    judge.needs("roster");
    if (isMissed) judge.whole("roster");
  },

  "A1-L1": (judge) => requireConfirmation(judge, { recordDay: rosterDay(judge.run) }),
};

/** Calls with each roster row of the population and the code that the rules give it, where that is known. */
function forEachInPopulation(judge, visit) {
  const { run } = judge;
  const roster = judge.needs("roster");
  needsRules(judge);
  const population = populationOn(run, rosterDay(run));
  if (!roster || !population) return;
  for (const row of roster) {
    if (!population.has(row.participant_id)) continue;
    const code = participantCode(run, row.participant_id, rosterDay(run));
    if (code !== UNKNOWN) visit(row, code);
  }
}

const current = (run) => [...decisionsOn(run, run.today).values()];
const classOf = (run, row) => run.classOf(row.cohort_decision_code);
const ofClass = (run, name) => current(run).filter((row) => classOf(run, row) === name);

/** The first entry into the live workflow on or after the roster day; what is confirmed must not be later. */
function beforeEntry(judge) {
  const { run } = judge;
  const entries = (judge.needs("live_workflow") ?? [])
    .map((row) => row.entered_at)
    .filter((at) => run.zone.dayOf(at) >= rosterDay(run));
  return entries.length === 0 ? null : (at) => at <= Math.min(...entries);
}

export const A2 = {
  "A2-G1"(judge) {
    judge.needs("cohort_decisions");
    for (const row of ofClass(judge.run, "pending")) if (row.owner === null) judge.at(row, { field: "owner" });
  },

  "A2-G2"(judge) {
    judge.needs("cohort_decisions");
    for (const row of ofClass(judge.run, "pending")) {
      const deadline = row.clarification_deadline;
      if (row.refused.has("clarification_deadline")) continue;
      if (deadline === null || deadline < row.review_date || deadline < judge.run.today) {
        judge.at(row, { field: "clarification_deadline" });
      }
    }
  },

  "A2-V1"(judge) {
    const { run } = judge;
    judge.needsAll("cohort_decisions", "roster");
    needsRules(judge);
    const population = populationOn(run, run.today);
    for (const row of ofClass(run, "active")) {
      const id = row.participant_id;
      if (row.attribution_basis === null) judge.at(row, { field: "attribution_basis" });
      const listed = run.find("roster", "participant_id", id);
      if (listed && listed.exclusion_reason_code !== null) judge.at(row, { field: "cohort_decision_code" });
      if (!population) continue;
      if (!population.has(id)) {
        judge.at(row, { field: "participant_id" });
        continue;
      }
      const code = participantCode(run, id, run.today);
      if (code !== UNKNOWN && code !== null) judge.at(row, { field: "cohort_decision_code" });
    }
  },

  "A2-V2"(judge) {
    const { run } = judge;
    judge.needs("cohort_decisions");
    needsRules(judge);
    for (const row of ofClass(run, "excluded")) {
      const code = row.exclusion_reason_code;
      const agreed = run.contract.exclusionCodes.get(code);
      if (code === null || !agreed) {
        judge.at(row, { field: "exclusion_reason_code" });
        continue;
      }
      if (agreed.manual === true || !populationOn(run, row.review_date)?.has(row.participant_id)) continue;
      const given = participantCode(run, row.participant_id, row.review_date);
      if (given !== UNKNOWN && given !== code) judge.at(row, { field: "exclusion_reason_code", expected: given });
    }
  },

  "A2-V3"(judge) {
    const { run } = judge;
    const entries = judge.needs("live_workflow");
    const decisions = judge.needs("cohort_decisions");
    const register = judge.needs("executive_register");
    for (const row of entries ?? []) {
      const day = run.zone.dayOf(row.entered_at);
      const decided = (any) =>
        any.participant_id === row.participant_id && classOf(run, any) === "active" && any.review_date <= day;
      const registered = (any) =>
        any.case_id === row.participant_id && run.registerClass(any) === "active" && any.recorded_at <= row.entered_at;
      const undecided = decisions && !decisions.some(decided);
      const unregistered = register && !register.some(registered);
      if (undecided || unregistered) judge.at(row, { field: "participant_id" });
    }
  },

  "A2-T1"(judge) {
    const { run } = judge;
    const { approve_cohort: limit } = run.contract.deadlines;
    if (!limit) return judge.notApplicable();
    judge.needs("cohort_decisions");
    const last = run.calendar.limitFromDay(rosterDay(run), limit).day;
    const first = new Map();
    for (const row of run.rows("cohort_decisions") ?? []) {
      if (row.review_date > run.today) continue;
      const other = first.get(row.participant_id);
      if (!other || row.review_date < other.review_date) first.set(row.participant_id, row);
    }
    for (const row of first.values())
      if (row.review_date > last) judge.at(row, { field: "review_date", expected: formatDay(last) });
  },

  "A2-R1": (judge) =>
    requireConfirmation(judge, { role: "compliance", recordDay: rosterDay(judge.run), before: beforeEntry }),
  "A2-R2": (judge) =>
    requireConfirmation(judge, { role: "finance", recordDay: rosterDay(judge.run), before: beforeEntry }),

  "A2-R3": (judge) => requireReviewerRole(judge, "cohort_decisions", "approve_cohort", current),

  "A2-L1"(judge) {
    const { run } = judge;
    const roster = judge.needs("roster");
    const decisions = judge.needs("cohort_decisions");
    judge.needs("executive_register");
    const limit = run.contract.deadlines.approve_cohort;
    const isLate = limit && run.calendar.limitFromDay(rosterDay(run), limit).isPast(run.asOf);
    const decided = decisionsOn(run, run.today);
    for (const row of roster ?? []) {
      if (decisions && isLate && !decided.has(row.participant_id)) {
        judge.at(row, { field: "participant_id", missingFrom: "cohort_decisions" });
      }
    }
    for (const row of decisions ? current(run) : []) {
      if (roster && !run.find("roster", "participant_id", row.participant_id)) {
        judge.at(row, { field: "participant_id", missingFrom: "roster" });
      }
      requireRegister(judge, row, row.participant_id, classOf(run, row));
    }
    if (decisions) compareLock(judge);
    requireConfirmation(judge, { recordDay: rosterDay(run) });
  },
};

/** The decision's class is also that of the current row of the executive register. */
export function requireRegister(judge, decision, subject, decidedClass) {
  const { run } = judge;
  if (run.rows("executive_register") === null || decidedClass === null) return;
  const kept = run.currentBy("executive_register", "case_id", "recorded_at", run.asOf).get(subject);
  if (kept && kept.decision === null) return;
  if (!kept || run.registerClass(kept) !== decidedClass) {
    judge.at(decision, { field: "decision", stated: decidedClass, missingFrom: "executive_register" });
  }
}

/** Some role of the reviewer is one that the contract gives the decision. */
export function requireReviewerRole(judge, dataset, role, currentRows) {
  const { run } = judge;
  const allowed = run.contract.roles[role];
  if (allowed === undefined) return judge.notApplicable();
  if (!judge.needsAll(dataset, "staff")) return;
  for (const row of currentRows(run)) {
    const holds = (member) => member.staff_id === row.reviewer_id && allowed.includes(member.role);
    if (row.reviewer_id !== null && !run.rows("staff").some(holds)) judge.at(row, { field: "reviewer_id" });
  }
}

/** The lock of the month of the run against who was active when it was made. */
function compareLock(judge) {
  const { run } = judge;
  const month = monthOf(run.today);
  const locked = (run.rows("locked_cohort") ?? []).filter((row) => row.pilot_month === month);
  if (locked.length === 0) return;
  const lockDay = (row) => Math.min(run.today, run.zone.dayOf(row.locked_at ?? run.asOf));
  for (const row of locked) {
    if (!activeOn(run, lockDay(row)).has(row.participant_id)) judge.at(row, { field: "participant_id" });
  }
  const ids = new Set(locked.map((row) => row.participant_id));
  for (const [id, decision] of activeOn(run, Math.max(...locked.map(lockDay)))) {
    if (!ids.has(id)) judge.at(decision, { field: "participant_id", missingFrom: "locked_cohort" });
  }
}
