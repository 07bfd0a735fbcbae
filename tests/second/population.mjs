/** Who is attributed on a day, and what follows from the sources for each of them. */

import { exclusionCode, tablesOf, UNKNOWN } from "./criteria.mjs";
import { whole } from "./decimal.mjs";
import { wholeYears } from "./time.mjs";

/** id -> the newest row of the payer's file that contains the day; null where that file is absent. */
export function populationOn(run, day) {
  return run.once(`population ${day}`, () => {
    const rows = run.rows("payer_attribution");
    if (rows === null) return null;
    const population = new Map();
    for (const row of rows) {
      const open = row.attribution_end_date === null || row.attribution_end_date >= day;
      if (row.attribution_date > day || !open) continue;
      const other = population.get(row.participant_id);
      if (!other || other.attribution_date < row.attribution_date) population.set(row.participant_id, row);
    }
    return population;
  });
}

/** `active`, `pending`, `expired` or `none`. */
export function authorizationStatus(run, id, day) {
  const rows = run.rows("authorization_register").filter((row) => row.participant_id === id);
  const ended = (row) => row.end_date !== null && row.end_date < day;
  const begun = (row) => row.start_date !== null && row.start_date <= day;
  const active = rows.filter((row) => row.status === "active");
  if (active.some((row) => begun(row) && !ended(row))) return "active";
  if (rows.some((row) => row.status === "pending" && !ended(row))) return "pending";
  if (active.some((row) => row.start_date !== null && row.start_date > day)) return "pending";
  return active.some(ended) ? "expired" : "none";
}

/** The code that the rules give a person of the population on the day. */
export function participantCode(run, id, day) {
  return run.once(`code ${id} ${day}`, () => {
    const payer = populationOn(run, day).get(id);
    return exclusionCode(run.contract.criteria, (field) => {
      if (tablesOf(field).some((dataset) => run.rows(dataset) === null)) return UNKNOWN;
      const [dataset, column] = field.split(".");
      switch (field) {
        case "derived.age_years":
          return payer.birth_date === null ? null : whole(wholeYears(payer.birth_date, day));
        case "derived.attributed_days":
          return whole(day - payer.attribution_date);
        case "derived.authorization_status":
          return authorizationStatus(run, id, day);
        default:
          if (dataset === "payer_attribution") return payer[column];
          return run.find(dataset, "participant_id", id)?.[column] ?? null;
      }
    });
  });
}

/** The category of the case; `none` where there is no case, or none in it. */
export function caseCategory(run, id) {
  return run.find("case_management", "participant_id", id)?.qualifying_category ?? "none";
}

/** Per participant the decision that is current on the day. */
export function decisionsOn(run, day) {
  return run.currentBy("cohort_decisions", "participant_id", "review_date", day);
}

/** id -> decision of those whose current decision on the day is of class active. */
export function activeOn(run, day) {
  return run.once(`active ${day}`, () => {
    const active = [...decisionsOn(run, day)];
    return new Map(active.filter(([, row]) => run.classOf(row.cohort_decision_code) === "active"));
  });
}
