/** The contract's criteria, tried in order on the values of one subject. */

import { compare, decimal } from "./decimal.mjs";
import { TABLES } from "./tables.mjs";
import { parseDay } from "./time.mjs";

/** What cannot be known because a table is absent. */
export const UNKNOWN = Symbol("unknown");

const EMPTY_IS_FAILURE = (criterion) => criterion.missing !== "pass";

/** The code of the first criterion that fails, null where none does, UNKNOWN where an absent table decides. */
export function exclusionCode(criteria, valueOf) {
  for (const criterion of criteria) {
    const value = valueOf(criterion.field);
    if (value === UNKNOWN) return UNKNOWN;
    const fails = value === null ? EMPTY_IS_FAILURE(criterion) : !holds(criterion, value);
    if (fails) return criterion.exclusion_code;
  }
  return null;
}

function holds({ op, value, field }, actual) {
  const compared = (agreed) => compareAs(field, actual, agreed);
  switch (op) {
    case "==":
      return compared(value) === 0;
    case "!=":
      return compared(value) !== 0;
    case "<":
      return compared(value) < 0;
    case "<=":
      return compared(value) <= 0;
    case ">":
      return compared(value) > 0;
    case ">=":
      return compared(value) >= 0;
    case "one_of":
      return value.some((agreed) => compared(agreed) === 0);
    case "not_one_of":
      return !value.some((agreed) => compared(agreed) === 0);
    default:
      throw new Error(`${op} is no operator`);
  }
}

/** Numbers as numbers, days as days, all else as text. */
function compareAs(field, actual, agreed) {
  if (typeof actual === "object") return compare(actual, decimal(String(agreed)));
  if (typeof actual === "number") return actual - parseDay(agreed);
  return actual === agreed ? 0 : actual < agreed ? -1 : 1;
}

const DERIVED_FROM = {
  "derived.age_years": ["payer_attribution"],
  "derived.attributed_days": ["payer_attribution"],
  "derived.authorization_status": ["authorization_register"],
  "derived.eligibility_status": ["referrals", "payer_eligibility"],
  "derived.days_since_previous_event": ["referrals"],
  "derived.events_30d": ["referrals"],
  "derived.ed_count": ["utilization_feed"],
  "derived.inpatient_count": ["utilization_feed"],
  "derived.incident_points": ["incident_history"],
  "derived.unresolved_variances": ["case_variances"],
};

/** The tables that a field is read from. */
export function tablesOf(field) {
  const [dataset] = field.split(".");
  return TABLES[dataset] ? [dataset] : DERIVED_FROM[field];
}

export const tablesOfAll = (entries) => [...new Set(entries.flatMap((entry) => tablesOf(entry.field)))];
