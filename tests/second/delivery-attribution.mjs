/** Where effort goes: the priority list (A3) and the assignments (A4). */

import { requireConfirmation } from "./control.mjs";
import { tablesOfAll, UNKNOWN } from "./criteria.mjs";
import { compare, equal, format } from "./decimal.mjs";
import { isOutside } from "./entry-diversion.mjs";
import { byBytes } from "./order.mjs";
import {
  activeAtRelease,
  edCount,
  interventionStatus,
  participantScore,
  participantTier,
  releaseDay,
  releaseOf,
  unresolvedVariances,
} from "./priority.mjs";

const needsScores = (judge) => judge.needsAll("cohort_decisions", ...tablesOfAll(judge.run.contract.factors));
const isActive = (run, id) => activeAtRelease(run).has(id);
const listed = (run, id) => run.find("priority_list", "participant_id", id);
const assigned = (run, id) => run.find("assignments", "participant_id", id);

export const A3 = {
  "A3-V1"(judge) {
    const { run } = judge;
    judge.needs("priority_list");
    needsScores(judge);
    forEachActive(run, (row) => {
      const tier = participantTier(run, row.participant_id);
      if (tier === UNKNOWN || row.risk_tier === null) return;
      if (row.risk_tier !== (tier?.tier ?? null)) judge.at(row, { field: "risk_tier", expected: tier?.tier ?? null });
    });
  },

  "A3-V2"(judge) {
    const { run } = judge;
    if (!judge.needsAll("priority_list", "cohort_decisions", "utilization_feed")) return;
    forEachActive(run, (row) => requireCount(judge, row, "recent_ed_count", edCount(run, row.participant_id)));
  },

  "A3-V3"(judge) {
    const { run } = judge;
    judge.needsAll("priority_list", "cohort_decisions", "case_variances", "case_management");
    forEachActive(run, (row) => {
      const id = row.participant_id;
      if (run.rows("case_variances")) {
        requireCount(judge, row, "unresolved_variance_count", unresolvedVariances(run, id));
      }
      if (!run.rows("case_management") || row.intervention_status === null) return;
      const expected = interventionStatus(run, id);
      if (row.intervention_status !== expected) judge.at(row, { field: "intervention_status", expected });
    });
  },

  "A3-C1"(judge) {
    const { run } = judge;
    const list = (judge.needs("priority_list") ?? []).filter((row) => row.rank !== null);
    needsScores(judge);
    const score = (row) => (isActive(run, row.participant_id) ? participantScore(run, row.participant_id) : UNKNOWN);
    for (const row of list) {
      const lower = list.filter((other) => compare(other.rank, row.rank) > 0 && score(other) !== UNKNOWN);
      if (score(row) !== UNKNOWN && lower.some((other) => compare(score(other), score(row)) > 0)) {
        judge.at(row, { field: "rank" });
      }
      if (list.some((other) => other.line < row.line && equal(other.rank, row.rank))) judge.at(row, { field: "rank" });
    }
  },

  "A3-L1"(judge) {
    const { run } = judge;
    if (judge.needsAll("priority_list", "cohort_decisions")) {
      for (const [id, decision] of activeAtRelease(run)) {
        if (!listed(run, id)) judge.at(decision, { field: "participant_id", missingFrom: "priority_list" });
      }
      for (const row of run.rows("priority_list")) {
        if (!isActive(run, row.participant_id)) judge.at(row, { field: "participant_id" });
      }
    }
    requireConfirmation(judge, { recordDay: releaseDay(run) });
  },

  "A3-G1"(judge) {
    const { run } = judge;
    const maxAge = run.contract.scoring.feed_max_age_days;
    const feed = judge.needs("utilization_feed");
    if (feed && maxAge !== undefined) {
      const days = feed.map((row) => row.service_date).filter((day) => day !== null && day <= releaseDay(run));
      if (days.length === 0 || Math.max(...days) < releaseDay(run) - Number(maxAge)) judge.whole("utilization_feed");
    }
    requireConfirmation(judge, { recordDay: releaseDay(run) });
  },

  "A3-G2": (judge) => requireConfirmation(judge, { recordDay: releaseDay(judge.run) }),

  "A3-T1"(judge) {
    const { run } = judge;
    if (run.contract.priorityListDay === undefined) return judge.notApplicable();
    const isMissed = !run.calendar.isCadence(releaseDay(run), run.contract.priorityListDay);
    judge.needs("priority_list");
    if (isMissed) judge.whole("priority_list");
  },

  "A3-R1": (judge) => requireConfirmation(judge, { recordDay: releaseDay(judge.run), sameDayAs: "A3-L1" }),
};

/** Calls with each row of the list that is an active participant's. */
function forEachActive(run, visit) {
  if (!run.rows("cohort_decisions")) return;
  for (const row of run.rows("priority_list") ?? []) if (isActive(run, row.participant_id)) visit(row);
}

export function requireCount(judge, row, field, expected) {
  if (row[field] !== null && !equal(row[field], expected)) judge.at(row, { field, expected: format(expected) });
}

export const A4 = {
  "A4-F2"(judge) {
    const { run } = judge;
    judge.needs("assignments");
    needsScores(judge);
    for (const row of withLead(run)) {
      const type = row.intervention_type;
      if (type === null) {
        judge.at(row, { field: "intervention_type" });
        continue;
      }
      const tier = knownTier(run, row.participant_id);
      if (tier !== UNKNOWN && !tier?.interventions?.includes(type)) judge.at(row, { field: "intervention_type" });
    }
  },

  "A4-F3"(judge) {
    for (const row of judge.needs("assignments") ?? []) {
      if (row.assigned_lead === null && row.escalation_status !== "escalated")
        judge.at(row, { field: "assigned_lead" });
    }
  },

  "A4-F4"(judge) {
    judge.needs("assignments");
    for (const row of withLead(judge.run)) {
      for (const field of ["due_date", "timing_window"]) {
        if (row[field] === null && !row.refused.has(field)) judge.at(row, { field });
      }
    }
  },

  "A4-G1"(judge) {
    const { run } = judge;
    judge.needsAll("assignments", "staffing_capacity", "priority_list");
    if (!run.rows("staffing_capacity")) return;
    for (const row of withLead(run)) {
      const lead = run.find("staffing_capacity", "staff_id", row.assigned_lead);
      const due = row.due_date === null ? null : run.zone.dayOf(row.due_date);
      if (!lead || (due !== null && !isAvailable(lead, releaseDay(run), due)))
        judge.at(row, { field: "assigned_lead" });
      else if (run.rows("priority_list") && lead.open_slots !== null) {
        const place = rowsOfLead(run, row.assigned_lead).indexOf(row);
        if (BigInt(place) >= lead.open_slots.n) judge.at(row, { field: "assigned_lead" });
      }
    }
  },

  "A4-G2"(judge) {
    const { run } = judge;
    if (!judge.needsAll("assignments", "staff")) return;
    for (const row of withLead(run)) {
      const allowed = run.contract.authority[row.intervention_type] ?? [];
      const holds = (member) => member.staff_id === row.assigned_lead && allowed.includes(member.role);
      if (row.intervention_type !== null && !run.rows("staff").some(holds)) judge.at(row, { field: "assigned_lead" });
    }
  },

  "A4-V1"(judge) {
    const { run } = judge;
    const { assign } = run.contract.deadlines;
    if (!assign) return judge.notApplicable();
    judge.needsAll("priority_list", "assignments");
    needsScores(judge);
    const release = needsRelease(judge);
    if (release === null || !run.rows("assignments")) return;
    if (!run.calendar.limitFrom(release, assign).isPast(run.asOf)) return;
    forEachActive(run, (row) => {
      const tier = participantTier(run, row.participant_id);
      if (tier === UNKNOWN || tier?.high_priority !== true) return;
      const kept = assigned(run, row.participant_id);
      if (!kept) judge.at(row, { field: "participant_id", missingFrom: "assignments" });
      else if (kept.intervention_type === null || kept.assigned_lead === null)
        judge.at(kept, { field: "assigned_lead" });
    });
  },

  "A4-V2"(judge) {
    const { run } = judge;
    judge.needs("assignments");
    needsScores(judge);
    const release = needsRelease(judge);
    if (release === null || !run.rows("cohort_decisions")) return;
    for (const row of run.rows("assignments") ?? []) {
      if (row.due_date === null || !isActive(run, row.participant_id)) continue;
      const tier = participantTier(run, row.participant_id);
      const limit = tier !== UNKNOWN && tier?.dueWithin ? run.calendar.limitFrom(release, tier.dueWithin) : null;
      if (row.due_date < release || limit?.isPast(row.due_date)) judge.at(row, { field: "due_date" });
    }
  },

  "A4-V3"(judge) {
    const { run } = judge;
    if (!run.calendar.huddle) return judge.notApplicable();
    judge.needsAll("priority_list", "assignments");
    const release = needsRelease(judge);
    if (release === null || !run.rows("assignments")) return;
    const close = run.calendar.huddleCloseAfter(release);
    for (const row of run.asOf > close ? (run.rows("priority_list") ?? []) : []) {
      const kept = assigned(run, row.participant_id);
      if (!kept) judge.at(row, { field: "participant_id", missingFrom: "assignments" });
      else if (kept.assigned_lead === null) {
        const coded = run.contract.barrierCodes.has(kept.barrier_code);
        const late = kept.validation_timestamp !== null && kept.validation_timestamp > close;
        if (kept.escalation_status !== "escalated" || !coded || late) judge.at(kept, { field: "escalation_status" });
      }
    }
  },

  "A4-T1"(judge) {
    const { run } = judge;
    const { assign } = run.contract.deadlines;
    if (!assign) return judge.notApplicable();
    judge.needs("assignments");
    const release = needsRelease(judge);
    for (const row of run.rows("assignments") ?? []) {
      const at = row.validation_timestamp;
      if (at === null) continue;
      if (at > run.asOf || isOutside(run, at, release, assign)) judge.at(row, { field: "validation_timestamp" });
    }
  },

  "A4-R1": (judge) => requireConfirmation(judge, { recordDay: releaseDay(judge.run) }),

  "A4-L1"(judge) {
    const { run } = judge;
    judge.needsAll("assignments", "priority_list");
    for (const row of run.rows("priority_list") ? (run.rows("assignments") ?? []) : []) {
      if (!listed(run, row.participant_id)) judge.at(row, { field: "participant_id" });
    }
    requireConfirmation(judge, { recordDay: releaseDay(run) });
  },
};

const withLead = (run) => (run.rows("assignments") ?? []).filter((row) => row.assigned_lead !== null);

/** The recomputed tier; UNKNOWN also for who is not active, of whom nothing is derived. */
function knownTier(run, id) {
  return run.rows("cohort_decisions") && isActive(run, id) ? participantTier(run, id) : UNKNOWN;
}

function needsRelease(judge) {
  judge.needs("confirmations");
  const release = releaseOf(judge.run);
  if (release === null) judge.undecided("A3-L1 is not confirmed");
  return release;
}

export function isAvailable(member, from, to) {
  const start = Math.max(from, member.available_from ?? from);
  const end = Math.min(to, member.available_to ?? to);
  return start <= end;
}

/** The rows that name the lead, by the list's rank, then id; those without a rank last. */
function rowsOfLead(run, lead) {
  const rank = (row) => listed(run, row.participant_id)?.rank ?? null;
  const order = (a, b) => {
    const [first, second] = [rank(a), rank(b)];
    if (first === null || second === null) {
      return Number(first === null) - Number(second === null) || byBytes(a.participant_id, b.participant_id);
    }
    return compare(first, second) || byBytes(a.participant_id, b.participant_id);
  };
  return withLead(run)
    .filter((row) => row.assigned_lead === lead)
    .sort(order);
}
