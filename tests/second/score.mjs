/** How much risk: the factors' points, and the tier that they give. */

import { UNKNOWN } from "./criteria.mjs";
import { add, compare, ZERO } from "./decimal.mjs";

/** The sum of the factors' points; UNKNOWN where a factor's table is absent. */
export function scoreOf(contract, valueOf) {
  let score = ZERO;
  for (const { field, steps } of contract.factors) {
    const value = valueOf(field);
    if (value === UNKNOWN) return UNKNOWN;
    if (value === null) continue;
    const reached = steps.filter((step) => compare(step.from, value) <= 0).at(-1);
    if (reached) score = add(score, reached.points);
  }
  return score;
}

/** The first tier whose `from` the score reaches; null where none does. */
export function tierOf(contract, score) {
  if (score === UNKNOWN) return UNKNOWN;
  return contract.tiers.find((tier) => compare(tier.from, score) <= 0) ?? null;
}
