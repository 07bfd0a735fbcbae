/** Where two reports on one case differ: in a step's state, a control's outcome, or a finding. */

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
