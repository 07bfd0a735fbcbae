/** What a month's evidence allows: its trigger, its open questions and the highest position they support. */

import { avoidedOf, avoidedTables, hasValue } from "./avoided.mjs";
import { compare, decimal, div, mul, ONE } from "./decimal.mjs";
import { lagOf, lagTable } from "./lag.mjs";
import { firstDay, lastDay, monthOf, nextMonth } from "./time.mjs";

/** The nouns in which the payment steps of the two pilots differ. */
const NOUNS = {
  attribution: {
    file: "payment_assurance",
    link: "A5-L1",
    count: "attributed_participant_count",
    amount: "provisional_savings_estimate",
    locked: "locked_cohort",
    decisions: "payment_decisions",
    position: "payment_position_status",
    notes: { methodology: "methodology_note", data: "data_note" },
  },
  diversion: {
    file: "settlement_file",
    link: "D5-L1",
    count: "qualified_event_count",
    amount: "provisional_avoided_escalation_count",
    locked: "locked_events",
    decisions: "settlement_decisions",
    position: "settlement_position_status",
    notes: { methodology: "methodology_note", closure: "closure_note" },
  },
};

export const nounsOf = (run) => NOUNS[run.contract.pilot];
export const fileDay = (run) => run.recordDay(nounsOf(run).link);

const POSITIONS = ["restricted", "provisional", "supportable"];
export const isAbove = (position, ceiling) => POSITIONS.indexOf(position) > POSITIONS.indexOf(ceiling);

/** The months that have ended by the file day, from the contract's first. */
export function monthsOf(run) {
  const months = [];
  const last = Math.min(fileDay(run), run.contract.to);
  for (let month = monthOf(run.contract.from); firstDay(month) <= run.contract.to; month = nextMonth(month)) {
    if (lastDay(month) <= last) months.push(month);
  }
  return months;
}

export const lag = (run, month) => run.once(`lag ${month}`, () => lagOf(run, month, fileDay(run)));
export const avoided = (run, month) => run.once(`avoided ${month}`, () => avoidedOf(run, month, fileDay(run)));

/** The tables from which the trigger is evaluated. */
export const triggerTables = (contract) => (contract.outcomeTriggers.length > 0 ? ["outcome_report"] : []);

export const ceilingTables = (contract) => [lagTable(contract), ...triggerTables(contract), "methodology_questions"];

const OPERATORS = {
  "==": (order) => order === 0,
  "!=": (order) => order !== 0,
  "<": (order) => order < 0,
  "<=": (order) => order <= 0,
  ">": (order) => order > 0,
  ">=": (order) => order >= 0,
};

/** `met`, `not_met` or `not_evaluable`. */
export function triggerStatus(run, month) {
  const results = run.contract.outcomeTriggers.map(({ measure, op, value }) => {
    const row = (run.rows("outcome_report") ?? []).find((any) => any.pilot_month === month && any.measure === measure);
    if (!row || row.numerator === null || row.denominator === null || row.denominator.n === 0n) return null;
    const rate = mul(div(row.numerator, row.denominator), row.per ?? ONE);
    return OPERATORS[op](compare(rate, decimal(String(value))));
  });
  if (results.includes(null)) return "not_evaluable";
  return results.every((holds) => holds) ? "met" : "not_met";
}

/** The month's questions that are raised on or before the day and not resolved by it. */
export function openQuestions(run, month, day) {
  return (run.rows("methodology_questions") ?? []).filter((row) => {
    const isRaised = row.raised_on !== null && row.raised_on <= day;
    return row.pilot_month === month && isRaised && (row.resolved_on === null || row.resolved_on > day);
  });
}

/** The highest position that the file day's evidence allows; what an absent table would say is left out. */
export function ceilingOf(run, month) {
  const { lag_provisional_pct: provisional, lag_supportable_pct: supportable } = run.contract.payment;
  const knowsLag = run.rows(lagTable(run.contract)) !== null;
  const knowsTrigger = triggerTables(run.contract).every((dataset) => run.rows(dataset) !== null);
  const { value } = knowsLag ? lag(run, month) : {};
  const exceeds = (limit) => knowsLag && value !== undefined && compare(value, decimal(String(limit))) > 0;
  const trigger = knowsTrigger ? triggerStatus(run, month) : "met";
  if ((knowsLag && value === undefined) || exceeds(provisional) || trigger === "not_evaluable") return "restricted";
  const isOpen = openQuestions(run, month, fileDay(run)).length > 0;
  return exceeds(supportable) || isOpen || trigger === "not_met" ? "provisional" : "supportable";
}

/** The tables from which the amount at stake is known. */
export function amountTables(run) {
  if (run.contract.pilot === "attribution") return ["payment_assurance"];
  return hasValue(run.contract) ? avoidedTables(run.contract) : [];
}

/** The amount at stake in a month: the file's, or the recomputed avoided value; null where there is none. */
export function amountOf(run, month) {
  if (run.contract.pilot === "attribution") {
    return run.find("payment_assurance", "pilot_month", month)?.provisional_savings_estimate ?? null;
  }
  return avoided(run, month).value ?? null;
}
