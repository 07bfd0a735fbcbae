/** What may be claimed: the payment assurance file (A5) and the settlement file (D5). */

import { avoidedTables, claimedKind, hasEscalation } from "./avoided.mjs";
import { requireConfirmation } from "./control.mjs";
import { apart, decimal, format, whole } from "./decimal.mjs";
import { requireCount } from "./delivery-attribution.mjs";
import { lagTable } from "./lag.mjs";
import { avoided, fileDay, lag, monthsOf, nounsOf, openQuestions, triggerStatus, triggerTables } from "./position.mjs";
import { readsAssigned, savingsOf } from "./savings.mjs";

/** The controls of the step under its letter: A5 for the attribution pilot, D5 for the diversion pilot. */
export const fileControls = (step) => ({
  [`${step}-G1`](judge) {
    const { run } = judge;
    const { file } = nounsOf(run);
    judge.needsAll(file, ...triggerTables(run.contract), "methodology_questions");
    if (step === "D5") judgeRegister(judge);
    for (const row of run.rows(file) ?? []) {
      const month = row.pilot_month;
      const status = row.outcome_trigger_status;
      if (status !== null && triggerTables(run.contract).every((dataset) => run.rows(dataset))) {
        const expected = triggerStatus(run, month);
        if (status !== expected) judge.at(row, { field: "outcome_trigger_status", expected });
      }
      if (run.rows("methodology_questions")) {
        const open = whole(openQuestions(run, month, fileDay(run)).length);
        requireCount(judge, row, "unresolved_methodology_question_count", open);
      }
    }
    requireConfirmation(judge, { recordDay: fileDay(run) });
  },

  [`${step}-V1`](judge) {
    const { run } = judge;
    const { file, locked, count } = nounsOf(run);
    if (!judge.needsAll(file, locked)) return;
    for (const row of run.rows(file)) {
      const inMonth = run.rows(locked).filter((any) => any.pilot_month === row.pilot_month);
      requireCount(judge, row, count, whole(inMonth.length));
    }
  },

  [`${step}-V2`](judge) {
    const { run } = judge;
    if (step === "A5") {
      const { savings_tolerance: tolerance } = run.contract.payment;
      judge.needs("performance_workbook");
      if (readsAssigned(run.contract) && usesLock(run)) judge.needs("locked_cohort");
      requireFigure(judge, "performance_workbook", (month) => savingsOf(run, month), decimal(String(tolerance)), 2);
    } else {
      judge.needsAll(...avoidedTables(run.contract));
      const figure = (month) => {
        const { count, why } = avoided(run, month);
        return { value: count, why };
      };
      requireFigure(judge, "locked_events", figure, decimal("0.005"));
    }
  },

  [`${step}-V3`](judge) {
    const { run } = judge;
    const table = lagTable(run.contract);
    judge.needs(table);
    const tolerance = decimal(String(run.contract.payment.lag_tolerance_pct));
    requireFigure(judge, table, (month) => lag(run, month), tolerance, 2, "claims_lag_pct");
  },

  [`${step}-T1`](judge) {
    const { run } = judge;
    const { file } = nounsOf(run);
    const rows = judge.needs(file);
    if (!rows) return;
    const months = monthsOf(run);
    for (const month of months) if (!run.find(file, "pilot_month", month)) judge.whole(file, month, month);
    for (const row of rows) if (!months.includes(row.pilot_month)) judge.at(row, { field: "pilot_month" });
  },

  [`${step}-R1`]: (judge) => requireConfirmation(judge, signOff(judge.run, "finance")),
  [`${step}-R2`]: (judge) => requireConfirmation(judge, signOff(judge.run, "compliance")),
  [`${step}-R3`]: (judge) => requireConfirmation(judge, signOff(judge.run, "executive_sponsor")),
  [`${step}-L1`]: (judge) => requireConfirmation(judge, { recordDay: fileDay(judge.run) }),
});

/** Whether some month of the workbook leaves the number of assigned people to the locked cohort. */
const usesLock = (run) => (run.rows("performance_workbook") ?? []).some((row) => row.assigned_count === null);

/** The file's figure of each month against the recomputed one; one that cannot be computed leaves a gap. */
function requireFigure(judge, table, figureOf, tolerance, places, column) {
  const { run } = judge;
  const { file, amount } = nounsOf(run);
  const field = column ?? amount;
  judge.needs(file);
  if (!run.rows(table)) return;
  for (const row of run.rows(file) ?? []) {
    if (row[field] === null) continue;
    const { value, why } = figureOf(row.pilot_month);
    if (value === undefined) judge.undecided(`${row.pilot_month}: ${why}`);
    else if (apart(row[field], value, tolerance)) {
      judge.at(row, { field, expected: format(value, places) });
    }
  }
}

/** A register row that claims what did not happen, or for an event that is not locked. */
function judgeRegister(judge) {
  const { run } = judge;
  judge.needsAll("outcome_register", "locked_events", "downstream_utilization", "referrals");
  for (const row of run.rows("outcome_register") ?? []) {
    if (claimedKind(run, row.event_id) === null) continue;
    const isLocked = !run.rows("locked_events") || run.find("locked_events", "event_id", row.event_id);
    const isRefuted = run.rows("downstream_utilization") && run.rows("referrals") && hasEscalation(run, row.event_id);
    if (!isLocked || isRefuted) judge.at(row, { field: "claimed_avoided" });
  }
}

/** Finance, compliance and the sponsor sign before the first decision that is made after the file day. */
function signOff(run, role) {
  const before = (judge) => {
    const reviews = (judge.needs(nounsOf(run).decisions) ?? [])
      .map((row) => row.review_date)
      .filter((day) => day > fileDay(run));
    return reviews.length === 0 ? null : (at) => run.zone.dayOf(at) <= Math.min(...reviews);
  };
  return { role, recordDay: fileDay(run), before };
}
