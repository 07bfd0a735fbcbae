/** What follows from the sources for each referral: its eligibility, its place among the participant's events, its code. */

import { exclusionCode, tablesOf, UNKNOWN } from "./criteria.mjs";
import { whole } from "./decimal.mjs";
import { byBytes } from "./order.mjs";

const THIRTY_DAYS_MS = 720 * 3_600_000;

export const referralOf = (run, event) => run.find("referrals", "event_id", event);
export const triageOf = (run, event) => run.find("triage", "event_id", event);

/** The day of an event, by its referral; null where that has no time. */
export function eventDay(run, referral) {
  return referral.event_timestamp === null ? null : run.zone.dayOf(referral.event_timestamp);
}

/** `eligible`, `suspended`, `terminated` or `not_found` on the event's day; null where an empty cell leaves it open. */
export function eligibility(run, referral) {
  const day = eventDay(run, referral);
  if (day === null || referral.participant_id === null) return null;
  const stated = run
    .rows("payer_eligibility")
    .filter((row) => row.participant_id === referral.participant_id)
    .filter((row) => row.start_date <= day && (row.end_date === null || row.end_date >= day))
    .map((row) => row.eligibility_status);
  const status = ["eligible", "suspended", "terminated"].find((any) => stated.includes(any));
  return status ?? (stated.length === 0 ? "not_found" : null);
}

/** The participant's referrals before this one, by event time, then id. */
function earlier(run, referral) {
  if (referral.event_timestamp === null || referral.participant_id === null) return [];
  const order = (a, b) => a.event_timestamp - b.event_timestamp || byBytes(a.event_id, b.event_id);
  return run
    .rows("referrals")
    .filter((row) => row.participant_id === referral.participant_id && row.event_timestamp !== null)
    .filter((row) => order(row, referral) < 0)
    .sort(order);
}

function daysSincePrevious(run, referral) {
  const previous = earlier(run, referral).at(-1);
  return previous ? whole(eventDay(run, referral) - eventDay(run, previous)) : null;
}

function eventsIn30Days(run, referral) {
  const recent = (row) => referral.event_timestamp - row.event_timestamp <= THIRTY_DAYS_MS;
  return whole(earlier(run, referral).filter(recent).length);
}

/** A field of the contract on an event: a column of one of its tables, or a derived value. */
export function eventValue(run, referral, field) {
  if (tablesOf(field).some((dataset) => run.rows(dataset) === null)) return UNKNOWN;
  const [dataset, column] = field.split(".");
  switch (field) {
    case "derived.eligibility_status":
      return eligibility(run, referral);
    case "derived.days_since_previous_event":
      return daysSincePrevious(run, referral);
    case "derived.events_30d":
      return eventsIn30Days(run, referral);
    default:
      return run.find(dataset, "event_id", referral.event_id)?.[column] ?? null;
  }
}

/** The code that the rules give the event. */
export function eventCode(run, referral) {
  return run.once(`code ${referral.event_id}`, () =>
    exclusionCode(run.contract.criteria, (field) => eventValue(run, referral, field)),
  );
}

/** Per event the decision that is current at the instant. */
export function decisionsAt(run, instant) {
  return run.currentBy("event_decisions", "event_id", "review_date", instant);
}

export const isQualified = (run, decision) => run.classOf(decision?.event_decision_code ?? null) === "qualified";

/** The earliest decision of the event that the run can see, of those that pass. */
export function firstDecision(run, event, passes = () => true) {
  return run
    .rows("event_decisions")
    .filter((row) => row.event_id === event && row.review_date <= run.asOf && passes(row))
    .reduce((first, row) => (first && first.review_date <= row.review_date ? first : row), null);
}
