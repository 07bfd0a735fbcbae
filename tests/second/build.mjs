/** The records that the sources give: what each step's build writes, in the canonical columns. */

import { avoided, ceilingOf, fileDay, lag, monthsOf, nounsOf, openQuestions, triggerStatus } from "./position.mjs";
import { hasValue } from "./avoided.mjs";
import { compare, format, whole } from "./decimal.mjs";
import { isAvailable } from "./delivery-attribution.mjs";
import { eventScore, openBarriers, riskProfile, statedTier, unevidenced } from "./delivery-diversion.mjs";
import { decisionsAt, eligibility, eventCode, eventDay, isQualified, referralOf, triageOf } from "./events.mjs";
import { matchByRank } from "./matching.mjs";
import { byBytes } from "./order.mjs";
import { activeOn, authorizationStatus, caseCategory, participantCode, populationOn } from "./population.mjs";
import {
  activeAtRelease,
  edCount,
  encounters,
  interventionStatus,
  participantScore,
  participantTier,
  releaseDay,
  releaseOf,
  unresolvedVariances,
} from "./priority.mjs";
import { savingsOf } from "./savings.mjs";
import { tierOf } from "./score.mjs";
import { formatDay, monthOf } from "./time.mjs";

const byId = (list) => [...list].sort(byBytes);

export const BUILD = {
  A1(run) {
    const day = run.recordDay("A1-L1");
    const population = populationOn(run, day);
    return byId(population.keys()).map((id) => ({
      participant_id: id,
      payer_attribution_date: formatDay(population.get(id).attribution_date),
      qualifying_category: caseCategory(run, id),
      authorization_status: authorizationStatus(run, id, day),
      exclusion_reason_code: participantCode(run, id, day) ?? "",
    }));
  },

  A2: (run) =>
    byId(activeOn(run, run.today).keys()).map((id) => ({
      pilot_month: monthOf(run.today),
      participant_id: id,
      locked_at: run.zone.format(run.asOf),
    })),

  A3: (run) =>
    ranked(run).map((id, at) => ({
      participant_id: id,
      rank: String(at + 1),
      risk_tier: participantTier(run, id)?.tier ?? "",
      recent_ed_count: format(edCount(run, id)),
      unresolved_variance_count: format(unresolvedVariances(run, id)),
      intervention_status: interventionStatus(run, id),
    })),

  A4(run) {
    const release = releaseOf(run) ?? run.asOf;
    const listed = byRank(run);
    const tierFor = (id) => (activeAtRelease(run).has(id) ? participantTier(run, id) : null);
    const limit = (id) => run.calendar.limitFrom(release, tierFor(id).dueWithin);
    const leads = run.rows("staffing_capacity").filter((lead) => lead.open_slots !== null);
    const interventionOf = (id, lead) => (tierFor(id)?.interventions ?? []).find((type) => mayLead(run, lead, type));
    const servers = (id) =>
      leads.filter((lead) => interventionOf(id, lead) && isAvailable(lead, releaseDay(run), limit(id).day));
    const served = matchByRank(listed, servers, (lead) => Number(lead.open_slots.n));
    const barriers = run.contract.barrierCodes;
    const barrier = barriers.has("B-CAPACITY") ? "B-CAPACITY" : [...barriers.keys()][0];
    return listed.map((id) => {
      const lead = served.get(id);
      const tier = tierFor(id);
      return {
        participant_id: id,
        intervention_type: lead ? interventionOf(id, lead) : "",
        timing_window: tier ? tier.dueWithin.text : "",
        assigned_lead: lead?.staff_id ?? "",
        due_date: tier ? run.zone.format(endOf(run, limit(id))) : "",
        escalation_status: lead ? "none" : "escalated",
        barrier_code: lead ? "" : barrier,
        validation_timestamp: run.zone.format(run.asOf),
      };
    });
  },

  A5: (run) =>
    fileRows(run, (month) => ({
      count: whole(run.rows("locked_cohort").filter((row) => row.pilot_month === month).length),
      amount: figure(savingsOf(run, month).value, 2),
    })),

  A6: (run) => positions(run),

  D1: (run) =>
    byEvent(run.rows("referrals")).map((referral) => ({
      event_id: referral.event_id,
      participant_id: referral.participant_id ?? "",
      event_timestamp: referral.event_timestamp === null ? "" : run.zone.format(referral.event_timestamp),
      event_source: referral.event_source ?? "",
      crisis_category: triageOf(run, referral.event_id)?.crisis_category ?? "",
      payer_eligibility_status: eligibility(run, referral) ?? "",
      exclusion_reason_code: eventCode(run, referral) ?? "",
      recorded_at: run.zone.format(run.asOf),
    })),

  D2: (run) =>
    qualified(run)
      .filter((referral) => eventDay(run, referral) !== null)
      .map((referral) => ({
        event_id: referral.event_id,
        participant_id: referral.participant_id ?? "",
        pilot_month: monthOf(eventDay(run, referral)),
        locked_at: run.zone.format(run.asOf),
      })),

  D3(run) {
    const events = qualified(run).map((referral) => {
      const profile = riskProfile(run, referral.participant_id, run.asOf);
      const score = profile && eventScore(run, referral, profile);
      return { referral, score, tier: score && tierOf(run.contract, score) };
    });
    const known = events.filter((event) => event.tier);
    known.sort(
      (a, b) =>
        compare(b.score, a.score) ||
        a.referral.event_timestamp - b.referral.event_timestamp ||
        byBytes(a.referral.event_id, b.referral.event_id),
    );
    const responders = run.rows("staffing_capacity").filter((member) => member.open_slots !== null);
    const servers = (event) =>
      responders.filter((member) => isAvailable(member, run.today, run.today) && mayLead(run, member, event.tier.tier));
    const isReviewed = (event) => reviewed(run, event.referral.event_id);
    const open = known.filter((event) => !isReviewed(event));
    const served = matchByRank(open, servers, (member) => Number(member.open_slots.n));
    for (const event of known.filter(isReviewed)) {
      const [server] = servers(event); // its work is done: it takes no slot
      if (server) served.set(event, server);
    }
    return [...known, ...events.filter((event) => !event.tier)].map((event) => ({
      event_id: event.referral.event_id,
      participant_id: event.referral.participant_id ?? "",
      response_tier: event.tier?.tier ?? "",
      immediate_safety_status: triageOf(run, event.referral.event_id)?.safety_status ?? "",
      assigned_responder: served.get(event)?.staff_id ?? "",
      escalation_threshold_code: event.tier?.escalation_threshold ?? "",
      released_at: run.zone.format(run.asOf),
    }));
  },

  D4: (run) =>
    byEvent(run.rows("response_bundles")).map((bundle) => {
      const count = (kind) => openBarriers(run, bundle.event_id, kind, run.today).length;
      const isDone = statedTier(run, bundle) && unevidenced(run, bundle.event_id, run.asOf).length === 0;
      const isEscalated = count("escalation") > 0;
      const isStable = isDone && count("dependency") === 0;
      return {
        event_id: bundle.event_id,
        participant_id: (referralOf(run, bundle.event_id) ?? bundle).participant_id ?? "",
        completion_status: isEscalated ? "escalated_out" : isStable ? "stabilized" : "partially_stabilized",
        unresolved_dependency_count: String(count("dependency")),
        escalation_status: isEscalated ? "escalated" : "none",
      };
    }),

  D5: (run) =>
    fileRows(run, (month) => ({
      count: whole(run.rows("locked_events").filter((row) => row.pilot_month === month).length),
      amount: figure(avoided(run, month).count, hasValue(run.contract) ? 0 : 2),
    })),

  D6: (run) => positions(run),
};

/** Active participants in the order of the list. */
function ranked(run) {
  const inpatient = (id) => encounters(run, id, run.contract.scoring.inpatient_kinds ?? []);
  const keys = [
    (id) => participantScore(run, id),
    (id) => edCount(run, id),
    inpatient,
    (id) => unresolvedVariances(run, id),
  ];
  const order = (a, b) => keys.reduce((found, key) => found || compare(key(b), key(a)), 0) || byBytes(a, b);
  return [...activeAtRelease(run).keys()].sort(order);
}

/** The ids of the submitted list by rank, then id; those without a rank last. */
function byRank(run) {
  const place = (row) => (row.rank === null ? Infinity : Number(row.rank.n));
  const order = (a, b) => (place(a) === place(b) ? byBytes(a.participant_id, b.participant_id) : place(a) - place(b));
  return [...run.rows("priority_list")].sort(order).map((row) => row.participant_id);
}

const byEvent = (rows) => [...rows].sort((a, b) => byBytes(a.event_id, b.event_id));
const figure = (value, places) => (value === undefined ? "" : format(value, places));
const endOf = (run, limit) => (limit.end > run.zone.startOf(limit.day + 1) - 1 ? limit.end - 1000 : limit.end);

function qualified(run) {
  const decided = [...decisionsAt(run, run.asOf)].filter(([, decision]) => isQualified(run, decision));
  return byId(decided.map(([event]) => event))
    .map((event) => referralOf(run, event))
    .filter((referral) => referral !== null);
}

/** Whether the event has a completion reviewed by the instant of the run. */
function reviewed(run, event) {
  const at = run.find("completions", "event_id", event)?.review_date ?? null;
  return at !== null && at <= run.asOf;
}

function mayLead(run, member, what) {
  const roles = run.contract.authority[what] ?? [];
  return run.rows("staff").some((any) => any.staff_id === member.staff_id && roles.includes(any.role));
}

function fileRows(run, figuresOf) {
  const { count, amount } = nounsOf(run);
  return monthsOf(run).map((month) => {
    const figures = figuresOf(month);
    return {
      pilot_month: month,
      [count]: format(figures.count),
      [amount]: figures.amount,
      claims_lag_pct: figure(lag(run, month).value, run.contract.payment.lag_method === "tracker" ? undefined : 2),
      outcome_trigger_status: triggerStatus(run, month),
      unresolved_methodology_question_count: String(openQuestions(run, month, fileDay(run)).length),
    };
  });
}

function positions(run) {
  const { file, position } = nounsOf(run);
  const rows = [...run.rows(file)].sort((a, b) => byBytes(a.pilot_month, b.pilot_month));
  return rows.map((row) => ({ pilot_month: row.pilot_month, [position]: ceilingOf(run, row.pilot_month) }));
}
