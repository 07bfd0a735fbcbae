// Files come in by drop or by choice; each is told apart, or says what it is not, and the rest goes on.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { answered, caseFolder, caseInstant, casePaths, caseReport, check, choose, download, drop, judgeAt, onPage, shown } from "./page.mjs";

const text = (name, of = "A1/sample") => readFileSync(join(caseFolder(of), name), "utf8");
const rowOf = (page, name) => page.locator(".files li").filter({ hasText: name });

test("chosen files give the report of the command line", onPage(async ({ page }) => {
  for (const name of ["A1/late", "pilots/diversion-doubtful"]) {
    await page.reload();
    await page.getByText("Everything is loaded").waitFor();
    await choose(page, casePaths(name));
    await page.getByText("sample’s agreement").waitFor({ state: "detached" });
    await judgeAt(page, caseInstant(name));
    await check(page);
    await answered(page);
    assert.equal((await download(page, "Report (JSON)")).text, caseReport(name));
  }
}));

test("a clean week has no findings and says so", onPage(async ({ page }) => {
  await choose(page, casePaths("A1/clean"));
  await judgeAt(page, caseInstant("A1/clean"));
  await check(page);
  await page.getByRole("heading", { level: 1, name: "A1 Attributed roster: clear" }).waitFor();
  await page.getByText("There is none: nothing that was checked differs.").waitFor();
  assert.equal((await download(page, "Report (JSON)")).text, caseReport("A1/clean"));
}));

test("dropped files are recognized by name, else by headers, and can be told by hand", onPage(async ({ page }) => {
  await drop(page, { "roster.csv": text("roster.csv"), "monday export.csv": text("payer_attribution.csv"), "notes.csv": "a,b\n1,2\n" });
  await rowOf(page, "roster.csv").getByText("Recognized by its name", { exact: true }).waitFor();
  await rowOf(page, "monday export.csv").getByText("Recognized by its headers").waitFor();
  assert.equal(await page.getByLabel("Read monday export.csv as").inputValue(), "payer_attribution");
  await rowOf(page, "notes.csv").getByText("Neither its name nor its headers").waitFor();
  await page.getByLabel("Read notes.csv as").selectOption("staff");
  await rowOf(page, "notes.csv").getByText("Set by you").waitFor();
  await page.getByLabel("Read notes.csv as").selectOption("");
  await rowOf(page, "notes.csv").getByText("Neither its name nor its headers").waitFor();
  await page.getByRole("button", { name: "Remove notes.csv" }).click();
  assert.equal(await page.locator(".files li").count(), 2);
}));

test("a payer's own format is told by what is in the file, whatever it is called", onPage(async ({ page }) => {
  const [name] = readdirSync(caseFolder("intake/payer-enrolment")).filter((file) => !/\.(toml|json|csv)$/.test(file));
  await choose(page, [{ name: "march.dat", mimeType: "", buffer: readFileSync(join(caseFolder("intake/payer-enrolment"), name)) }]);
  await rowOf(page, "march.dat").getByText("X12: its rows go into the tables that they fill").waitFor();
  await rowOf(page, "march.dat").getByText("Ready").waitFor();
}));

test("a file of the same name replaces the one before", onPage(async ({ page }) => {
  await drop(page, { "roster.csv": text("roster.csv") });
  await drop(page, { "roster.csv": text("roster.csv", "A1/clean") });
  assert.equal(await page.locator(".files li").count(), 1);
}));

test("a contract is a file too; a faulty one names every fault and nothing is lost", onPage(async ({ page }) => {
  await drop(page, { "roster.csv": text("roster.csv"), "ours.toml": "[contract]\nid = 7\n" });
  await page.getByText("This contract cannot be used yet:").waitFor();
  assert.ok((await page.locator(".faults li").count()) > 1);
  await check(page);
  await page.getByText("The check did not begin.").waitFor();
  await page.getByRole("button", { name: "Use the sample’s" }).click();
  await check(page);
  await answered(page);
}));

test("a day outside the contract is refused, and says which days are in it", onPage(async ({ page }) => {
  await drop(page, { "roster.csv": text("roster.csv") });
  await judgeAt(page, "2031-01-01T09:00");
  await check(page);
  await page.getByText(/2031-01-01 is outside the term/).waitFor();
}));

test("nothing to check is said, not done", onPage(async ({ page }) => {
  await check(page);
  await page.getByText("There is no table to check yet.").waitFor();
}));

test("files that are no tables get a finding each, and everything else still works", onPage(async ({ page }) => {
  await choose(page, casePaths("A1/sample"));
  await choose(page, [
    { name: "staff.csv", mimeType: "text/csv", buffer: Buffer.from("PK\u0003\u0004 not really a sheet", "latin1") },
    { name: "local_nominations.csv", mimeType: "text/csv", buffer: Buffer.alloc(0) },
    { name: "confirmations.csv", mimeType: "text/csv", buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]) },
    { name: "notes.csv", mimeType: "text/csv", buffer: Buffer.from([0, 1, 2, 3, 255, 254]) },
  ]);
  await judgeAt(page, "2026-03-09T17:00");
  await check(page);
  await answered(page);
  await page.getByLabel("Control", { exact: true }).selectOption("IN-1");
  assert.match(await shown(page), /^3 of /);
  await page.getByText("ZIP archive or an Excel workbook").first().waitFor();
  await page.getByText("not recognized, left out").waitFor();
  assert.match(await page.locator(".control", { hasText: "A1-V2" }).innerText(), /4 findings/);
}));

test("two hundred megabytes of one line are refused in words, and the page goes on", onPage(async ({ page }) => {
  const data = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(200e6).fill(97)], "roster.csv"));
    return transfer;
  });
  await page.locator(".drop").dispatchEvent("drop", { dataTransfer: data });
  await judgeAt(page, "2026-03-09T17:00");
  await check(page);
  await answered(page);
  await page.getByText("this is no table with a header row").first().waitFor();
  await page.getByRole("button", { name: "Back to the files" }).click();
  await page.getByRole("heading", { level: 1, name: "Check a pilot’s records" }).waitFor();
}));

test("a file that no page can hold is refused by name before it is read, and the page goes on", onPage(async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "tieout-"));
  try {
    const path = join(folder, "claims.csv");
    writeFileSync(path, "");
    // A hole: it takes no room on the disk, and is as large as any other file to who reads it.
    truncateSync(path, 2.1e9);
    await choose(page, [...casePaths("A1/sample"), path]);
    const row = rowOf(page, "claims.csv");
    await row.getByText("“claims.csv” has 2.1 GB").waitFor();
    await row.getByText("Check it with the command line").waitFor();
    await judgeAt(page, "2026-03-09T17:00");
    await check(page);
    await page.getByText("The check did not begin.").waitFor();
    await row.getByRole("button", { name: "Remove claims.csv" }).click();
    await check(page);
    await answered(page);
  } finally {
    rmSync(folder, { recursive: true });
  }
}));
