// The element in pages of every kind: plain, sealed, in a frame, twice, moved and removed. Its report is that of every other door.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, caseReport, check, choose, contract, contractText, download, heard, onPage, strict, tables } from "./page.mjs";

const pilot = "pilots/attribution";
const { findings } = JSON.parse(caseReport(pilot));

/** The one report that the document heard of, as JSON. */
const reported = async (page) => {
  const events = await heard(page, "tieout-report");
  assert.equal(events.length, 1, JSON.stringify(await heard(page, "tieout-error")));
  return JSON.stringify(events[0].detail);
};

test("in plain HTML: files are chosen, checked and told of, and the report is every other door's", onPage("plain", async ({ page }) => {
  await choose(page, tables(pilot));
  await page.getByText(", each recognized").waitFor();
  await check(page);
  assert.equal(await answered(page), "A1, A2, A3, A4, A5, A6: Blocked");
  assert.ok((await reported(page)) === caseReport(pilot), "the report of every other door");
  const progress = await heard(page, "tieout-progress");
  assert.deepEqual(new Set(progress.map(({ detail }) => detail.stage)), new Set(["receiving", "reading"]));
  assert.equal(await page.locator("tieout-check").evaluate(({ report, state }) => `${report.findings.length} ${state}`), `${findings.length} blocked`);
  assert.equal(await page.locator("tieout-check").evaluate((element) => element.matches(":state(blocked)")), true);
}));

test("under a policy that forbids every connection, with both programs in the script, files are dropped and tie out", onPage("strict", async ({ page, requests }) => {
  await page.getByRole("button", { name: "Check the files" }).waitFor();
  const data = await page.evaluateHandle(({ text }) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "week.toml"));
    return transfer;
  }, { text: contractText(pilot) });
  await page.locator("[part=panel]").dispatchEvent("drop", { dataTransfer: data });
  await page.getByText("week.toml").waitFor();
  await choose(page, tables(pilot));
  await page.getByLabel("As of").fill("2026-03-20T17:00");
  await check(page);
  await answered(page);
  assert.ok((await reported(page)) === caseReport(pilot), "the report of every other door");
  assert.deepEqual(requests.filter((url) => !/\.(html|css|js)$/.test(url)), [], "nothing but pages, styles and scripts");
}, { policy: strict }));

test("in a sealed frame, to which the portal hands both programs compiled", onPage("frame", async ({ page }) => {
  const frame = page.frameLocator("iframe");
  await frame.getByRole("button", { name: "Check the files" }).waitFor();
  await frame.locator("#choose-contract").setInputFiles(contract(pilot));
  await choose(frame, tables(pilot));
  await frame.getByLabel("As of").fill("2026-03-20T17:00");
  await check(frame);
  await answered(frame);
  const report = await frame.locator("tieout-check").evaluate((element) => JSON.stringify(element.report));
  assert.ok(report === caseReport(pilot), "the report of every other door");
}));

for (const [name, module] of [["intake/workbook-pilot", "sheets"], ["intake/workbook-archive", "sheets"], ["intake/payer-enrolment", "payers"]]) {
  const ties = async ({ page }) => {
    const terms = { contract: contractText(name), asOf: JSON.parse(caseReport(name)).as_of };
    await page.locator("tieout-check").evaluate((element, given) => Object.assign(element, given), terms);
    await choose(page, tables(name));
    await check(page);
    await answered(page);
    assert.ok((await reported(page)) === caseReport(name), "the report of every other door");
  };
  test(`${name} is opened by itself, by a module that is fetched for it and not before`, onPage("plain", async ({ page, requests }) => {
    await choose(page, tables(pilot));
    await check(page);
    await answered(page);
    assert.deepEqual(requests.filter((url) => /(sheets|payers).wasm$/.test(url)), []);
    await page.evaluate(() => void window.heard.splice(0));
    await page.locator("tieout-check").evaluate((element) => element.reset());
    await ties({ page });
    assert.deepEqual(requests.filter((url) => /(sheets|payers).wasm$/.test(url)).map((url) => /\w+(?=.wasm)/.exec(url)[0]), [module]);
  }));
  test(`${name} is opened also where nothing may be fetched`, onPage("strict", ties, { policy: strict }));
}

test("twice on one page: each has its own files, steps, language and answer", onPage("two", async ({ page }) => {
  const [first, second] = ["attribution", "diversion"].map((name) => page.locator(`#${name}`));
  await choose(first, tables("pilots/attribution"));
  await choose(second, tables("pilots/diversion"));
  await check(first);
  await check(second);
  assert.equal(await answered(first), "A1, A3: Blocked");
  assert.equal(await answered(second), "D1, D2, D3, D4, D5, D6: Blocked");
  for (const [element, name] of [[first, "attribution"], [second, "diversion"]]) {
    assert.ok((await element.evaluate(({ report }) => JSON.stringify(report))) === caseReport(`pilots/${name}`), name);
  }
  await second.getByText("as of 13.03.2026").waitFor();
  await first.getByText("as of Mar 20, 2026").waitFor();
}));

test("every finding can be reached, and opens into its rule, what to do, and both rows", onPage("plain", async ({ page }) => {
  await choose(page, tables(pilot));
  await check(page);
  await answered(page);
  const seen = [];
  for (;;) {
    seen.push(...(await page.locator(".is-finding .cell-message").allInnerTexts()));
    const next = page.getByRole("button", { name: "Next page of findings" });
    if ((await next.getAttribute("aria-disabled")) === "true") break;
    await next.click();
  }
  assert.deepEqual(seen, findings.map(({ message }) => message));
  const two = findings.find(({ line, other, control }) => line && other && findings.filter((finding) => finding.control === control).length < 25);
  await page.getByLabel("Findings of", { exact: true }).selectOption(two.control);
  await page.getByText(two.message, { exact: true }).first().waitFor();
  const row = page.locator(".is-finding").filter({ hasText: two.message }).first();
  await row.getByRole("button").click();
  const opened = page.locator(".opened");
  await opened.getByText("What to do").waitFor();
  await opened.getByText(`${two.dataset} · ${two.dataset}.csv, row ${two.line}`).waitFor();
  await opened.getByText(`${two.other.dataset} · ${two.other.dataset}.csv, row ${two.other.line}`).waitFor();
  assert.equal(await opened.getByRole("table").count(), 2, "both rows");
}));

test("the report and the findings can be kept, all of them", onPage("plain", async ({ page }) => {
  await choose(page, tables(pilot));
  await check(page);
  await answered(page);
  const report = await download(page, "Download the report as JSON");
  assert.ok(report.name === "report.json" && report.text === caseReport(pilot), "the report of every other door");
  const { text } = await download(page, `Download ${findings.length} findings as CSV`);
  assert.equal(text.split(/\r\n(?=[A-Z]+\d?-)/).length, findings.length + 1);
}));

test("an element that is moved keeps its answer; one that is removed while it works ends its worker", onPage("plain", async ({ page }) => {
  await choose(page, tables(pilot));
  await check(page);
  await answered(page);
  await page.evaluate(() => document.body.prepend(document.querySelector("tieout-check")));
  await answered(page);
  await page.locator(".is-finding button").nth(20).click();
  await page.locator(".opened table").first().waitFor();
  await page.locator(".is-finding button").nth(20).click();
  const ended = await page.evaluate(() => {
    const element = (window.removed = document.querySelector("tieout-check"));
    const endless = { name: "roster.csv", bytes: () => new Promise(() => {}) };
    element.files = [endless];
    const checked = element.check().then(() => "answered", ({ name }) => name);
    setTimeout(() => element.remove(), 200);
    return checked;
  });
  assert.equal(ended, "AbortError");
  await page.waitForTimeout(200);
  assert.equal(page.workers().length, 0, "no worker is left");
  await page.evaluate(() => document.querySelector("main").append(window.removed));
  await page.getByText("Drop your files here").waitFor();
}));

test("what cannot be checked is said where the user is and to the page, and nothing is lost", onPage("strict", async ({ page }) => {
  const said = async (code, message) => {
    await page.getByRole("alert").getByText(message).first().waitFor();
    assert.equal((await heard(page, "tieout-error")).at(-1).detail.code, code);
  };
  await page.getByRole("button", { name: "Check the files" }).waitFor();
  await check(page);
  await said("argument", /no file to check yet/);
  await choose(page, tables("A1/clean"));
  await check(page);
  await said("argument", /no contract yet/);
  await page.locator("tieout-check").evaluate((element) => (element.contract = "contract = 1"));
  await check(page);
  await said("contract", /line 1/);
  await page.locator("tieout-check").evaluate((element, text) => Object.assign(element, { contract: text, step: "A9" }), contractText("A1/clean"));
  await check(page);
  await said("misuse", /“A9”/);
  await page.locator("tieout-check").evaluate((element) => Object.assign(element, { step: "A1", asOf: "2031-01-01T09:00" }));
  await check(page);
  await said("misuse", /2031-01-01/);
  await page.locator("tieout-check").evaluate((element) => (element.asOf = "2026-03-09T17:00:00-04:00"));
  await check(page);
  assert.equal(await answered(page), "A1 Attributed roster: Clear");
  assert.equal(await reported(page), caseReport("A1/clean"));
}, { policy: strict }));
