/** The settlement of a made-up crisis-diversion pilot: what came after the events, the file, the decisions, the statements. */

import { hasEscalation } from "./avoided.mjs";
import { BUILD } from "./build.mjs";
import { format } from "./decimal.mjs";
import { claimsOf, filesOf, id, outcomesOf, questionsOf, runOf, statementsOf, trackerOf } from "./pilot-common.mjs";
import { amountOf } from "./position.mjs";
import { formatDay } from "./time.mjs";

const HOUR = 3_600_000;

export function settle(random, pilot, { file, from, moment, show, asOf }, months, variant) {
  const { tables } = pilot;
  const run = runOf(pilot);
  tables.downstream_utilization = [];
  for (let number = 1; number <= 14; number += 1) {
    const near = random.chance(0.5) ? random.pick(run.rows("referrals")) : null;
    const occurred = near
      ? near.event_timestamp + random.pick([-10, 0, 20, 71, 72, 73, 100]) * HOUR
      : moment(from + random.between(0, 60), "11:00");
    if (occurred > asOf) continue;
    tables.downstream_utilization.push({
      encounter_id: id("U", number),
      participant_id: near?.participant_id ?? random.pick(variant.participants),
      occurred_at: show(occurred),
      kind: random.pick(["ed", "inpatient", "law_enforcement", "office"]),
    });
  }
  tables.claims = claimsOf(random, file - variant.claimDays, file, variant.participants);
  tables.claims_lag_tracker = trackerOf(random, months, file);
  const rate = (numerator, denominator) => ({ numerator, denominator, per: "" });
  tables.outcome_report = outcomesOf(random, months, [["STABILIZED-RATE", rate("7", "10"), rate("5", "10")]]);
  tables.methodology_questions = questionsOf(random, months, ["methodology", "lag", "closure"], file);
  tables.outcome_register = tables.locked_events.map(({ event_id, participant_id }) => ({
    event_id,
    participant_id,
    claimed_avoided: random.pick(["ed", "ed", "inpatient", "law_enforcement", "none"]),
  }));
  const claims = runOf(pilot);
  const refuted = new Set(
    tables.outcome_register.filter((row) => hasEscalation(claims, row.event_id)).map((row) => row.event_id),
  );
  tables.outcome_register = tables.outcome_register.map((row) =>
    refuted.has(row.event_id) ? { ...row, claimed_avoided: "none" } : row,
  );
  tables.settlement_file = BUILD.D5(runOf(pilot)).map((row) => ({ ...row, claims_lag_pct: row.claims_lag_pct || "0" }));
}

function worthOf(run, month) {
  const amount = amountOf(run, month);
  return amount === null ? "" : format(amount, 2);
}

export function conclude(pilot, { meeting }) {
  const { tables } = pilot;
  const run = runOf(pilot);
  const amounts = new Map(tables.settlement_file.map((row) => [row.pilot_month, worthOf(run, row.pilot_month)]));
  tables.settlement_decisions = BUILD.D6(run).map((row) => ({
    ...row,
    board_decision_code: "B-1",
    review_date: formatDay(meeting),
    executive_owner: "S-FC",
    residual_risk_rating: "moderate",
    next_checkpoint_date: formatDay(meeting + 30),
    approved_amount: amounts.get(row.pilot_month),
    methodology_note: "noted",
    lag_note: "noted",
    closure_note: "noted",
    follow_up_owner: row.settlement_position_status === "restricted" ? "S-FC" : "",
  }));
  const { digest } = filesOf(tables).settlement_file;
  tables.statements = statementsOf(
    tables.settlement_decisions,
    "settlement_position_status",
    amounts,
    digest,
    formatDay(meeting),
  );
}
