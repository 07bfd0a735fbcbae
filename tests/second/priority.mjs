/** What follows for each active participant on the release day: the counts, the score and the tier. */

import { tablesOf, UNKNOWN } from "./criteria.mjs";
import { decimal, sum, whole } from "./decimal.mjs";
import { activeOn } from "./population.mjs";
import { scoreOf, tierOf } from "./score.mjs";

/** The instant of the priority list's link confirmation; null where it is not confirmed. */
export const releaseOf = (run) => run.confirmedAt("A3-L1");
export const releaseDay = (run) => run.recordDay("A3-L1");

/** id -> decision of those who are active at the release. */
export const activeAtRelease = (run) => activeOn(run, releaseDay(run));

function inWindow(run, day) {
  const release = releaseDay(run);
  return day !== null && day > release - Number(run.contract.scoring.window_days) && day <= release;
}

export function encounters(run, id, kinds) {
  const counted = (row) => row.participant_id === id && kinds.includes(row.kind) && inWindow(run, row.service_date);
  return whole(run.rows("utilization_feed").filter(counted).length);
}

export const edCount = (run, id) => encounters(run, id, run.contract.scoring.ed_kinds ?? []);

function incidentPoints(run, id) {
  const counted = (row) => row.participant_id === id && row.severity !== null && inWindow(run, row.occurred_on);
  const points = (row) => decimal(run.contract.severityPoints[row.severity]);
  return sum(run.rows("incident_history").filter(counted).map(points));
}

export function unresolvedVariances(run, id) {
  const day = releaseDay(run);
  const open = (row) =>
    row.participant_id === id &&
    row.opened_on !== null &&
    row.opened_on <= day &&
    (row.resolved_on === null || row.resolved_on > day);
  return whole(run.rows("case_variances").filter(open).length);
}

function participantValue(run, id, field) {
  if (tablesOf(field).some((dataset) => run.rows(dataset) === null)) return UNKNOWN;
  const [dataset, column] = field.split(".");
  switch (field) {
    case "derived.ed_count":
      return edCount(run, id);
    case "derived.inpatient_count":
      return encounters(run, id, run.contract.scoring.inpatient_kinds ?? []);
    case "derived.incident_points":
      return incidentPoints(run, id);
    case "derived.unresolved_variances":
      return unresolvedVariances(run, id);
    default:
      return run.find(dataset, "participant_id", id)?.[column] ?? null;
  }
}

export const participantScore = (run, id) =>
  run.once(`score ${id}`, () => scoreOf(run.contract, (field) => participantValue(run, id, field)));

/** The recomputed tier of an active participant; null for none, UNKNOWN where an absent table decides. */
export const participantTier = (run, id) => tierOf(run.contract, participantScore(run, id));

export const interventionStatus = (run, id) =>
  run.find("case_management", "participant_id", id)?.intervention_status ?? "none";
