/** What was done for an event: the response bundle (D3) and its completion (D4). */

import { requireConfirmation } from "./control.mjs";
import { tablesOf, UNKNOWN } from "./criteria.mjs";
import { whole } from "./decimal.mjs";
import { isAvailable, requireCount } from "./delivery-attribution.mjs";
import { isOutside } from "./entry-diversion.mjs";
import { decisionsAt, eventValue, firstDecision, isQualified, referralOf, triageOf } from "./events.mjs";
import { byBytes } from "./order.mjs";
import { scoreOf, tierOf } from "./score.mjs";

const differ = (a, b) => a !== null && b !== null && a !== b;

/** The participant's newest risk profile at or before the instant. */
export function riskProfile(run, participant, instant) {
  return run.currentBy("risk_tracker", "participant_id", "assessed_at", instant).get(participant) ?? null;
}

export function eventScore(run, referral, profile) {
  return scoreOf(run.contract, (field) => {
    const [dataset, column] = field.split(".");
    return dataset === "risk_tracker" ? profile[column] : eventValue(run, referral, field);
  });
}

/** The tables of the factors, and those of the risk profile. */
function needsScores(judge) {
  const fields = judge.run.contract.factors.flatMap((factor) => tablesOf(factor.field));
  return judge.needsAll("referrals", "risk_tracker", ...fields);
}

/** Calls with each bundle of a referral, its risk profile (null for none) and the tier recomputed from it. */
function forEachBundle(judge, visit) {
  const { run } = judge;
  judge.needs("response_bundles");
  needsScores(judge);
  if (!run.rows("referrals") || !run.rows("risk_tracker")) return;
  for (const row of run.rows("response_bundles") ?? []) {
    const referral = referralOf(run, row.event_id);
    if (!referral || referral.participant_id === null || row.released_at === null) continue;
    const profile = riskProfile(run, referral.participant_id, row.released_at);
    visit(row, profile, profile && tierOf(run.contract, eventScore(run, referral, profile)));
  }
}

export const statedTier = (run, bundle) => run.contract.tiers.find((tier) => tier.tier === bundle?.response_tier);

export const D3 = {
  "D3-V1"(judge) {
    forEachBundle(judge, (row, profile, tier) => {
      if (profile === null) judge.at(row, { field: "response_tier" });
      else if (tier !== UNKNOWN && row.response_tier !== null && row.response_tier !== (tier?.tier ?? null)) {
        judge.at(row, { field: "response_tier", expected: tier?.tier ?? null });
      }
    });
  },

  "D3-V2"(judge) {
    const { run } = judge;
    if (!judge.needsAll("response_bundles", "triage")) return;
    for (const row of run.rows("response_bundles")) {
      const triage = triageOf(run, row.event_id);
      if (!triage || differ(row.immediate_safety_status, triage.safety_status)) {
        judge.at(row, { field: "immediate_safety_status", expected: triage?.safety_status });
      }
    }
  },

  "D3-V3"(judge) {
    forEachBundle(judge, (row, profile, tier) => {
      if (profile === null || tier === UNKNOWN || row.escalation_threshold_code === null) return;
      const expected = tier?.escalation_threshold ?? null;
      if (row.escalation_threshold_code !== expected) judge.at(row, { field: "escalation_threshold_code", expected });
    });
  },

  "D3-G1"(judge) {
    const { run } = judge;
    judge.needsAll("response_bundles", "staffing_capacity", "completions");
    if (!run.rows("staffing_capacity")) return;
    const open =
      (run.rows("completions") && run.rows("response_bundles"))?.filter((row) => !isReviewed(run, row)) ?? [];
    for (const row of run.rows("response_bundles") ?? []) {
      if (row.assigned_responder === null) continue;
      const responder = run.find("staffing_capacity", "staff_id", row.assigned_responder);
      if (!responder) judge.at(row, { field: "assigned_responder" });
      else if (open.includes(row)) {
        const day = row.released_at === null ? null : run.zone.dayOf(row.released_at);
        const place = byRelease(open.filter((any) => any.assigned_responder === row.assigned_responder)).indexOf(row);
        const isAway = day !== null && !isAvailable(responder, day, day);
        const isBeyond = responder.open_slots !== null && BigInt(place) >= responder.open_slots.n;
        if (isAway || isBeyond) judge.at(row, { field: "assigned_responder" });
      }
    }
  },

  "D3-G2"(judge) {
    const { run } = judge;
    if (!judge.needsAll("response_bundles", "staff")) return;
    for (const row of run.rows("response_bundles")) {
      const allowed = run.contract.authority[row.response_tier] ?? [];
      const holds = (member) => member.staff_id === row.assigned_responder && allowed.includes(member.role);
      if (row.assigned_responder === null || row.response_tier === null) continue;
      if (!run.rows("staff").some(holds)) judge.at(row, { field: "assigned_responder" });
    }
  },

  "D3-C1"(judge) {
    const { run } = judge;
    if (!judge.needsAll("response_bundles", "bundle_actions")) return;
    for (const row of run.rows("response_bundles")) {
      for (const component of statedTier(run, row)?.components ?? []) {
        const named = (action) => action.event_id === row.event_id && action.component === component;
        if (!run.rows("bundle_actions").some(named)) {
          judge.at(row, { field: "component", stated: null, expected: component, each: component });
        }
      }
    }
  },

  "D3-L1"(judge) {
    const { run } = judge;
    const bundles = judge.needs("response_bundles");
    const decisions = judge.needs("event_decisions");
    judge.needs("referrals");
    const { release_bundle: limit } = run.contract.deadlines;
    const decided = decisionsAt(run, run.asOf);
    for (const decision of bundles && limit ? decided.values() : []) {
      if (!isQualified(run, decision) || run.find("response_bundles", "event_id", decision.event_id)) continue;
      if (run.calendar.limitFrom(decision.review_date, limit).isPast(run.asOf)) {
        judge.at(decision, { field: "event_id", missingFrom: "response_bundles" });
      }
    }
    for (const row of bundles ?? []) {
      if (decisions && !isQualified(run, decided.get(row.event_id))) judge.at(row, { field: "event_id" });
      const referral = referralOf(run, row.event_id);
      if (referral && differ(row.participant_id, referral.participant_id)) judge.at(row, { field: "participant_id" });
    }
    requireConfirmation(judge, { recordDay: run.today });
  },

  "D3-T1"(judge) {
    const { run } = judge;
    const { release_bundle: limit } = run.contract.deadlines;
    if (!limit) return judge.notApplicable();
    judge.needsAll("response_bundles", "event_decisions");
    for (const row of run.rows("response_bundles") ?? []) {
      if (row.released_at === null) continue;
      const first = run.rows("event_decisions") && firstDecision(run, row.event_id, (any) => isQualified(run, any));
      if (row.released_at > run.asOf || isOutside(run, row.released_at, first?.review_date ?? null, limit)) {
        judge.at(row, { field: "released_at" });
      }
    }
  },

  "D3-R1": (judge) => requireConfirmation(judge, { recordDay: judge.run.today, sameDayAs: "D3-L1" }),
};

/** Whether the bundle has a completion reviewed by the instant of the run. */
function isReviewed(run, bundle) {
  const completion = run.find("completions", "event_id", bundle.event_id);
  return completion !== null && completion.review_date !== null && completion.review_date <= run.asOf;
}

function byRelease(bundles) {
  const at = (row) => row.released_at ?? Infinity;
  return bundles.sort((a, b) => (at(a) === at(b) ? byBytes(a.event_id, b.event_id) : at(a) - at(b)));
}

/** The required components of the event's bundle that are not evidenced by the instant. */
export function unevidenced(run, event, until) {
  const bundle = run.find("response_bundles", "event_id", event);
  const evidence = (component) => (row) =>
    row.event_id === event && row.component === component && row.evidence_ref !== null && row.delivered_at <= until;
  return (statedTier(run, bundle)?.components ?? []).filter(
    (component) => !run.rows("delivery_log").some(evidence(component)),
  );
}

/** The event's barriers of a kind that are open on the day. */
export function openBarriers(run, event, kind, day) {
  return run.rows("barrier_tracker").filter((row) => {
    const opened = row.opened_on !== null && row.opened_on <= day;
    return row.event_id === event && row.kind === kind && opened && (row.resolved_on === null || row.resolved_on > day);
  });
}

export const D4 = {
  "D4-G1"(judge) {
    const { run } = judge;
    if (!judge.needsAll("completions", "response_bundles", "delivery_log")) return;
    for (const row of run.rows("completions")) {
      const isCoded = run.contract.reasonCodes.has(row.incomplete_reason_code);
      if (!isCoded && missingEvidence(run, row).length > 0) judge.at(row, { field: "incomplete_reason_code" });
    }
  },

  "D4-G2"(judge) {
    const { run } = judge;
    if (!judge.needsAll("completions", "barrier_tracker")) return;
    for (const row of run.rows("completions")) {
      if (row.review_date === null) continue;
      const open = openBarriers(run, row.event_id, "escalation", run.zone.dayOf(row.review_date));
      for (const barrier of open) if (barrier.owner === null) judge.at(barrier, { field: "owner" });
    }
  },

  "D4-V1"(judge) {
    const { run } = judge;
    if (!judge.needsAll("completions", "response_bundles", "delivery_log")) return;
    for (const row of run.rows("completions")) {
      if (row.completion_status !== "stabilized") continue;
      for (const component of missingEvidence(run, row)) {
        judge.at(row, { field: "completion_status", expected: component, each: component });
      }
    }
  },

  "D4-V2"(judge) {
    const { run } = judge;
    if (!judge.needsAll("completions", "barrier_tracker")) return;
    for (const row of run.rows("completions")) {
      if (row.review_date === null) continue;
      const open = openBarriers(run, row.event_id, "dependency", run.zone.dayOf(row.review_date));
      requireCount(judge, row, "unresolved_dependency_count", whole(open.length));
    }
  },

  "D4-V3"(judge) {
    const { run } = judge;
    for (const row of judge.needs("completions") ?? []) {
      const at = row.validation_timestamp;
      if (at !== null && at > run.asOf) judge.at(row, { field: "validation_timestamp" });
      if (row.completion_status !== "escalated_out" && row.escalation_status !== "escalated") continue;
      const isAskedFor = row.next_checkpoint_date === null && !row.refused.has("next_checkpoint_date");
      if (isAskedFor) judge.at(row, { field: "next_checkpoint_date" });
      if (at === null || row.review_date === null) continue;
      if (at < row.review_date || at > run.calendar.huddleCloseAfter(row.review_date)) {
        judge.at(row, { field: "validation_timestamp" });
      }
    }
  },

  "D4-L1"(judge) {
    const { run } = judge;
    const completions = judge.needs("completions");
    const bundles = judge.needs("response_bundles");
    judge.needs("referrals");
    const { complete_response: limit } = run.contract.deadlines;
    for (const row of completions && limit ? (bundles ?? []) : []) {
      if (row.released_at === null || run.find("completions", "event_id", row.event_id)) continue;
      if (run.calendar.limitFrom(row.released_at, limit).isPast(run.asOf)) {
        judge.at(row, { field: "event_id", missingFrom: "completions" });
      }
    }
    for (const row of completions ?? []) {
      if (bundles && !run.find("response_bundles", "event_id", row.event_id)) judge.at(row, { field: "event_id" });
      const referral = referralOf(run, row.event_id);
      if (referral && differ(row.participant_id, referral.participant_id)) judge.at(row, { field: "participant_id" });
    }
    requireConfirmation(judge, { recordDay: run.today });
  },

  "D4-T1"(judge) {
    const { run } = judge;
    const { complete_response: limit } = run.contract.deadlines;
    if (!limit) return judge.notApplicable();
    judge.needsAll("completions", "response_bundles");
    for (const row of run.rows("completions") ?? []) {
      if (row.review_date === null) continue;
      const release = run.find("response_bundles", "event_id", row.event_id)?.released_at ?? null;
      if (row.review_date > run.asOf || isOutside(run, row.review_date, release, limit)) {
        judge.at(row, { field: "review_date" });
      }
    }
  },

  "D4-R1": (judge) => requireConfirmation(judge, { recordDay: judge.run.today }),
};

const missingEvidence = (run, completion) => unevidenced(run, completion.event_id, completion.review_date ?? run.asOf);
