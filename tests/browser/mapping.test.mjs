// A stranger's exports: proposed, shown, corrected, confirmed, remembered, taken along and forgotten; and the same bytes as the command line.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { answered, caseFolder, caseInstant, check, choose, download, judgeAt, onPage } from "./page.mjs";

const target = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL("../../target", import.meta.url));
const program = process.env.TIEOUT_BIN ?? join(target, "debug/tieout");
const STRANGER = "intake/mapped-names";

/** The stranger's folder, its roster in the code page of Windows under a title and parted by semicolons. */
function strangersFiles() {
  const names = readdirSync(caseFolder(STRANGER)).filter((name) => !/^(mapping|case)\.toml$|^report\.json$/.test(name));
  return names.map((name) => {
    const bytes = readFileSync(join(caseFolder(STRANGER), name));
    if (!name.startsWith("BCS Roster")) return { name, bytes };
    const rows = bytes.toString("utf8").trimEnd().split(/\r?\n/);
    const text = ["Roster of José’s team", "", ...rows.map((row) => row.replace(/"([^"]*)"/g, (_, cell) => cell.replace(", ", " ")).replaceAll(",", ";"))].join("\r\n");
    return { name, bytes: Buffer.from(`${text}\r\n`.replace("’", "\x92"), "latin1") };
  });
}

const chosen = (files) => files.map(({ name, bytes }) => ({ name, mimeType: "text/plain", buffer: bytes }));
const heading = (page, name) => page.getByRole("heading", { level: 1, name });
const rowOf = (page, name) => page.locator(".files li").filter({ hasText: name });

/** Chooses the stranger's files and waits until each has been looked at. */
async function give(page, files) {
  await choose(page, chosen(files));
  await page.getByText("sample’s agreement").waitFor({ state: "detached" });
  await judgeAt(page, caseInstant(STRANGER));
  await page.getByText(/^\d+ files?, /).waitFor();
}

/** What the command line says of these files with this mapping. */
function reportOfCommandLine(files, mapping) {
  const folder = mkdtempSync(join(tmpdir(), "tieout-"));
  try {
    files.forEach(({ name, bytes }) => writeFileSync(join(folder, name), bytes));
    writeFileSync(join(folder, "mapping.toml"), mapping);
    const tables = files.map(({ name }) => name).filter((name) => name !== "contract.toml");
    const instant = JSON.parse(readFileSync(join(caseFolder(STRANGER), "report.json"), "utf8")).as_of;
    const args = ["check", "--json", "--contract", "contract.toml", "--mapping", "mapping.toml", "--as-of", instant, ...tables];
    const { stdout, stderr, status } = spawnSync(program, args, { cwd: folder, encoding: "utf8", maxBuffer: 1e8 });
    assert.ok(status === 0 || status === 1, stderr);
    return stdout.trimEnd();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("a stranger's exports are tied out, and the command line says the same by the mapping that is offered", onPage(async ({ page }) => {
  const files = strangersFiles();
  await give(page, files);
  await rowOf(page, "BCS Roster").getByText("Windows-1252 · semicolons · header in row 3").waitFor();
  await rowOf(page, "BCS Roster").getByText("to confirm").waitFor();
  await rowOf(page, "staff.csv").getByText("Ready").waitFor();
  await check(page);
  const seen = [];
  while (true) {
    const title = page.getByRole("heading", { level: 1, name: /^(Columns of |A1 )/ });
    await title.waitFor();
    const text = await title.innerText();
    if (!text.startsWith("Columns of")) break;
    seen.push(text);
    if (text.includes("BCS Roster")) {
      assert.equal(await page.getByLabel("Row 3").isChecked(), true);
      assert.equal(await page.getByLabel("participant_id").locator("option:checked").innerText(), "Client ID");
      await page.getByLabel("Its dates are written as").selectOption("MM/DD/YYYY");
      await page.getByText("11/01/2024 → 2024-11-01").waitFor();
      assert.equal(await page.getByLabel("Table", { exact: true }).inputValue(), "roster");
      assert.equal(await page.getByLabel("What “A” means in authorization_status").inputValue(), "active");
      await page.locator(".ignored").getByText("Last Name").waitFor();
    }
    await page.getByRole("button", { name: "Confirm and check" }).first().click();
    await page.waitForFunction((before) => document.querySelector("h1").innerText !== before, text);
  }
  assert.equal(seen.length, 4, "the files that are in other words, and no others, are asked about");
  await answered(page);
  const report = (await download(page, "Report (JSON)")).text;
  await page.locator(".inputs").getByText("Windows-1252").first().waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Back to the files" }).click();
  await page.getByText(/^\d+ files, each recognized/).waitFor();
  const mapping = await download(page, "Download mapping.toml");
  assert.equal(mapping.name, "mapping.toml");
  assert.equal(report, reportOfCommandLine(files, mapping.text));
}));

test("the words of a payer's own format are asked for, and the command line says the same by what was confirmed", onPage(async ({ page }) => {
  const names = readdirSync(caseFolder("intake/mapped-payer")).filter((name) => !/^(mapping|case)\.toml$|^report\.json$/.test(name));
  const files = names.map((name) => ({ name, bytes: readFileSync(join(caseFolder("intake/mapped-payer"), name)) }));
  await give(page, files);
  await rowOf(page, "enrolment.834").getByText("1 column to confirm").waitFor();
  assert.equal(await page.getByLabel("Read enrolment.834 as").isDisabled(), true);
  await check(page);
  await heading(page, "Words of enrolment.834").waitFor();
  assert.equal(await page.getByLabel("What “MEDICAID” means in product").inputValue(), "medicaid");
  assert.equal(await page.getByLabel("What “MMP” means in product").inputValue(), "dual");
  assert.equal(await page.getByLabel("What “COMMERCIAL” means in product").inputValue(), "", "what is like nothing agreed is another product");
  await page.getByRole("button", { name: "Confirm and check" }).first().click();
  await page.getByRole("heading", { level: 1, name: /^A1 .+: clear/i }).waitFor();
  const report = (await download(page, "Report (JSON)")).text;
  await page.getByRole("button", { name: "Back to the files" }).click();
  await rowOf(page, "enrolment.834").getByText("Ready").waitFor();
  const mapping = await download(page, "Download mapping.toml");
  assert.equal(report, reportOfCommandLine(files, mapping.text));
  // Next month one of the words is new: it is asked for, and the others are not.
  const [march] = files.filter(({ name }) => name === "enrolment.834");
  await choose(page, chosen([{ name: "april.834", bytes: Buffer.from(march.bytes.toString().replaceAll("HLT*MMP", "HLT*PLAN 7")) }]));
  await page.getByRole("button", { name: "Remove enrolment.834" }).click();
  await rowOf(page, "april.834").getByText("1 column to confirm").waitFor();
  await check(page);
  await heading(page, "Words of april.834").waitFor();
  await page.getByLabel("What “PLAN 7” means in product").selectOption("dual");
  await page.getByRole("button", { name: "Confirm and check" }).first().click();
  await page.getByRole("heading", { level: 1, name: /^A1 .+: clear/i }).waitFor();
}));

test("a file that may be several tables is asked about before a check, and what is not found is said", onPage(async ({ page }) => {
  const people = "Member,Since,Standing,Remark\nP-1,2026-01-05,active,x\nP-2,2026-01-05,active,y\n";
  await choose(page, [{ name: "march list.csv", mimeType: "text/csv", buffer: Buffer.from(people) }]);
  await check(page);
  await heading(page, "Columns of march list.csv").waitFor();
  await page.getByText("Say which table it is, or it is left out.").first().waitFor();
  await page.getByLabel("Table", { exact: true }).selectOption("roster");
  await page.getByText(/required columns? (is|are) not found: as long as that is so, the table is not read/).first().waitFor();
  await page.getByRole("button", { name: "Confirm and check all the same" }).first().waitFor();
}));

test("what was confirmed is remembered by its headers, holds no row, and is forgotten when asked", onPage(async ({ page }) => {
  const files = strangersFiles().filter(({ name }) => /contract|BCS Roster/.test(name));
  await give(page, files);
  await page.getByRole("button", { name: "Columns of BCS Roster 03-09.csv" }).click();
  await page.getByLabel("Its dates are written as").selectOption("MM/DD/YYYY");
  await page.getByText("11/01/2024 → 2024-11-01").waitFor();
  await page.getByRole("button", { name: "Confirm" }).first().click();
  await rowOf(page, "BCS Roster").getByText("Ready").waitFor();
  await page.getByText("1 sort of file is remembered").waitFor();
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  assert.match(kept, /Client ID/);
  assert.doesNotMatch(kept, /M0028-3789|2024|Example/);
  await page.reload();
  await page.getByText("Everything is loaded").waitFor();
  await give(page, files.map((file) => ({ ...file, name: file.name.replace("03-09", "03-16") })));
  await rowOf(page, "BCS Roster 03-16").getByText("Known by the mapping").waitFor();
  await rowOf(page, "BCS Roster 03-16").getByText("Ready").waitFor();
  await page.getByRole("button", { name: "Forget" }).click();
  await rowOf(page, "BCS Roster 03-16").getByText("to confirm").waitFor();
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify(localStorage)), /Client ID/);
}));

test("what looking told can be said otherwise: the header, the delimiter, a column, a word", onPage(async ({ page }) => {
  const text = "made in March\nperson;state\nP1;A\nP2;Z\n";
  await choose(page, [{ name: "roster.csv", mimeType: "text/csv", buffer: Buffer.from(text) }]);
  await page.getByRole("button", { name: "Columns of roster.csv" }).click();
  await page.getByLabel("Row 1").check();
  await page.getByLabel("Cells are parted by").selectOption(",");
  await page.locator("#column-participant_id option", { hasText: "made in March" }).waitFor({ state: "attached" });
  await page.getByRole("button", { name: "Start over" }).first().click();
  await page.getByLabel("Row 2").check();
  await page.locator("#column-authorization_status option", { hasText: "state" }).first().waitFor({ state: "attached" });
  await page.getByLabel("authorization_status").selectOption("state");
  await page.locator(".column", { hasText: "authorization_status" }).getByText("you", { exact: true }).waitFor();
  await page.getByLabel("What “Z” means in authorization_status").selectOption("none");
  await page.getByLabel("participant_id").selectOption("person");
  await page.getByRole("button", { name: "Confirm" }).first().click();
  const { text: mapping } = await download(page, "Download mapping.toml");
  assert.match(mapping, /participant_id = "person"/);
  assert.match(mapping, /Z = "none"/);
}));

test("how cells are quoted can be said otherwise, and is kept", onPage(async ({ page }) => {
  const text = "participant_id,authorization_status\nP1,'active, for now'\n";
  await choose(page, [{ name: "roster.csv", mimeType: "text/csv", buffer: Buffer.from(text) }]);
  await page.getByRole("button", { name: "Columns of roster.csv" }).click();
  const quote = page.getByLabel("Cells are quoted with");
  const cell = (words) => page.locator(".sheet td").getByText(words, { exact: true });
  await quote.selectOption("doubled");
  await cell("'active").waitFor();
  await quote.selectOption("single");
  await cell("active, for now").waitFor();
  await page.getByRole("button", { name: "Confirm" }).first().click();
  assert.match((await download(page, "Download mapping.toml")).text, /quote = "single"/);
}));

test("that a required column is not in the file is remembered, and so is a table whose name the file does not bear", onPage(async ({ page }) => {
  const text = "Member ID,authorization_status,attribution_date,product\nP1,active,2026-01-05,medicaid\n";
  const files = [{ name: "roster.csv", mimeType: "text/csv", buffer: Buffer.from(text) }];
  await choose(page, files);
  await page.getByLabel("Read roster.csv as").selectOption("payer_attribution");
  await page.getByRole("button", { name: "Columns of roster.csv" }).click();
  await page.getByRole("heading", { name: "Columns of Payer attribution" }).waitFor();
  await page.getByLabel("participant_id").selectOption("");
  await page.locator(".column", { hasText: "participant_id" }).getByText("you", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Confirm" }).first().click();
  const { text: mapping } = await download(page, "Download mapping.toml");
  assert.match(mapping, /^table = "payer_attribution"\ninstead_of = "roster"$/m);
  assert.match(mapping, /^participant_id = ""$/m);
  await page.reload();
  await page.getByText("Everything is loaded").waitFor();
  await choose(page, files);
  await rowOf(page, "roster.csv").getByText("Known by the mapping").waitFor();
  await page.getByRole("button", { name: "Columns of roster.csv" }).click();
  await page.getByRole("heading", { name: "Columns of Payer attribution" }).waitFor();
  assert.equal(await page.getByLabel("participant_id").locator("option:checked").innerText(), "Not in the file");
  await page.locator(".column", { hasText: "participant_id" }).getByText("remembered", { exact: true }).waitFor();
}));

test("a mapping is dropped with the files, and says what is wrong with it", onPage(async ({ page }) => {
  const broken = '[[file]]\ntable = "rooster"\n';
  await choose(page, [{ name: "mapping.toml", mimeType: "text/plain", buffer: Buffer.from(broken) }]);
  await page.getByText("mapping.toml cannot be used yet").waitFor();
  await page.getByText("write roster if that was meant").waitFor();
  await choose(page, [join(caseFolder(STRANGER), "mapping.toml")]);
  await page.getByText("Files are read as mapping.toml says").waitFor();
  await heading(page, "Check a pilot’s records").waitFor();
  await page.getByRole("button", { name: "Put the mapping aside" }).click();
  await page.getByText("Files are read as").waitFor({ state: "detached" });
}));

test("a workbook becomes its sheets, each read as a file of its own; one that is none says so", onPage(async ({ page }) => {
  const [workbook] = readdirSync(caseFolder("intake/workbook-pilot")).filter((name) => name.endsWith(".xlsx"));
  await choose(page, [join(caseFolder("intake/workbook-pilot"), workbook)]);
  await choose(page, [{ name: "staff.xlsx", mimeType: "", buffer: Buffer.from("PK\u0003\u0004 torn", "latin1") }]);
  await rowOf(page, `${workbook} · roster`).getByText("Ready").waitFor();
  await rowOf(page, `${workbook} · roster`).getByText("header in row 3").waitFor();
  await rowOf(page, "staff.xlsx").getByText("Cannot be read").waitFor();
  await page.getByRole("button", { name: `Columns of ${workbook} · roster` }).click();
  assert.equal(await page.getByLabel("Row 3").isChecked(), true);
}));

test("tables go out as workbooks that come in again", onPage(async ({ page }) => {
  await page.getByText("Which tables can I give?").click();
  const kept = async (name) => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    return { name: file.suggestedFilename(), mimeType: "", buffer: readFileSync(await file.path()) };
  };
  const templates = await kept("Download empty tables (Excel)");
  assert.equal(templates.name, "attribution-templates.xlsx");
  await choose(page, [templates]);
  await rowOf(page, "attribution-templates.xlsx · roster").getByText("Ready").waitFor();
  await page.getByRole("button", { name: "Try the attribution sample" }).click();
  await answered(page);
  const roster = await kept("Roster as built (Excel)");
  const findings = await kept(/^Findings, .*Excel/);
  assert.deepEqual([roster.name, findings.name], ["roster.xlsx", "findings.xlsx"]);
  await page.getByRole("button", { name: "Check your own files" }).click();
  await choose(page, [roster]);
  await rowOf(page, "roster.xlsx · roster").getByText(/\d+ rows/).waitFor();
}));

test("of several files of a table it is said which count", onPage(async ({ page }) => {
  await choose(page, readdirSync(caseFolder("intake/several-files")).filter((name) => /^roster|contract/.test(name)).map((name) => join(caseFolder("intake/several-files"), name)));
  const choice = page.getByLabel("Roster is in 2 files");
  await choice.selectOption({ label: "Only roster south.csv" });
  const { text } = await download(page, "Download mapping.toml");
  assert.match(text, /\[\[table\]\]\ntable = "roster"\nfiles = \["roster south.csv"\]/);
}));
