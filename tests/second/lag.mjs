/** How much of a month's claims is not yet paid: the chain ladder on the claims, or the tracker's word. */

import { compare, div, HUNDRED, mul, ONE, product, round, sub, sum, whole, ZERO } from "./decimal.mjs";
import { firstDay, monthOf } from "./time.mjs";

export const lagTable = (contract) => (contract.payment.lag_method === "tracker" ? "claims_lag_tracker" : "claims");

/** `{ value }` in percentage points, or `{ why }` it cannot be computed. */
export function lagOf(run, month, fileDay) {
  return run.contract.payment.lag_method === "tracker"
    ? trackerLag(run, month, fileDay)
    : ladderLag(run, month, fileDay);
}

function trackerLag(run, month, fileDay) {
  const row = run.find("claims_lag_tracker", "pilot_month", month);
  const maxAge = run.contract.payment.tracker_max_age_days;
  if (!row || row.claims_lag_pct === null) return { why: "the tracker has no figure" };
  if (row.as_of !== null && maxAge !== undefined && row.as_of < fileDay - Number(maxAge)) {
    return { why: "the tracker is too old" };
  }
  return { value: row.claims_lag_pct };
}

/** Months, quarters and years are numbered on from year 0. */
function periodOf(day, grain) {
  const [year, month] = monthOf(day).split("-").map(Number);
  if (grain === "year") return year;
  return grain === "quarter" ? year * 4 + Math.floor((month - 1) / 3) : year * 12 + month - 1;
}

/** The newest period that has ended on or before the day. */
function valuationPeriod(day, grain) {
  return periodOf(day + 1, grain) - 1;
}

function ladderLag(run, month, fileDay) {
  const {
    lag_grain: grain = "month",
    lag_average: average = "volume",
    lag_history: history = 1,
  } = run.contract.payment;
  const valuation = valuationPeriod(fileDay, grain);
  const paid = paidIncrements(run, grain, valuation);
  if (paid.size === 0) return { why: "there are no claims" };
  const oldest = Math.min(...paid.keys());
  const own = periodOf(firstDay(month), grain);
  if (own > valuation) return { why: "the month's period has not ended" };
  if (own - oldest < Number(history)) return { why: "the claims do not go back far enough" };
  const factors = [];
  for (let age = valuation - own; age < valuation - oldest; age += 1) {
    const factor = ageToAge(paid, oldest, valuation, age, average);
    if (factor === null) return { why: `no factor from age ${age}` };
    factors.push(factor);
  }
  const all = product(factors);
  if (compare(all, ZERO) <= 0) return { why: "the product of the factors is not positive" };
  return { value: round(mul(HUNDRED, sub(ONE, div(ONE, all))), 2) };
}

/** service period -> age -> paid in it, of the claims that the valuation can see. */
function paidIncrements(run, grain, valuation) {
  return run.once(`increments ${valuation}`, () => {
    const paid = new Map();
    for (const claim of run.rows("claims")) {
      const { participant_id: id, service_date: service, paid_date: payment, paid_amount: amount } = claim;
      if ([id, service, payment, amount].includes(null)) continue;
      const [from, to] = [periodOf(service, grain), periodOf(payment, grain)];
      if (from > valuation || to > valuation) continue;
      const ages = paid.get(from) ?? new Map();
      paid.set(from, ages);
      const age = Math.max(0, to - from);
      ages.set(age, sum([ages.get(age) ?? ZERO, amount]));
    }
    return paid;
  });
}

function cumulative(paid, period, age) {
  const ages = [...(paid.get(period) ?? new Map())];
  return sum(ages.filter(([at]) => at <= age).map(([, amount]) => amount));
}

/** The factor from an age to the next over the service periods that have both; null where there is none. */
function ageToAge(paid, oldest, valuation, age, average) {
  const pairs = [];
  for (let period = oldest; period + age + 1 <= valuation; period += 1) {
    pairs.push([cumulative(paid, period, age), cumulative(paid, period, age + 1)]);
  }
  if (average === "simple") {
    const ratios = pairs.filter(([base]) => base.n !== 0n).map(([base, next]) => div(next, base));
    return ratios.length === 0 ? null : div(sum(ratios), whole(ratios.length));
  }
  const base = sum(pairs.map(([first]) => first));
  return base.n === 0n ? null : div(sum(pairs.map(([, next]) => next)), base);
}
