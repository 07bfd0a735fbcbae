// The six steps of either pilot: each shows its controls, its figures and its record, and why somebody is in their tier.
import assert from "node:assert/strict";
import { test } from "node:test";
import { caseReport, download, onPage, shown, steps, trySample } from "./page.mjs";

const samples = { attribution: "pilots/attribution", "crisis-diversion": "pilots/diversion" };
const words = { blocked: "blocked", incomplete: "incomplete", clear: "clear", not_started: "not started" };

for (const [kind, name] of Object.entries(samples)) {
  const report = JSON.parse(caseReport(name));
  const mine = report.steps.filter(({ state }) => state !== "not_started");

  test(`every step of the ${kind} sample shows its state, its controls and its findings, and gives its records`, onPage(async ({ page }) => {
    await trySample(page, kind);
    assert.equal(await steps(page).count(), 6);
    assert.equal(mine.length, 6);
    for (const [place, { step, state, controls }] of mine.entries()) {
      await steps(page).nth(place).click();
      await page.getByRole("heading", { level: 1, name: new RegExp(`^${step} .+: ${words[state]}$`) }).waitFor();
      const rows = await page.locator(".control .control-id").allInnerTexts();
      assert.deepEqual(rows.filter((id) => !id.startsWith("IN-")).toSorted(), controls.map(({ id }) => id).toSorted());
      const findings = report.findings.filter(({ control }) => control.startsWith(step)).length;
      await page.getByRole("button", { name: `Show the ${findings} findings of ${step}`, exact: true }).click();
      await page.getByTestId("shown").getByText(`${findings} of ${report.findings.length} findings`).waitFor();
      const records = await page.getByRole("group", { name: "Downloads" }).getByRole("button", { name: /as built \(CSV\)/ }).allInnerTexts();
      assert.ok(records.length > 0, `${step} gives a record`);
      for (const label of records) {
        const record = await download(page, label);
        assert.equal(record.name, `${label.replace(" as built (CSV)", "").toLowerCase().replaceAll(" ", "_")}.csv`);
        const [head, ...lines] = record.text.trimEnd().split("\r\n");
        assert.match(head, /^\w+(,\w+)+$/);
        assert.ok(lines.length > 0, `${record.name} has rows`);
      }
    }
  }));
}

test("the sum of a month can be followed from line to line, and every figure of the report is there", onPage(async ({ page }) => {
  await trySample(page);
  await steps(page).nth(4).click();
  const { months } = JSON.parse(caseReport(samples.attribution)).steps.find(({ step }) => step === "A5").metrics;
  const [month, { savings }] = Object.entries(months).findLast(([, { savings: known }]) => known);
  const sheet = page.locator(`.figure-sheet:has(> summary:text-is("${month}"))`);
  if (!(await sheet.evaluate(({ open }) => open))) await sheet.locator("summary").click();
  const line = async (label) => (await sheet.locator(".statement > div", { has: page.locator("dt", { hasText: new RegExp(`^${label}`) }) }).locator("dd").first().innerText()).replaceAll(",", "").replace("−", "-");
  const [benchmark, actual, gross] = [await line("Benchmark"), await line("Actual cost"), await line("Gross savings")].map(Number);
  assert.equal(Math.round((benchmark - actual) * 100), Math.round(gross * 100));
  assert.equal(await line("Estimate"), savings.estimate);
  const count = (figures) => Object.values(figures).reduce((sum, figure) => sum + (typeof figure === "object" ? Math.max(count(figure), 1) : 1), 0);
  assert.equal(await sheet.locator("dd, td").count(), count(months[month]) - ranges(months[month]));
}));

/** The ends of ranges, which stand beside their figures. */
const ranges = (figures) => Object.entries(figures).reduce((sum, [name, figure]) => sum + (/_(low|high)$/.test(name) ? 1 : typeof figure === "object" ? ranges(figure) : 0), 0);

for (const [kind, name, place, control, label] of [["attribution", samples.attribution, 2, "A3-V1", "Participant id"], ["crisis-diversion", samples["crisis-diversion"], 2, "D3-V1", "Event id"]]) {
  test(`why a tier: asked by id and from a finding of the ${kind} sample`, onPage(async ({ page }) => {
    const finding = JSON.parse(caseReport(name)).findings.find((found) => found.control === control && found.field?.endsWith("tier"));
    const answer = page.locator(".why-answer");
    const holds = async () => {
      await answer.getByText(`${finding.key} is in tier ${finding.expected}.`).waitFor();
      const points = (await answer.locator("tbody td:last-child").allInnerTexts()).map(Number);
      assert.equal(points.reduce((sum, each) => sum + each, 0), Number(await answer.locator("tfoot td").innerText()));
    };
    await trySample(page, kind);
    await steps(page).nth(place).click();
    await page.getByLabel(label).fill(` ${finding.key} `);
    await page.keyboard.press("Enter");
    await holds();
    await page.getByLabel(label).fill("nobody");
    await page.getByRole("button", { name: "Why this tier" }).click();
    await answer.getByText("There is no tier to tell for nobody.").waitFor();
    await steps(page).nth(0).click();
    await page.getByLabel("Text", { exact: true }).fill(finding.message);
    await page.getByTestId("shown").getByText("1 of ").waitFor();
    await page.getByRole("grid").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("button", { name: "Why this tier" }).click();
    await holds();
    assert.equal(await page.getByLabel(label).inputValue(), finding.key);
    assert.ok(await page.getByLabel(label).evaluate((field) => field === document.activeElement));
    assert.match(await shown(page), /^1 of /, "the findings are still those that were asked for");
  }));
}
