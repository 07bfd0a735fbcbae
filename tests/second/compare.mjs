/** Where two reports on one case differ: in a step's state, a control's outcome, or a finding. */

import { byBytes } from "./order.mjs";
import { CONTROLS, STEPS } from "./schema.mjs";

/** What the other checker says of a control that it lists and cannot decide yet: no difference then. */
const UNDECIDED = /does not decide it yet/;

/** Each difference: what it is about, what ours says, what theirs says. */
export function differences(ours, theirs) {
  const found = [];
  const open = new Set(
    theirs.steps.flatMap((step) => step.controls.filter(({ why }) => UNDECIDED.test(why)).map(({ id }) => id)),
  );
  const differ = (about, our, their) => {
    const [subject, what] = about.split(" ");
    const isOpen = what === "state" ? [...open].some((id) => id.startsWith(subject)) : open.has(subject);
    if (!isOpen) found.push({ about, ours: our, theirs: their });
  };
  for (const step of ours.steps) {
    const other = theirs.steps.find((any) => any.step === step.step);
    if (other === undefined) {
      differ(`${step.step} state`, step.state, "no such step");
      continue;
    }
    if (step.state !== other.state) differ(`${step.step} state`, step.state, other.state);
    for (const control of step.controls) {
      const outcome = other.controls.find((any) => any.id === control.id)?.outcome ?? "no such control";
      if (control.outcome !== outcome) differ(`${control.id} outcome`, control.outcome, outcome);
    }
  }
  const [our, their] = [tally(ours.findings), tally(theirs.findings)];
  for (const place of new Set([...our.keys(), ...their.keys()])) {
    const [here, there] = [our.get(place)?.length ?? 0, their.get(place)?.length ?? 0];
    if (here === there) continue;
    const sample = (our.get(place) ?? their.get(place))[0];
    const field = `${sample.field}: ${sample.stated} (expected ${sample.expected})`;
    const about = `${sample.control} ${here > there ? "ours only" : "theirs only"}`;
    differ(about, `${here} × ${place} ${field}`, `${there}`);
  }
  return found;
}

/** Where both find the same place once: what ours expects there, which theirs does not. */
export function expectations(ours, theirs) {
  const their = tally(theirs.findings);
  return [...tally(ours.findings)].flatMap(([place, [our, ...more]]) => {
    const [other, ...others] = their.get(place) ?? [];
    if (!other || more.length > 0 || others.length > 0 || (our.expected ?? null) === null) return [];
    const isField = our.field === null || our.field === other.field;
    const isSame = isField && isAlike(our.expected, other.expected) && isAlike(our.stated, other.stated);
    const say = (finding) => `${finding.field}: ${finding.stated}, expected ${finding.expected}`;
    return isSame ? [] : [{ about: `${our.control} expected`, ours: `${say(our)} at ${place}`, theirs: say(other) }];
  });
}

/** Empty is empty, 2.50 is 2.5, and "or earlier" may follow a value. */
function isAlike(ours, theirs) {
  const [our, their] = [ours ?? "", theirs ?? ""];
  return isNumeral(our) && isNumeral(their)
    ? Number(our) === Number(their)
    : our === their || ` ${their} `.includes(` ${our} `);
}

/** What a report must be whatever it found: every step, counts that add up, findings in their order. */
export function misshapen(report) {
  const found = [];
  const say = (about, ours, theirs) => found.push({ about: `report ${about}`, ours, theirs });
  const steps = report.steps.map((step) => step.step).join();
  if (steps !== STEPS.join()) say("steps", STEPS.join(), steps);
  for (const { id, findings } of report.steps.flatMap((step) => step.controls)) {
    const listed = report.findings.filter((finding) => finding.control === id).length;
    if (listed !== findings) say("count", `${id}: ${listed} listed`, `${findings}`);
  }
  report.findings.slice(1).forEach((finding, at) => {
    const earlier = report.findings[at];
    if (byPlace(earlier, finding) > 0) say("order", JSON.stringify(finding), `after ${JSON.stringify(earlier)}`);
  });
  const inputs = report.inputs.map((input) => `${input.dataset} ${input.file}`);
  if (inputs.join() !== inputs.toSorted(byBytes).join()) say("inputs", "by dataset, then file", inputs.join());
  return found;
}

/** Intake by its number, then controls as in the catalogue, then dataset, line (none first), key, field. */
export function byPlace(a, b) {
  const control = (finding) => CONTROLS.findIndex(({ id }) => id === finding.control);
  return (
    control(a) - control(b) ||
    byBytes(a.control, b.control) ||
    byBytes(a.dataset, b.dataset) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    byBytes(a.key, b.key) ||
    byBytes(a.field, b.field)
  );
}

function tally(findings) {
  const places = new Map();
  for (const finding of findings) {
    const { control, severity, dataset, line, key, missing_from: missing } = finding;
    const isOfFile = control === "IN-1" || control === "IN-2";
    const place = isOfFile
      ? [control, severity, dataset, finding.field].join(" ")
      : [control, severity, dataset, line, key ?? "", missing ?? ""].join(" ");
    places.set(place, [...(places.get(place) ?? []), finding]);
  }
  return places;
}

/** Where two builds of a step differ, in the columns that ours has. */
export function buildDifferences(step, ours, theirs) {
  if (theirs.refused) return [{ about: `${step} build`, ours: `${ours.length} rows`, theirs: theirs.refused }];
  const found = [];
  const key = (row) => row.event_id ?? row.participant_id ?? row.pilot_month;
  const others = new Map(theirs.map((row) => [key(row), row]));
  for (const row of ours) {
    const other = others.get(key(row));
    others.delete(key(row));
    if (!other) found.push({ about: `${step} build row`, ours: JSON.stringify(row), theirs: "no row" });
    else {
      for (const [column, value] of Object.entries(row)) {
        if (isSame(step, column, value, other[column] ?? "")) continue;
        found.push({ about: `${step} build ${column}`, ours: `${key(row)}: ${value}`, theirs: String(other[column]) });
      }
    }
  }
  for (const row of others.values())
    found.push({ about: `${step} build row`, ours: "no row", theirs: JSON.stringify(row) });
  const isOrdered = ours.map(key).join() === theirs.map(key).join();
  if (found.length === 0 && !isOrdered)
    found.push({ about: `${step} build order`, ours: ours.map(key).join(), theirs: theirs.map(key).join() });
  return found;
}

/** Who serves is theirs to choose (A4, D3): who is served is not. */
function isSame(step, column, ours, theirs) {
  if (column === "assigned_lead" || column === "assigned_responder") return (ours === "") === (theirs === "");
  if (step === "A4" && ["intervention_type", "validation_timestamp"].includes(column))
    return (ours === "") === (theirs === "");
  if (/^(locked_at|recorded_at|released_at)$/.test(column)) return (ours === "") === (theirs === "");
  return ours === theirs || (isNumeral(ours) && isNumeral(theirs) && Number(ours) === Number(theirs));
}

const isNumeral = (text) => /^-?\d+(\.\d+)?$/.test(text);
