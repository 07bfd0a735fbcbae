/** What a month's figures earn or owe under the shared-savings terms. */

import { add, compare, decimal, div, larger, mul, negate, ONE, round, smaller, sub, whole, ZERO } from "./decimal.mjs";

const term = (value) => (value === undefined ? undefined : decimal(String(value)));

/** Whether the minimum rate is read at the number of assigned people. */
export const readsAssigned = (contract) => Array.isArray(contract.payment.minimum_savings_rate);

/** `{ value }` in currency units, a loss being negative, or `{ why }` it cannot be computed. */
export function savingsOf(run, month) {
  const { payment } = run.contract;
  const row = run.find("performance_workbook", "pilot_month", month);
  if (!row) return { why: "the workbook has no row" };
  const benchmark = benchmarkOf(row);
  if (benchmark === null) return { why: "there is no benchmark" };
  if (compare(benchmark, ZERO) <= 0) return { why: "the benchmark is not positive" };
  if (row.actual_expenditure === null) return { why: "there is no expenditure" };
  const gross = sub(benchmark, row.actual_expenditure);
  const rate = div(gross, benchmark);
  const minimum = minimumRate(run, row, month);
  if (minimum === null) return { why: "the number of assigned people is not known" };
  if (compare(rate, minimum) >= 0) return earned(payment, row, benchmark, gross);
  const minimumLoss = term(payment.minimum_loss_rate);
  if (minimumLoss !== undefined && compare(rate, negate(minimumLoss)) <= 0) return owed(payment, row, benchmark, gross);
  return { value: ZERO };
}

function benchmarkOf(row) {
  if (row.benchmark_total !== null) return row.benchmark_total;
  if (row.benchmark_pmpm === null || row.member_months === null) return null;
  return mul(row.benchmark_pmpm, row.member_months);
}

/** One rate, or a table that is linear between its points and flat beyond them. */
function minimumRate(run, row, month) {
  if (!readsAssigned(run.contract)) return term(run.contract.payment.minimum_savings_rate) ?? ZERO;
  const points = run.contract.payment.minimum_savings_rate.map(([people, rate]) => [term(people), term(rate)]);
  const locked = run.rows("locked_cohort");
  const assigned = row.assigned_count ?? (locked && whole(locked.filter((any) => any.pilot_month === month).length));
  if (assigned === null) return null;
  if (compare(assigned, points[0][0]) <= 0) return points[0][1];
  for (let at = 1; at < points.length; at += 1) {
    const [[from, low], [to, high]] = [points[at - 1], points[at]];
    if (compare(assigned, to) > 0) continue;
    const share = div(sub(assigned, from), sub(to, from));
    return add(low, mul(share, sub(high, low)));
  }
  return points.at(-1)[1];
}

function earned(payment, row, benchmark, gross) {
  const gate = term(payment.quality_gate);
  const scales = payment.sharing_scales_with_quality === true;
  if ((gate !== undefined || scales) && row.quality_score === null) return { why: "there is no quality score" };
  let share = term(payment.sharing_rate);
  if (scales) share = mul(share, row.quality_score);
  if (gate !== undefined && compare(row.quality_score, gate) < 0) share = ZERO;
  const amount = mul(mul(gross, share), sub(ONE, term(payment.sequestration) ?? ZERO));
  return { value: round(capped(amount, payment.shared_savings_cap, benchmark), 2) };
}

function owed(payment, row, benchmark, gross) {
  const rate = lossRate(payment.shared_loss_rate, row);
  if (rate === null) return { why: "there is no quality score" };
  const amount = capped(mul(negate(gross), rate), payment.shared_loss_cap, benchmark);
  return { value: round(negate(larger(ZERO, sub(amount, row.relief ?? ZERO))), 2) };
}

function lossRate(agreed, row) {
  if (typeof agreed !== "object") return term(agreed);
  if (row.quality_score === null) return null;
  const rate = sub(ONE, mul(term(agreed.one_minus_quality_times), row.quality_score));
  return smaller(larger(rate, term(agreed.floor) ?? rate), term(agreed.ceiling) ?? rate);
}

function capped(amount, cap, benchmark) {
  return cap === undefined ? amount : smaller(amount, mul(term(cap), benchmark));
}
