/** How many escalations the locked events of a month avoided, and what that is worth. */

import { add, decimal, larger, round, sub, sum, whole, ZERO } from "./decimal.mjs";
import { referralOf, triageOf } from "./events.mjs";

export const hasValue = (contract) => contract.payment.method !== "baseline-rate";

export const avoidedTables = (contract) =>
  hasValue(contract)
    ? ["locked_events", "referrals", "downstream_utilization", "completions", "outcome_register"]
    : ["locked_events", "referrals", "downstream_utilization", "triage"];

/** The end of the event's downstream window, or null where the event has no time. */
function windowOf(run, event) {
  const from = referralOf(run, event)?.event_timestamp ?? null;
  const length = run.contract.downstreamWindow;
  return from === null ? null : { from, limit: run.calendar.limitFrom(from, length) };
}

/** A use of the kinds that count, by the event's participant, after it and within its window. */
export function hasEscalation(run, event) {
  const window = windowOf(run, event);
  if (window === null) return false;
  const { participant_id: participant } = referralOf(run, event);
  return run.rows("downstream_utilization").some((row) => {
    const counts =
      participant !== null &&
      row.participant_id === participant &&
      run.contract.payment.downstream_kinds.includes(row.kind);
    const at = row.occurred_at;
    return counts && at !== null && at > window.from && !window.limit.isPast(at);
  });
}

/** `{ count, value }` of the month (`value` null where the method gives none), or `{ why }`. */
export function avoidedOf(run, month, fileDay) {
  const absent = avoidedTables(run.contract).filter((dataset) => run.rows(dataset) === null);
  if (absent.length > 0) return { why: `${absent.join(", ")} is absent` };
  const ended = run.rows("locked_events").filter((row) => {
    const window = row.pilot_month === month ? windowOf(run, row.event_id) : null;
    return window !== null && window.limit.end <= run.zone.startOf(fileDay + 1);
  });
  return hasValue(run.contract) ? eventLevel(run, ended) : baselineRate(run, ended);
}

export function claimedKind(run, event) {
  const kind = run.find("outcome_register", "event_id", event)?.claimed_avoided ?? null;
  return kind === "none" ? null : kind;
}

function eventLevel(run, ended) {
  const { avoided_statuses: statuses, unit_values: values } = run.contract.payment;
  const avoided = ended.filter(({ event_id: event }) => {
    const status = run.find("completions", "event_id", event)?.completion_status ?? null;
    return statuses.includes(status) && claimedKind(run, event) !== null && !hasEscalation(run, event);
  });
  const worth = avoided.map(({ event_id: event }) => decimal(values[claimedKind(run, event)] ?? "0"));
  return { count: whole(avoided.length), value: sum(worth) };
}

function baselineRate(run, ended) {
  let expected = ZERO;
  for (const { event_id: event } of ended) {
    const rate = (run.contract.payment.baseline_rates ?? {})[triageOf(run, event)?.crisis_category];
    if (rate === undefined) return { why: `no baseline rate for ${event}` };
    expected = add(expected, decimal(rate));
  }
  const escalated = whole(ended.filter(({ event_id: event }) => hasEscalation(run, event)).length);
  return { count: round(larger(ZERO, sub(expected, escalated)), 2), value: null };
}
