/** The agreement, read from its file: what a run asks of it, in the checker's own types. */

import { Calendar, parseDuration } from "./calendar.mjs";
import { decimal } from "./decimal.mjs";
import { parseDay, Zone } from "./time.mjs";
import { readToml } from "./toml.mjs";

/** A contract, or a run, that this checker refuses. */
export class Refused extends Error {}

const CLASSES = {
  attribution: ["active", "pending", "excluded"],
  diversion: ["qualified", "pending", "rejected"],
};

export function readContract(text) {
  try {
    return contractOf(readToml(text));
  } catch (error) {
    throw new Refused(`the contract cannot be used: ${error.message}`);
  }
}

function contractOf(file) {
  const { contract } = file;
  const zone = new Zone(contract.timezone);
  const scoring = file.scoring ?? {};
  const made = {
    id: contract.id,
    version: contract.version,
    pilot: contract.pilot,
    classes: CLASSES[contract.pilot],
    from: parseDay(contract.effective_from),
    to: parseDay(contract.effective_to),
    zone,
    calendar: new Calendar(file.calendar ?? {}, zone),
    rosterDay: file.calendar?.roster_day,
    priorityListDay: file.calendar?.priority_list_day,
    deadlines: Object.fromEntries(
      Object.entries(file.deadlines ?? {}).map(([name, text]) => [name, parseDuration(text)]),
    ),
    maxAgeDays: numeral(file.confirmations?.max_age_days),
    roles: file.roles ?? {},
    criteria: file.criteria ?? [],
    exclusionCodes: byName(file.exclusion_codes, "code"),
    barrierCodes: byName(file.barrier_codes, "code"),
    reasonCodes: byName(file.reason_codes, "code"),
    decisionCodes: file.decision_codes ?? {},
    triggerBases: byName(file.triggers, "basis"),
    toleranceMinutes: numeral(file.events?.timestamp_tolerance_minutes) ?? 0,
    scoring,
    severityPoints: scoring.incident_severity_points ?? {},
    factors: (scoring.factors ?? []).map(factorOf),
    tiers: (file.tiers ?? []).map(tierOf),
    authority: file.authority ?? {},
    payment: file.payment ?? {},
    outcomeTriggers: file.payment?.triggers ?? [],
    downstreamWindow: file.payment?.downstream_window && parseDuration(file.payment.downstream_window),
  };
  if (!made.classes) throw new Error("it is of no pilot");
  if (made.pilot === "attribution" && made.barrierCodes.size === 0) throw new Error("it has no barrier code");
  return made;
}

const byName = (list, name) => new Map((list ?? []).map((entry) => [entry[name], entry]));
const numeral = (value) => (value === undefined ? undefined : Number(value));

const factorOf = ({ field, steps }) => ({
  field,
  steps: steps.map(({ from, points }) => ({ from: decimal(from), points: decimal(points) })),
});

const tierOf = (tier) => ({
  ...tier,
  from: decimal(tier.from),
  dueWithin: tier.due_within && parseDuration(tier.due_within),
});
