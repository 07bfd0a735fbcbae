// What the package promises to tools: bundlers, Node and TypeScript find each of its entries, and its types are used as they say.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import { uses, weight } from "../setup/weight.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pkg = join(root, "web/npm/pkg");
const cases = join(root, "tests/cases");
const tools = join(root, "tests/node_modules/.bin");
const tarball = join(pkg, readdirSync(pkg).find((name) => name.endsWith(".tgz")));
const home = mkdtempSync(join(tmpdir(), "tieout-types-"));
after(() => rmSync(home, { recursive: true, force: true }));

/** Runs a tool of the tests, which must be content. */
function content(tool, ...args) {
  try {
    execFileSync(join(tools, tool), args, { cwd: home, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch ({ stdout, stderr }) {
    assert.fail(`${stdout}${stderr}`);
  }
}

test("publint finds nothing to mend", () => content("publint", "run", tarball, "--strict"));

for (const [use, { fetches, most }] of Object.entries(uses)) {
  test(`a page fetches no more than ${most} kB for ${use}`, () => {
    const kilobytes = weight(pkg, fetches);
    assert.ok(kilobytes <= most, `${kilobytes.toFixed(1)} kB`);
  });
}

test("the types are those of what is loaded, at every entry", () => {
  const files = ["./thread.js", "./tieout.wasm", "./tieout.fast.wasm", "./payers.wasm", "./sheets.wasm", "./element.wasm", "./contract.schema.json", "./report.schema.json"];
  content("attw", tarball, "--profile", "esm-only", "--exclude-entrypoints", ...files);
});

test("a program that uses every entry as it should compiles, and one that does not is told so", () => {
  writeFileSync(join(home, "package.json"), '{ "private": true, "type": "module" }');
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", tarball], { cwd: home });
  writeFileSync(join(home, "use.ts"), program);
  content("tsc", "--strict", "--noEmit", "--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom,dom.asynciterable,esnext.disposable", "use.ts");
});

const program = `
import init, { check, read, contractSchema, initSync, type ControlId, type Report, type TieoutError } from "tieout";
import initSlim from "tieout/slim";
import initInline, { payers, sheets, thread, wasm } from "tieout/inline";
import initPayers from "tieout/payers";
import { checkAll, check as ask, start, type Progress } from "tieout/worker";
import { configure, type Receipt } from "tieout/element";
import { TieoutCheck } from "tieout/element/inline";

const bytes = new Uint8Array();
export async function use(file: File): Promise<Report> {
  await Promise.all([init(), init("tieout.wasm"), initSlim(fetch("tieout.wasm")), initInline(), initPayers(), initPayers(payers())]);
  initSync(bytes);
  const report = check("", "2026-03-09T17:00", [{ name: "roster.csv", bytes, dataset: "roster" }], { onProgress: ({ rows }) => rows });
  using pilot = read(bytes, []);
  pilot.build("A1", "2026-03-09T17:00");
  const schema: Record<string, unknown> = contractSchema();
  const heard = ({ stage }: Progress) => stage === "receiving";
  const engine = start({ wasm: wasm(), payers, thread: thread(), workers: 2 });
  for await (const { name, report, error } of checkAll([{ name: "a", contract: "", asOf: "", files: [file] }])) {
    if (error) console.log(name, error.code);
    else console.log(name, report.steps, schema);
  }
  const id: ControlId = "A1-V2";
  console.log(id, report, heard);
  return (await engine.check(file, "", [{ name: "a", bytes: () => fetch("a") }], { transfer: true }), ask("", "", [file]));
}
export const isRefused = (error: TieoutError): boolean => error.code === "contract";

export function embed(file: File): Receipt | null {
  configure({ engine: wasm(), sheets, element: () => fetch("element.wasm"), thread: "thread.js" });
  const element: TieoutCheck = document.createElement("tieout-check");
  Object.assign(element, { step: "A1" }).files = [file];
  element.addEventListener("tieout-report", ({ detail }) => detail.findings.length);
  document.addEventListener("tieout-error", (event) => event);
  return element.state === "clear" && element.value !== null ? JSON.parse(element.value) : null;
}

// @ts-expect-error: no control has this id.
export const noControl: ControlId = "A1-V9";
// @ts-expect-error: text is no file.
check("", "2026-03-09T17:00", ["roster.csv"]);
// @ts-expect-error: a report has no score.
document.createElement("tieout-check").report?.score;
// @ts-expect-error: slim knows no address.
initSlim();
`;

test("every committed report is of the published schema, and one with a made-up outcome is not", () => {
  const holds = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(join(pkg, "report.schema.json"), "utf8")));
  const reports = folders(cases).flatMap((folder) => readdirSync(folder).filter((name) => name === "report.json").map((name) => join(folder, name)));
  assert.ok(reports.length > 15);
  for (const path of reports) assert.ok(holds(JSON.parse(readFileSync(path, "utf8"))), `${path}: ${JSON.stringify(holds.errors)}`);
  const report = JSON.parse(readFileSync(reports[0], "utf8"));
  report.steps[0].controls[0].outcome = "probably";
  assert.ok(!holds(report));
});

function folders(folder) {
  const inside = readdirSync(folder).map((name) => join(folder, name)).filter((path) => statSync(path).isDirectory());
  return [folder, ...inside.flatMap(folders)];
}
