// Nothing leaves: not one request after loading, not with the cable pulled, and not by any door that a page has.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, caseInstant, casePaths, check, choose, download, drop, judgeAt, onPage, open, trySample } from "./page.mjs";

const overNetwork = (urls) => urls.filter((url) => /^(https?|wss?):/.test(url));

test("with the cable pulled everything works, again and again, and nothing is asked for", onPage(async ({ page, context, requests }) => {
  const loaded = requests.length;
  await context.setOffline(true);
  await trySample(page);
  await download(page, /^Findings, .*CSV/);
  await download(page, /^Findings, .*Excel/);
  await download(page, "Report (JSON)");
  await page.getByRole("button", { name: "Check your own files" }).click();
  await choose(page, casePaths("A1/late"));
  await judgeAt(page, caseInstant("A1/late"));
  await check(page);
  await answered(page);
  await page.getByRole("button", { name: "Back to the files" }).click();
  for (let turn = 0; turn < 3; turn += 1) {
    await check(page);
    await page.getByRole("button", { name: "Cancel" }).click({ timeout: 2000 }).catch(() => {});
    const back = page.getByRole("button", { name: "Back to the files" });
    if (await back.isVisible()) await back.click();
  }
  if (await page.getByRole("button", { name: "Back to the files" }).isVisible()) await page.getByRole("button", { name: "Back to the files" }).click();
  await choose(page, casePaths("intake/workbook-pilot"));
  await page.getByRole("button", { name: /^Columns of Pilot, week 11.xlsx · roster/ }).click();
  await page.getByRole("button", { name: "Confirm" }).first().click();
  await page.getByTestId("requests").getByText("requests since the page was loaded").waitFor();
  assert.equal(await page.getByTestId("requests").getByRole("status").innerText(), "0");
  assert.deepEqual(overNetwork(requests.slice(loaded)), []);
}));

test("everything comes from the page's own address", onPage(async ({ page, requests }) => {
  const { origin } = new URL(page.url());
  assert.deepEqual(overNetwork(requests).filter((url) => !url.startsWith(origin)), []);
}));

test("after loading the browser refuses every connection of the page and of its worker", async () => {
  const { page, requests, close } = await open();
  try {
    await trySample(page);
    const loaded = requests.length;
    const attempts = async () => {
      const outcome = async (attempt) => {
        try {
          await attempt();
          return "let out";
        } catch {
          return "refused";
        }
      };
      const socket = () =>
        new Promise((resolve, reject) => {
          const channel = new WebSocket(location.href.replace(/^(blob:)?http/, "ws"));
          channel.onopen = resolve;
          channel.onerror = reject;
        });
      return Promise.all([outcome(() => fetch(new URL("/worker.js", location.origin))), outcome(() => fetch("https://example.com/")), outcome(socket)]);
    };
    assert.deepEqual(await page.evaluate(attempts), ["refused", "refused", "refused"]);
    const worker = page.workers().at(-1);
    assert.deepEqual(await worker.evaluate(attempts), ["refused", "refused", "refused"]);
    assert.equal(await page.evaluate(() => new Promise((done) => Object.assign(new Image(), { onerror: () => done("refused"), onload: () => done("let out"), src: "/x.png" }))), "refused");
    assert.deepEqual(overNetwork(requests.slice(loaded)), []);
    await page.getByRole("button", { name: "Check your own files" }).click();
    await page.getByText("How you can tell").click();
    await page.getByText(/It has refused \d+ attempts/).waitFor();
  } finally {
    await close();
  }
});

test("a request that is made is counted", async () => {
  const { page, close } = await open();
  try {
    await page.evaluate(() => performance.mark("probe"));
    const count = page.getByTestId("requests").getByRole("status");
    assert.equal(await count.innerText(), "0");
    await drop(page, { "note.txt": "x" });
    assert.equal(await count.innerText(), "0");
  } finally {
    await close();
  }
});

test("the policies name no wildcard and no inline script", onPage(async ({ page }) => {
  const policies = await page.locator('meta[http-equiv="Content-Security-Policy"]').evaluateAll((found) => found.map(({ content }) => content));
  assert.equal(policies.length, 2, "one from the start, one after loading");
  for (const policy of policies) {
    assert.match(policy, /^default-src 'none';/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|https?:/);
  }
  assert.doesNotMatch(policies[1], /connect-src/);
}));
