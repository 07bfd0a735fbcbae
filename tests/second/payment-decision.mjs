/** What may be paid and said: the decisions on the file, and the statements about it (A6 and D6). */

import { hasValue } from "./avoided.mjs";
import { requireConfirmation } from "./control.mjs";
import { abs, add, apart, compare, decimal, ZERO } from "./decimal.mjs";
import { lagTable } from "./lag.mjs";
import {
  amountOf,
  amountTables,
  ceilingOf,
  ceilingTables,
  fileDay,
  isAbove,
  lag,
  nounsOf,
  openQuestions,
} from "./position.mjs";
import { lastDay, nextMonth } from "./time.mjs";

const decisionsOn = (run, day) => run.currentBy(nounsOf(run).decisions, "pilot_month", "review_date", day);
const tolerance = (run) => decimal(String(run.contract.payment.savings_tolerance));
const namesNoAmount = (run) => run.contract.pilot === "diversion" && !hasValue(run.contract);

/** The controls of the step under its letter: A6 for the attribution pilot, D6 for the diversion pilot. */
export const decisionControls = (step) => ({
  [`${step}-G1`](judge) {
    const { run } = judge;
    const { decisions, position } = nounsOf(run);
    judge.needsAll(decisions, ...ceilingTables(run.contract), ...amountTables(run));
    for (const row of decisionsOn(run, run.today).values()) {
      requireNotes(judge, row);
      const isTooHigh = row[position] !== null && isAbove(row[position], ceilingOf(run, row.pilot_month));
      if (isTooHigh) judge.at(row, { field: position, each: position });
      const amount = amountOf(run, row.pilot_month);
      if (amount === null || row.approved_amount === null) continue;
      if (compare(row.approved_amount, add(amount, tolerance(run))) > 0) {
        judge.at(row, { field: "approved_amount", each: "approved_amount" });
      }
    }
  },

  [`${step}-V1`](judge) {
    const { run } = judge;
    const { file } = nounsOf(run);
    judge.needsAll("statements", file, ...ceilingTables(run.contract), ...amountTables(run));
    for (const row of run.rows("statements") ?? []) {
      if (row.audience !== "board" || row.issued_on === null || row.issued_on < fileDay(run)) continue;
      if (row.issued_on > run.today) judge.at(row, { field: "issued_on" });
      const inFile = run.find(file, "pilot_month", row.pilot_month);
      if (run.rows(file) && row.pilot_month !== null && !inFile) judge.at(row, { field: "pilot_month" });
      if (row.evidence_digest === null || (run.digests.has(file) && row.evidence_digest !== run.digests.get(file))) {
        judge.at(row, { field: "evidence_digest", expected: run.digests.get(file) });
      }
      if (row.pilot_month === null) continue;
      if (row.asserted_amount !== null) {
        const amount = amountOf(run, row.pilot_month);
        const differs = amount !== null && apart(row.asserted_amount, amount, tolerance(run));
        if (differs || namesNoAmount(run)) judge.at(row, { field: "asserted_amount" });
      }
      if (row.asserted_position !== null && isAbove(row.asserted_position, ceilingOf(run, row.pilot_month))) {
        judge.at(row, { field: "asserted_position" });
      }
    }
  },

  [`${step}-V2`](judge) {
    const { run } = judge;
    const { decisions, position } = nounsOf(run);
    judge.needs(decisions);
    for (const row of decisionsOn(run, run.today).values()) {
      if (row[position] === "restricted" && row.follow_up_owner === null) judge.at(row, { field: "follow_up_owner" });
    }
  },

  [`${step}-V3`](judge) {
    const { run } = judge;
    const { decisions, position } = nounsOf(run);
    judge.needsAll("statements", decisions);
    for (const row of run.rows("statements") ?? []) {
      if (row.audience !== "external" || row.issued_on === null) continue;
      if (row.issued_on > run.today) judge.at(row, { field: "issued_on" });
      if (!run.rows(decisions) || row.pilot_month === null) continue;
      const decision = decisionsOn(run, row.issued_on).get(row.pilot_month);
      if (!decision) {
        judge.at(row, { field: "pilot_month" });
        continue;
      }
      const isBothKnown = row.asserted_position !== null && decision[position] !== null;
      if (isBothKnown && isAbove(row.asserted_position, decision[position])) {
        judge.at(row, { field: "asserted_position", expected: decision[position] });
      }
      if (row.asserted_amount === null || decision.refused.has("approved_amount")) continue;
      if (compare(row.asserted_amount, decision.approved_amount ?? ZERO) > 0)
        judge.at(row, { field: "asserted_amount" });
    }
  },

  [`${step}-T1`](judge) {
    const { run } = judge;
    const { file, decisions } = nounsOf(run);
    judge.needsAll(decisions, file, ...amountTables(run));
    const decided = decisionsOn(run, run.today);
    for (const row of run.rows(decisions) ? decided.values() : []) {
      const isLate = limitsOf(run, row.pilot_month).some((limit) => row.review_date > limit.day);
      if (isLate && row.review_date >= fileDay(run)) judge.at(row, { field: "review_date" });
    }
    for (const row of run.rows(decisions) ? (run.rows(file) ?? []) : []) {
      const hasPassed = limitsOf(run, row.pilot_month).some((limit) => limit.isPast(run.asOf));
      if (!decided.has(row.pilot_month) && hasPassed) {
        judge.at(row, { field: "pilot_month", missingFrom: decisions });
      }
    }
  },

  [`${step}-L1`]: (judge) => requireConfirmation(judge, { recordDay: fileDay(judge.run) }),
});

/** A note for each kind of open question, and for a lag that is not supportable. */
function requireNotes(judge, row) {
  const { run } = judge;
  const kinds = openQuestions(run, row.pilot_month, row.review_date).map((question) => question.kind);
  for (const [kind, note] of Object.entries(nounsOf(run).notes)) {
    if (kinds.includes(kind) && row[note] === null) judge.at(row, { field: note, each: note });
  }
  if (row.lag_note !== null) return;
  const isKnown = run.rows(lagTable(run.contract)) !== null;
  const { value, why } = isKnown ? lag(run, row.pilot_month) : {};
  const limit = decimal(String(run.contract.payment.lag_supportable_pct));
  if (kinds.includes("lag") || (value !== undefined && compare(value, limit) > 0)) {
    judge.at(row, { field: "lag_note", each: "lag_note" });
  } else if (why !== undefined) judge.undecided(`${row.pilot_month}: ${why}`);
}

/** When the decision on a month is due: the first committee meeting, and sooner where exposure is material. */
function limitsOf(run, month) {
  const { calendar, contract } = run;
  const start = Math.min(fileDay(run), lastDay(nextMonth(month)));
  const limits = [];
  const meeting = calendar.meetings.find((day) => day >= start);
  if (meeting !== undefined) limits.push({ day: meeting, isPast: (at) => run.zone.dayOf(at) > meeting });
  const { material_exposure: threshold } = contract.payment;
  const { material_review: review } = contract.deadlines;
  const amount = amountOf(run, month);
  const isMaterial =
    threshold !== undefined && amount !== null && compare(abs(amount), decimal(String(threshold))) >= 0;
  if (isMaterial && review) limits.push(calendar.limitFromDay(start, review));
  return limits;
}
