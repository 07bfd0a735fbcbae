/** The second checker on its own: silent on sound pilots, and on one planted fault it says what the rules say. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Calendar, parseDuration } from "./calendar.mjs";
import { decimal, format, round } from "./decimal.mjs";
import { matchByRank } from "./matching.mjs";
import { runOf } from "./pilot-common.mjs";
import { makePilot, VARIANT_NAMES } from "./pilot.mjs";
import { Random } from "./random.mjs";
import { check } from "./report.mjs";
import { formatDay, parseDay, wholeYears, Zone } from "./time.mjs";

const NEW_YORK = new Zone("America/New_York");

test("every made-up pilot is clear in each step", () => {
  for (const name of VARIANT_NAMES) {
    const { steps, findings } = check(runOf(makePilot(name, 7)));
    assert.deepEqual([...new Set(steps.map((step) => step.state))].sort(), ["clear", "not_started"], name);
    assert.deepEqual(
      findings.filter((finding) => finding.severity === "block"),
      [],
      name,
    );
  }
});

/** What one fault in a sound pilot adds: `control dataset:line` of each finding. */
function found(name, plant) {
  const pilot = makePilot(name, 2);
  assert.deepEqual(check(runOf(pilot)).findings, []);
  plant(pilot.tables, pilot);
  return check(runOf(pilot)).findings.map(({ control, dataset, line }) => `${control} ${dataset}:${line}`);
}

const ATTRIBUTION = "attribution-month";
const DIVERSION = "diversion-events";

test("a roster row that is gone shows at the payer's row", () => {
  const [gone] = makePilot(ATTRIBUTION, 2).tables.roster;
  const findings = found(ATTRIBUTION, ({ roster }) => roster.shift());
  assert.ok(findings.includes("A1-V1 payer_attribution:2"), `${gone.participant_id}: ${findings}`);
});

test("a refused cell is found once, and blocks the steps that read it", () => {
  assert.deepEqual(
    found(ATTRIBUTION, ({ roster }) => (roster[3].payer_attribution_date = "2026-02-30")),
    ["IN-3 roster:5"],
  );
});

test("a repeated key is found at the later row, which is used no further", () => {
  assert.deepEqual(
    found(ATTRIBUTION, ({ roster }) => roster.push({ ...roster[0], authorization_status: "" })).length,
    1,
  );
});

test("an estimate that is two cents off is found, and one that is one cent off is not", () => {
  const shift = (cents) => (tables, pilot) => {
    const row = tables.payment_assurance[0];
    row.provisional_savings_estimate = (Number(row.provisional_savings_estimate) + cents / 100).toFixed(2);
    delete tables.statements;
    assert.ok(pilot);
  };
  assert.deepEqual(found(ATTRIBUTION, shift(1)), []);
  assert.ok(found(ATTRIBUTION, shift(2)).includes("A5-V2 payment_assurance:2"));
});

test("a board statement that names other evidence is found", () => {
  assert.deepEqual(
    found(ATTRIBUTION, ({ statements }) => (statements[0].evidence_digest = "sha256:00")),
    ["A6-V1 statements:2"],
  );
});

test("an action that is not named is found once for each component", () => {
  const findings = found(DIVERSION, (tables) => (tables.bundle_actions = tables.bundle_actions.slice(2)));
  assert.equal(findings.filter((finding) => finding === "D3-C1 response_bundles:2").length, 2);
});

test("a stabilized case whose evidence is gone is found once for each component", () => {
  const findings = found(DIVERSION, (tables) => (tables.delivery_log = []));
  assert.ok(findings.filter((finding) => finding.startsWith("D4-V1 completions")).length >= 2);
});

test("a sign-off after the first decision is late", () => {
  const findings = found(ATTRIBUTION, ({ confirmations, payment_decisions: decisions }) => {
    for (const row of decisions) row.review_date = "2026-03-13";
    const row = confirmations.find((any) => any.control_id === "A5-R1");
    row.confirmed_at = "2026-03-13T16:00:00-04:00";
  });
  assert.deepEqual(findings, []); // on the day itself it is not later
});

test("a time that occurs twice is the first, and one that does not occur is not moved", () => {
  assert.equal(NEW_YORK.parse("2026-11-01T01:30"), NEW_YORK.parse("2026-11-01T01:30-04:00"));
  assert.equal(NEW_YORK.parse("2026-03-08T02:30"), NEW_YORK.parse("2026-03-08T03:30-04:00"));
  assert.equal(NEW_YORK.parse("2026-03-09"), null);
});

test("hours count on the clock, business days end with the day, cadences give way to holidays", () => {
  const terms = { holidays: ["2026-01-19"], huddle: { day: "thu", closes: "16:00" } };
  const calendar = new Calendar(terms, NEW_YORK);
  const friday = NEW_YORK.parse("2026-01-16T10:00");
  assert.equal(formatDay(calendar.limitFrom(friday, parseDuration("2bd")).day), "2026-01-21");
  assert.ok(!calendar.limitFrom(friday, parseDuration("2bd")).isPast(NEW_YORK.parse("2026-01-21T23:59:59")));
  assert.ok(calendar.limitFrom(friday, parseDuration("2bd")).isPast(NEW_YORK.parse("2026-01-22T00:00")));
  const beforeChange = NEW_YORK.parse("2026-03-07T12:00");
  assert.equal(
    NEW_YORK.format(calendar.limitFrom(beforeChange, parseDuration("48h")).end),
    "2026-03-09T13:00:00-04:00",
  );
  assert.ok(calendar.isCadence(parseDay("2026-01-20"), "mon"));
  assert.ok(!calendar.isCadence(parseDay("2026-01-19"), "mon"));
  const close = NEW_YORK.parse("2026-01-22T16:00");
  assert.equal(calendar.huddleCloseAfter(close), NEW_YORK.parse("2026-01-29T16:00"));
});

test("numbers are exact, and halves go away from zero", () => {
  assert.equal(format(round(decimal("-2.345"), 2), 2), "-2.35");
  assert.equal(format(round(decimal("2.344999999999999999999"), 2), 2), "2.34");
  assert.equal(wholeYears(parseDay("2008-02-29"), parseDay("2026-02-28")), 17);
  assert.equal(wholeYears(parseDay("2008-02-29"), parseDay("2026-03-01")), 18);
});

test("the matching serves a higher rank before any number of lower ones", () => {
  for (let seed = 0; seed < 400; seed += 1) {
    const random = new Random(seed);
    const slots = Array.from({ length: 3 }, () => random.between(0, 2));
    const able = Array.from({ length: 6 }, () => [0, 1, 2].filter(() => random.chance(0.4)));
    const served = matchByRank(
      [0, 1, 2, 3, 4, 5],
      (subject) => able[subject],
      (server) => slots[server],
    );
    const words = able.map((_, subject) => (served.has(subject) ? "1" : "0")).join("");
    assert.equal(words, bestOf(able, slots, 0), JSON.stringify({ able, slots }));
  }
});

/** By trying every assignment: who is served, the first subject weighing more than all after it. */
function bestOf(able, slots, subject) {
  if (subject === able.length) return "";
  const left = `0${bestOf(able, slots, subject + 1)}`;
  const served = able[subject]
    .filter((server) => slots[server] > 0)
    .map((server) => `1${bestOf(able, slots.with(server, slots[server] - 1), subject + 1)}`);
  return [left, ...served].sort().at(-1);
}
