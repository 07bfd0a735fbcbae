// The findings: found, put in order, opened with both rows of evidence, carried along and kept.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { answered, caseFolder, caseReport, check, column, download, drop, judgeAt, onPage, shown, trySample } from "./page.mjs";

const report = JSON.parse(caseReport("pilots/attribution"));
const count = (test) => report.findings.filter(test).length;
const all = report.findings.length;

test("findings are filtered by control, table and text, and the rest is counted", onPage(async ({ page }) => {
  await trySample(page);
  await page.getByLabel("Control", { exact: true }).selectOption("A1-V1");
  await page.getByTestId("shown").getByText(`${count(({ control }) => control === "A1-V1")} of ${all}`).waitFor();
  await page.getByLabel("Table", { exact: true }).selectOption("roster");
  await page.getByTestId("shown").getByText(`${count(({ control, dataset }) => control === "A1-V1" && dataset === "roster")} of ${all}`).waitFor();
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByTestId("shown").getByText(`${all} findings`).waitFor();
  const { key } = report.findings.find(({ control }) => control === "A1-V2");
  await page.getByLabel("Text", { exact: true }).fill(key.toLowerCase());
  await page.getByTestId("shown").getByText(`${count((finding) => JSON.stringify(finding).includes(key))} of ${all}`).waitFor();
  await page.getByLabel("Text", { exact: true }).fill("no such thing");
  await page.getByText("No finding is like that.").waitFor();
}));

test("a control's count leads to its findings", onPage(async ({ page }) => {
  await trySample(page);
  await page.getByRole("button", { name: /Show the .* of A1-C1/ }).click();
  await page.getByTestId("shown").getByText(`${count(({ control }) => control === "A1-C1")} of ${all}`).waitFor();
  assert.ok((await column(page, "Control")).every((control) => control === "A1-C1"));
}));

test("each head puts the findings in its order, up, down and back", onPage(async ({ page }) => {
  await trySample(page);
  await page.getByLabel("Table", { exact: true }).selectOption("roster");
  await page.getByTestId("shown").getByText(" of ").waitFor();
  const head = page.getByRole("button", { name: "Row", exact: true });
  const lines = async () => (await column(page, "Row")).filter((line) => /^\d+$/.test(line)).map(Number);
  await head.click();
  await page.locator("th[aria-sort=ascending]").waitFor();
  await page.waitForTimeout(200);
  const up = await lines();
  assert.deepEqual(up, up.toSorted((a, b) => a - b));
  await head.click();
  await page.locator("th[aria-sort=descending]").waitFor();
  await page.waitForTimeout(200);
  const down = await lines();
  assert.deepEqual(down, down.toSorted((a, b) => b - a));
  await head.click();
  await page.locator("th[aria-sort=ascending], th[aria-sort=descending]").waitFor({ state: "detached" });
}));

test("a finding opens with both rows, their numbers, the rule, why and what to do", onPage(async ({ page }) => {
  await trySample(page);
  const finding = report.findings.find(({ control, other }) => control === "A1-V1" && other?.dataset === "payer_attribution");
  await page.getByLabel("Text", { exact: true }).fill(finding.message);
  await page.getByTestId("shown").getByText(" of ").waitFor();
  await page.locator("#finding-0 td").first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(finding.message, { exact: true }).waitFor();
  const rows = dialog.locator(".evidence-row");
  assert.equal(await rows.count(), 2);
  for (const [place, { dataset, line }] of [[0, finding], [1, finding.other]]) {
    const lines = readFileSync(join(caseFolder("pilots/attribution"), `${dataset}.csv`), "utf8").split(/\r?\n/);
    assert.match(await rows.nth(place).locator("caption").innerText(), new RegExp(`^${dataset} · ${dataset}\\.csv, row ${line}$`));
    assert.deepEqual(await rows.nth(place).locator("th").allTextContents(), lines[0].split(","));
    assert.deepEqual(await rows.nth(place).locator("td").allTextContents(), lines[line - 1].split(","));
  }
  await dialog.getByText("Why it matters").waitFor();
  await dialog.getByText("What to do").waitFor();
}));

test("a finding about a missing row says where it is missing", onPage(async ({ page }) => {
  await trySample(page);
  const finding = report.findings.find(({ missing_from: table }) => table === "roster");
  await page.getByLabel("Text", { exact: true }).fill(finding.message);
  await page.getByTestId("shown").getByText(" of ").waitFor();
  await page.locator("#finding-0 td").first().click();
  await page.getByRole("dialog").locator(".evidence-absent").getByText("roster").waitFor();
}));

test("a column of the user's own file is carried into the table and into the CSV", onPage(async ({ page }) => {
  await trySample(page);
  await page.getByText("Carry columns of your files").click();
  await page.getByRole("group", { name: "payer_attribution" }).getByLabel("county").check();
  await page.getByRole("button", { name: "county" }).waitFor();
  await page.getByLabel("Control", { exact: true }).selectOption("A1-V1");
  await page.getByTestId("shown").getByText(" of ").waitFor();
  await page.waitForTimeout(200);
  const counties = await column(page, "county");
  assert.ok(counties.some((county) => county.length > 2), "a county is shown");
  const { text } = await download(page, /^Findings, .*CSV/);
  const [head, ...rows] = text.trimEnd().split("\r\n");
  assert.match(head, /,other_row,payer_attribution: county$/);
  assert.equal(rows.length, count(({ control }) => control === "A1-V1"));
  assert.deepEqual(rows.map((row) => row.split(",").at(-1)), counties);
}));

test("every finding is in the CSV, one a row", onPage(async ({ page }) => {
  await trySample(page);
  const { name, text } = await download(page, /^Findings, .*CSV/);
  assert.equal(name, "findings.csv");
  assert.equal(text.trimEnd().split("\r\n").length - 1, all);
}));

test("a cell that a spreadsheet would compute is made harmless", onPage(async ({ page }) => {
  const cells = ["=1+1", "+1", "-1-1", "@a"];
  const rows = cells.map((cell) => `${cell},2026-01-01,smi,active\n`).join("");
  await drop(page, {
    "roster.csv": `participant_id,payer_attribution_date,qualifying_category,authorization_status\n${rows}`,
    "payer_attribution.csv": "participant_id,attribution_date\n",
  });
  await judgeAt(page, "2026-03-09T17:00");
  await check(page);
  await answered(page);
  const { text } = await download(page, /^Findings, .*CSV/);
  assert.ok(!/(^|,|\n)"?[=+\-@\t\r]/m.test(text.replaceAll("\r\n", "\n")), text);
  for (const cell of cells) assert.ok(!text.includes(`,${cell},`), cell);
}));

test("a hundred thousand findings scroll to the last, and only those in view exist", onPage(async ({ page }) => {
  await page.evaluate(() => {
    const rows = Array.from({ length: 100_000 }, (_, n) => `Q${String(n).padStart(6, "0")},2026-01-01,smi,active\r\n`);
    const transfer = new DataTransfer();
    transfer.items.add(new File(["participant_id,payer_attribution_date,qualifying_category,authorization_status\r\n", ...rows], "roster.csv"));
    transfer.items.add(new File(["participant_id,attribution_date\r\n"], "payer_attribution.csv"));
    document.querySelector(".drop").dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  });
  await judgeAt(page, "2026-03-09T17:00");
  await check(page);
  await answered(page);
  await page.getByLabel("Control", { exact: true }).selectOption("A1-V1");
  await page.getByTestId("shown").getByText(/^100,000 /).waitFor();
  const grid = page.getByRole("grid");
  await grid.focus();
  await page.keyboard.press("End");
  await page.locator("#finding-99999 .cell-key").getByText("Q099999").waitFor();
  assert.ok((await page.locator("[id^=finding-]").count()) < 80);
  const middle = await page.locator(".grid").evaluate((scroller) => (scroller.scrollTop = scroller.scrollHeight / 2));
  assert.ok(middle > 0);
  await page.locator("#finding-50000 .cell-key").getByText("Q050000").waitFor();
  assert.match(await shown(page), /^100,000 /);
}));
