// A long run: it shows how far it has come, it can be ended, it never freezes the page, and its death is survived.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, check, judgeAt, onPage, open, trySample } from "./page.mjs";

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

test("the page answers within a blink while a run is under way", onPage(async ({ page }) => {
  await dropRoster(page, 500_000);
  await page.evaluate(() => {
    window.longest = 0;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      window.longest = Math.max(window.longest, now - last);
      last = now;
    }, 5);
  });
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
