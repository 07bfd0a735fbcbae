// The sample pilot: one press, no file, and the same answer as at every other door.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, caseInstant, casePaths, caseReport, check, choose, column, download, judgeAt, onPage, shown, steps, trySample } from "./page.mjs";

const report = JSON.parse(caseReport("pilots/attribution"));
const a1 = report.steps.find(({ step }) => step === "A1");

test("the sample is answered with the state, every control and every finding", onPage(async ({ page }) => {
  await trySample(page);
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "A1 Attributed roster: blocked");
  assert.equal(await shown(page), `${report.findings.length} findings`);
  const rows = await page.locator(".control").allInnerTexts();
  for (const control of a1.controls) {
    const row = rows.find((text) => text.includes(control.id));
    assert.ok(row, `${control.id} is shown`);
    if (control.findings > 0) assert.match(row, new RegExp(`\\b${control.findings} findings?`), control.id);
  }
}));

test("controls stand in groups of one kind", onPage(async ({ page }) => {
  await trySample(page);
  const groups = await page.locator(".group h3").allInnerTexts();
  assert.deepEqual(groups, ["Files as received", "Required fields", "Gates", "Validations", "Deadlines", "Links", "Conduct"]);
}));

test("the six steps of the pilot are listed, and those that were not begun say so", onPage(async ({ page }) => {
  await choose(page, casePaths("A1/late"));
  await judgeAt(page, caseInstant("A1/late"));
  await check(page);
  await answered(page);
  assert.equal(await steps(page).count(), 6);
  await steps(page).nth(1).click();
  assert.match(await page.getByRole("heading", { level: 1 }).innerText(), /^A2 Cohort activation: not started$/);
  await steps(page).nth(4).click();
  await page.getByRole("button", { name: "Payment assurance as built (CSV)" }).click();
  await page.getByRole("alert").getByText(/The record cannot be built: \w+ was not given/).waitFor();
}));

test("the report is byte for byte that of the command line", onPage(async ({ page }) => {
  await trySample(page);
  const { name, text } = await download(page, "Report (JSON)");
  assert.equal(name, "report.json");
  assert.equal(text, caseReport("pilots/attribution"));
}));

test("the roster as built can be given back and ties out", onPage(async ({ page }) => {
  await trySample(page);
  const { name, text } = await download(page, "Roster as built (CSV)");
  assert.equal(name, "roster.csv");
  assert.match(text, /^participant_id,payer_attribution_date,qualifying_category,authorization_status,exclusion_reason_code\r\n/);
  assert.equal(text.trimEnd().split("\r\n").length - 1, a1.metrics.population ?? text.trimEnd().split("\r\n").length - 1);
}));

test("the findings stand in the report's own order", onPage(async ({ page }) => {
  await trySample(page);
  const controls = await column(page, "Control");
  assert.deepEqual(controls, report.findings.slice(0, controls.length).map(({ control }) => control));
}));

test("an address with a sample's name opens on it", onPage(async ({ page }) => {
  for (const [name, title] of [["#sample", "A1 Attributed roster"], ["#sample-diversion", "D1 Event qualification record"]]) {
    await page.goto(new URL(name, page.url()).href);
    await page.reload();
    await page.getByRole("heading", { level: 1, name: `${title}: blocked` }).waitFor();
  }
}));
