// Portals of five kinds, each from the packed package alone: installed, built, opened, and given the sample pilot to tie out.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { chromiumFlags } from "../setup/chromium.mjs";
import { serve } from "../setup/serve.mjs";

const run = promisify(execFile);
const here = fileURLToPath(new URL(".", import.meta.url));
const home = mkdtempSync(join(tmpdir(), "tieout-portal-"));
const pkg = join(here, "../../web/npm/pkg");
const sample = join(here, "../cases/pilots/attribution");
const clean = join(here, "../cases/pilots/attribution-clean");
const silent = join(here, "../cases/pilots/attribution-silent");
const asOf = "2026-03-20T17:00";
const expected = readFileSync(join(sample, "report.json"), "utf8").trimEnd();

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: chromiumFlags });
});
after(async () => {
  await browser?.close();
  rmSync(home, { recursive: true, force: true });
});

// What a portal may be forbidden, and the least that the package needs of it.
const usual = "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; connect-src 'self'";
const sealed = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'none'; form-action 'none'; base-uri 'none'";

for (const [kind, { isBuilt = false, policy = usual } = {}] of Object.entries({
  plain: {},
  react: { isBuilt: true },
  vue: { isBuilt: true },
  sealed: { policy: sealed },
})) {
  test(`a portal: ${kind}`, async () => {
    const server = await serve(isBuilt ? await built(kind) : await installed(kind), 0, { "Content-Security-Policy": policy });
    const page = await browser.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    try {
      await page.goto(server.url);
      assert.equal(await tiedOut(page), expected);
      assert.deepEqual(await page.getByRole("listitem").allInnerTexts(), states(JSON.parse(expected)));
      assert.deepEqual(errors.filter((error) => !error.includes("favicon")), []);
    } finally {
      await page.close();
      server.close();
    }
  });
}

for (const kind of ["react", "vue"]) {
  test(`a portal: the element in ${kind}`, async () => {
    const server = await serve(await built(kind), 0, { "Content-Security-Policy": usual });
    const page = await browser.newPage();
    try {
      await page.goto(`${server.url}#element`);
      await page.locator("#choose-contract").setInputFiles(join(sample, "contract.toml"));
      const files = async (folder) => {
        const tables = readdirSync(folder).filter((name) => name.endsWith(".csv"));
        await page.locator("#choose-files").setInputFiles(tables.map((name) => join(folder, name)));
        await page.getByRole("button", { name: "Check the files" }).click();
      };
      await files(sample);
      await page.getByText(`${JSON.parse(expected).findings.length} findings`, { exact: true }).waitFor();
      await page.getByRole("button", { name: "Hand in" }).click();
      assert.equal(await page.getByTestId("sent").innerText(), "", "what is blocked is not sent");
      await page.getByRole("button", { name: "Check other files" }).click();
      await files(clean);
      await page.getByText("0 findings", { exact: true }).waitFor();
      await page.getByRole("button", { name: "Hand in" }).click();
      const { steps } = JSON.parse(await page.getByTestId("sent").innerText());
      assert.deepEqual(new Set(steps.map(({ state }) => state)), new Set(["clear"]));
    } finally {
      await page.close();
      server.close();
    }
  });
}

test("the sealed portal is sealed", async () => {
  const server = await serve(join(here, "sealed"), 0, { "Content-Security-Policy": sealed });
  const page = await browser.newPage();
  try {
    await page.goto(server.url);
    const answer = await page.evaluate(() => fetch("main.js").then(() => "answered", () => "forbidden"));
    assert.equal(answer, "forbidden");
  } finally {
    await page.close();
    server.close();
  }
});

test("a portal: node, several pilots at a time", async () => {
  const folder = await installed("node");
  const { stdout } = await run(process.execPath, ["check.mjs", asOf, sample, silent, sample], { cwd: folder, maxBuffer: 1 << 26 });
  const told = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(told.map(({ name }) => name), [sample, silent, sample]);
  assert.equal(JSON.stringify(told[0].report), expected);
  assert.equal(JSON.stringify(told[2].report), expected);
  assert.notEqual(JSON.stringify(told[1].report), expected);
});

const builds = {};

/** The built pages of a portal; it is built once. */
function built(kind) {
  builds[kind] ??= installed(kind).then(async (folder) => {
    await run("npm", ["run", "build", "--silent"], { cwd: folder });
    return join(folder, "dist");
  });
  return builds[kind];
}

/** A copy of a portal with what its lockfile pins, and with the packed package. */
async function installed(kind) {
  const folder = join(home, kind);
  cpSync(join(here, kind), folder, { recursive: true, filter: (path) => !/node_modules|dist$/.test(path) });
  const tarball = readdirSync(pkg).find((name) => name.endsWith(".tgz"));
  assert.ok(tarball, "there is no package yet: node web/npm/build.mjs");
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline"];
  if (kind === "react" || kind === "vue") await run("npm", ["ci", ...quiet], { cwd: folder });
  await run("npm", ["install", "--no-save", ...quiet, join(pkg, tarball)], { cwd: folder });
  return folder;
}

/** The report of the sample, chosen, checked and downloaded as a person would. */
async function tiedOut(page) {
  const tables = readdirSync(sample).filter((name) => name.endsWith(".csv"));
  await page.getByLabel("Contract").setInputFiles(join(sample, "contract.toml"));
  await page.getByLabel("Files").setInputFiles(tables.map((name) => join(sample, name)));
  await page.getByLabel("As of").fill(asOf);
  await page.getByRole("button", { name: "Check" }).click();
  const link = page.getByRole("link", { name: "Report" });
  await link.waitFor({ timeout: 20_000 }).catch(async () => assert.fail(await page.getByRole("alert").innerText()));
  const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return readFileSync(await file.path(), "utf8");
}

/** How the steps that were begun stand, as the portals show it. */
function states({ steps }) {
  return steps.filter(({ state }) => state !== "not_started").map(({ step, state }) => `${step} ${state}`);
}
