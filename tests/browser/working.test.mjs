// A long run: it shows how far it has come, it can be ended, it never freezes the page, and its death is survived.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { answered, check, choose, download, judgeAt, onPage, open, trySample } from "./page.mjs";

/** Drops a roster of this many rows, made in the page, and a payer's file that names nobody. */
async function dropRoster(page, rows) {
  await page.evaluate((count) => {
    const head = "participant_id,payer_attribution_date,qualifying_category,authorization_status\r\n";
    const parts = [head];
    for (let n = 0; n < count; n += 1) parts.push(`Q${String(n).padStart(8, "0")},2026-01-01,smi,active\r\n`);
    const transfer = new DataTransfer();
    transfer.items.add(new File(parts, "roster.csv"));
    transfer.items.add(new File(["participant_id,attribution_date\r\n"], "payer_attribution.csv"));
    document.querySelector(".drop").dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, rows);
  await judgeAt(page, "2026-03-09T17:00");
}

test("a big run shows its rows, is cancelled at once, and the files are still there", onPage(async ({ page }) => {
  await dropRoster(page, 3_000_000);
  await check(page);
  await page.getByRole("progressbar").waitFor();
  await page.waitForFunction(() => /[1-9]/.test(document.querySelector("[data-testid=rows]")?.textContent ?? ""));
  const asked = Date.now();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("Cancelled.").waitFor();
  assert.ok(Date.now() - asked < 1000, "within a second");
  assert.equal(await page.locator(".files li").count(), 2);
  await trySample(page);
}));

/** Notes the longest time for which the page does not answer, from now on. */
const watchGaps = (page) => page.evaluate(() => {
  window.longest = 0;
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    window.longest = Math.max(window.longest, now - last);
    last = now;
  }, 5);
});

/** A workbook of the roster with so many rows and thirteen columns, made in the page's own program for workbooks. */
async function workbook(rows) {
  const sheets = fileURLToPath(new URL("../../web/sheets/pkg", import.meta.url));
  const { initSync, write } = await import(join(sheets, "tieout_sheets.js"));
  initSync({ module: readFileSync(join(sheets, "tieout_sheets_bg.wasm")) });
  const own = ["participant_id", "payer_attribution_date", "qualifying_category", "authorization_status"];
  const others = Array.from({ length: 9 }, (_, place) => `other ${place}`);
  const columns = [...own, ...others].map((name) => ({ name, form: name.endsWith("_date") ? "date" : "text" }));
  const row = (_, number) => [`Q${String(number).padStart(8, "0")}`, "2026-01-01", "smi", "active", ...others.map((name) => `${name}, ${number % 997}`)];
  return Buffer.from(write([{ name: "roster", columns, rows: Array.from({ length: rows }, row) }]));
}

/** Gives a workbook, and a payer's file that names nobody. */
async function giveWorkbook(page, buffer) {
  const payer = { name: "payer_attribution.csv", mimeType: "text/csv", buffer: Buffer.from("participant_id,attribution_date\r\n") };
  await choose(page, [{ name: "Pilot.xlsx", mimeType: "", buffer }, payer]);
  await judgeAt(page, "2026-03-09T17:00");
}

test("a workbook of a hundred thousand rows shows its rows while it is opened, is tied out, and never freezes the page", onPage(async ({ page }) => {
  const buffer = await workbook(100_000);
  await page.evaluate(() => {
    window.seen = new Set();
    new MutationObserver(() => {
      const told = /Opening… ([\d,.\s]+) rows of roster/.exec(document.querySelector(".files")?.textContent ?? "");
      if (told) window.seen.add(`${told[1]} ${document.querySelector(".files progress")?.value}`);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await giveWorkbook(page, buffer);
  await page.getByText("Opening…").waitFor();
  await watchGaps(page);
  await page.locator(".file-name", { hasText: "Pilot.xlsx · roster" }).waitFor();
  const seen = await page.evaluate(() => [...window.seen].map((told) => told.replace(/[^\d. ]/g, "").split(" ").map(Number)));
  assert.ok(seen.length > 5, `the rows moved ${seen.length} times`);
  assert.ok(seen.every(([rows, share]) => Math.abs(rows / 100_001 - share) < 0.05), JSON.stringify(seen.slice(0, 5)));
  await check(page);
  await answered(page);
  const longest = await page.evaluate(() => window.longest);
  assert.ok(longest < 400, `the longest gap was ${Math.round(longest)} ms`);
  const { inputs } = JSON.parse((await download(page, "Report (JSON)")).text);
  assert.equal(inputs.find(({ dataset }) => dataset === "roster").rows, 100_000);
}));

test("the opening of a workbook is cancelled at once, and the page goes on with the other files", onPage(async ({ page }) => {
  await page.evaluate(() => {
    const terminate = Worker.prototype.terminate;
    window.ended = 0;
    Worker.prototype.terminate = function () {
      window.ended += 1;
      terminate.call(this);
    };
  });
  await giveWorkbook(page, await workbook(100_000));
  await page.getByText(/Opening… [1-9].* rows of roster/).waitFor();
  assert.equal(await page.evaluate(() => window.ended), 0);
  await page.getByRole("button", { name: "Cancel the opening of Pilot.xlsx" }).click();
  assert.equal(await page.evaluate(() => window.ended), 1, "its worker has ended");
  assert.equal(await page.locator(".files li").count(), 1);
  await page.getByText("Recognized by its name", { exact: true }).waitFor();
  await check(page);
  await page.getByRole("heading", { level: 1, name: /^A1 / }).waitFor();
}));

test("the page answers within a blink while a run is under way", onPage(async ({ page }) => {
  await dropRoster(page, 500_000);
  await watchGaps(page);
  await check(page);
  await answered(page);
  const longest = await page.evaluate(() => window.longest);
  assert.ok(longest < 400, `the longest gap was ${Math.round(longest)} ms`);
}));

test("a worker that dies is named, and the files and the page live on", async () => {
  const { page, close } = await open();
  try {
    await dropRoster(page, 10);
    await page.getByText("Recognized by its name", { exact: true }).first().waitFor();
    await page.workers().at(-1).evaluate(() => void setTimeout(() => { throw new Error("out of memory, say"); }));
    await page.getByText("The check broke off.").waitFor();
    await page.getByText("out of memory, say").waitFor();
    assert.equal(await page.locator(".files li").count(), 2);
    await check(page);
    await answered(page);
  } finally {
    await close();
  }
});
