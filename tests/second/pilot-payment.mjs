/** The payment side of a made-up attribution pilot: claims, workbook, file, decisions and statements. */

import { BUILD } from "./build.mjs";
import { claimsOf, filesOf, outcomesOf, questionsOf, runOf, statementsOf, trackerOf } from "./pilot-common.mjs";
import { formatDay } from "./time.mjs";

export function file(random, pilot, { huddle, list }, months, variant) {
  const { tables } = pilot;
  tables.claims = claimsOf(random, list - variant.claimDays, huddle, variant.participants);
  tables.claims_lag_tracker = trackerOf(random, months, huddle);
  tables.outcome_report = outcomesOf(random, months, [
    [
      "ED-PER-1000",
      { numerator: "40", denominator: "1000", per: "12000" },
      { numerator: "61", denominator: "1000", per: "12000" },
    ],
    ["FUH-7", { numerator: "9", denominator: "18", per: "" }, { numerator: "9", denominator: "0", per: "" }],
  ]);
  tables.methodology_questions = questionsOf(random, months, ["methodology", "lag", "data"], huddle);
  tables.performance_workbook = months.map((pilot_month) => {
    const months_ = random.between(40, 60);
    const benchmark = months_ * 810.55;
    const actual = benchmark * random.pick([0.8, 0.93, 0.96, 0.995, 1.005, 1.03, 1.2]);
    const isTotal = random.chance(0.4);
    return {
      pilot_month,
      member_months: String(months_),
      benchmark_pmpm: isTotal ? "" : "810.55",
      benchmark_total: isTotal ? benchmark.toFixed(2) : "",
      actual_expenditure: actual.toFixed(2),
      quality_score: random.pick(["0.65", "0.7", "0.83", "0.915", "1"]),
      assigned_count: random.chance(0.5) ? String(random.between(3, 50)) : "",
      relief: random.chance(0.2) ? "120.50" : "",
    };
  });
  tables.payment_assurance = BUILD.A5(runOf(pilot)).map((row) => ({
    ...row,
    claims_lag_pct: row.claims_lag_pct || "0",
    provisional_savings_estimate: row.provisional_savings_estimate || "0",
  }));
}

export function conclude(pilot, { meeting }) {
  const { tables } = pilot;
  const amounts = new Map(tables.payment_assurance.map((row) => [row.pilot_month, row.provisional_savings_estimate]));
  tables.payment_decisions = BUILD.A6(runOf(pilot)).map((row) => ({
    ...row,
    board_decision_code: "B-1",
    review_date: formatDay(meeting),
    executive_owner: "S-FC",
    residual_risk_rating: "moderate",
    next_checkpoint_date: formatDay(meeting + 30),
    approved_amount: amounts.get(row.pilot_month),
    methodology_note: "noted",
    lag_note: "noted",
    data_note: "noted",
    follow_up_owner: row.payment_position_status === "restricted" ? "S-FC" : "",
  }));
  const { digest } = filesOf(tables).payment_assurance;
  tables.statements = statementsOf(
    tables.payment_decisions,
    "payment_position_status",
    amounts,
    digest,
    formatDay(meeting),
  );
}
