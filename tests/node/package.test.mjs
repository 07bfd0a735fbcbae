// The packed npm package, installed as anybody would, gives the committed reports byte for byte. It never sees the sources.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { cases, installed, read } from "./installed.mjs";

const { home, entry } = installed();
const { default: init, check, build, contractSchema, controls, intakeRules, read: readPilot, recognize, steps, whyTier } = await entry("tieout");
const { start } = await entry("tieout/worker");

const names = readdirSync(cases)
  .filter((group) => statSync(join(cases, group)).isDirectory())
  .flatMap((group) => readdirSync(join(cases, group)).map((name) => `${group}/${name}`))
  .filter((name) => existsSync(join(cases, name, "contract.toml")))
  // What is packed is opened by another module before it comes here.
  .filter((name) => !name.startsWith("intake/workbook-"));

// Node reads the engine that is compiled to be fast; what a page fetches is compiled to be small.
const small = start({ wasm: readFileSync(join(home, "node_modules/tieout/tieout.wasm")), workers: 1 });
after(() => small.close());

for (const name of names) {
  test(`case ${name} is answered as it is on the command line, by either engine`, async () => {
    const { contract, asOf, files, options, report } = read(name);
    // A report is long: where it differs, its findings say more than its text.
    for (const found of [check(contract, asOf, files, options), await small.check(contract, asOf, files, options)]) {
      if (JSON.stringify(found) !== report) assert.deepEqual(found, JSON.parse(report));
      assert.equal(JSON.stringify(found), report);
    }
  });
}

test("the contract may be text, the files come in any order, and init may be awaited", async () => {
  const { contract, asOf, files, report } = read(names[0]);
  await init();
  assert.equal(JSON.stringify(check(contract.toString(), asOf, files.toReversed())), report);
});

test("files that are larger than the memory are refused by name before it is taken", () => {
  const { contract, asOf } = read(names[0]);
  const large = { name: "claims.csv", bytes: new Uint8Array(1.6e9) };
  assert.throws(() => check(contract, asOf, [large]), { name: "TieoutError", code: "engine", message: /“claims\.csv” has 1\.6 GB.*command line/ });
  const { files, report } = read(names[0]);
  assert.equal(JSON.stringify(check(contract, asOf, files)), report);
});

test("a file under another name is recognized, or named by hand", () => {
  const { contract, asOf, files, report } = read(names[0]);
  const [roster] = files.filter(({ name }) => name === "roster.csv");
  assert.equal(recognize("monday.csv", roster.bytes), "roster");
  assert.equal(recognize("note.txt", Buffer.from("nothing,known\n")), undefined);
  const renamed = files.map((file) => (file === roster ? { ...file, name: "monday.csv", dataset: "roster" } : file));
  assert.equal(JSON.stringify(check(contract, asOf, renamed)), report.replace('"file":"roster.csv"', '"file":"monday.csv"'));
});

test("a record that is built ties out", () => {
  const { contract, asOf, files } = read("A1/sample");
  const roster = build("A1", contract, asOf, files);
  assert.match(roster, /^participant_id,.*\r\n/);
  const rebuilt = files.map((file) => (file.name === "roster.csv" ? { ...file, bytes: Buffer.from(roster) } : file));
  const { steps } = check(contract, asOf, rebuilt);
  const recomputed = steps[0].controls.filter(({ id }) => /^A1-[FVC]/.test(id));
  assert.deepEqual(new Set(recomputed.map(({ outcome }) => outcome)), new Set(["held"]));
});

test("every step of both pilots builds its record, by the step's name or the table's", () => {
  const records = {
    A: ["roster", "locked_cohort", "priority_list", "assignments", "payment_assurance", "payment_decisions"],
    D: ["event_records", "locked_events", "response_bundles", "completions", "settlement_file", "settlement_decisions"],
  };
  for (const [pilot, name] of [["A", "pilots/attribution-clean"], ["D", "pilots/diversion-clean"]]) {
    const { contract, asOf, files } = read(name);
    records[pilot].forEach((record, nth) => {
      const built = build(record, contract, asOf, files);
      assert.ok(built.split("\r\n").length > 2, `${record} has rows`);
      assert.equal(build(`${pilot}${nth + 1}`, contract, asOf, files), built);
    });
  }
});

test("why a tier is told factor by factor, and adds up", () => {
  const { contract, asOf, files } = read("pilots/attribution-clean");
  const list = files.find(({ name }) => name === "priority_list.csv").bytes.toString().split(/\r?\n/);
  const [id, , tier] = list[1].split(",");
  const why = whyTier("A3", contract, asOf, files, id);
  assert.equal(why.tier, tier);
  assert.equal(why.factors.reduce((sum, { points }) => sum + points, 0), why.score);
  assert.equal(whyTier("A3", contract, asOf, files, "nobody"), undefined);
});

test("a pilot that is read once answers as often as it is asked, until it is freed", () => {
  const { contract, asOf, files, report } = read("pilots/attribution");
  const pilot = readPilot(contract, files);
  assert.equal(JSON.stringify(pilot.check(asOf)), report);
  assert.equal(JSON.stringify(pilot.check(asOf)), report);
  assert.notEqual(JSON.stringify(pilot.check("2026-03-27T17:00")), report);
  assert.equal(pilot.build("A1", asOf), build("A1", contract, asOf, files));
  assert.throws(() => pilot.check("2031-01-01T09:00"), { name: "TieoutError", code: "misuse" });
  pilot.free();
  assert.throws(() => pilot.check(asOf));
});

test("a finding leads to the rows that it names, as their files have them, and all go out as one sheet", () => {
  const { contract, asOf, files } = read("pilots/attribution");
  const pilot = readPilot(contract, files);
  const { findings } = pilot.check(asOf);
  const { dataset, field, line, stated, other } = findings.find((finding) => finding.control === "A1-V1" && finding.other && finding.field);
  const row = pilot.row(dataset, line);
  assert.deepEqual({ dataset: row.dataset, file: row.file, line: row.line }, { dataset, file: `${dataset}.csv`, line });
  assert.equal(row.cells.find(({ column }) => column === field).value, stated);
  assert.equal(pilot.row(other.dataset, other.line).line, other.line);
  assert.equal(pilot.row(dataset, 1_000_000), undefined);
  assert.equal(pilot.findingsCsv(asOf).split(/\r\n(?=[A-Z]+\d?-)/).length, findings.length + 1);
  pilot.free();
});

test("slim and inline start from what they are given, and say so when they were not", async () => {
  const { contract, asOf, files, report } = read("pilots/attribution");
  // The entries share one engine, which in Node has been started: what was not started is asked in a process of its own.
  const unstarted = 'import("tieout/slim").then(({ controls }) => controls()).catch(({ name, code }) => console.log(name, code))';
  const told = execFileSync(process.execPath, ["--input-type=module", "--eval", unstarted], { cwd: home, encoding: "utf8" });
  assert.equal(told, "TieoutError engine\n");
  const inlined = await entry("tieout/inline");
  await inlined.default();
  assert.equal(JSON.stringify(inlined.check(contract, asOf, files)), report);
  assert.ok((await inlined.wasm()) instanceof WebAssembly.Module);
});

test("a payer's own format needs a module that the slim engine is given, and says so until then", () => {
  const program = `
    import init, { check } from "tieout/slim";
    import { initSync as startPayers } from "tieout/payers";
    import { readFileSync } from "node:fs";
    const [{ contract, asOf, files }, ...wasm] = [JSON.parse(process.argv[1]), ...["tieout", "payers"].map((name) => readFileSync(\`node_modules/tieout/\${name}.wasm\`))];
    const ask = () => check(contract, asOf, files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) })));
    await init(wasm[0]);
    try { ask(); } catch ({ name, code, message }) { console.log(name, code, message); }
    startPayers(wasm[1]);
    console.log(JSON.stringify(ask()));`;
  const { contract, asOf, files, report } = read("intake/payer-enrolment");
  const given = { contract: contract.toString(), asOf, files: files.map(({ name, bytes }) => ({ name, text: bytes.toString() })) };
  const told = execFileSync(process.execPath, ["--input-type=module", "--eval", program, JSON.stringify(given)], { cwd: home, encoding: "utf8" });
  const [refused, answer] = told.trim().split("\n");
  assert.match(refused, /^TieoutError engine “enrolment\.834” is in a payer's own format, X12, .*tieout\/payers/);
  assert.equal(answer, report);
});

test("the contract's schema knows the contract's sections", () => {
  const { properties } = contractSchema();
  for (const section of ["contract", "calendar", "criteria", "payment"]) assert.ok(section in properties, section);
});

test("the catalogue lists every control once, with words to act on", () => {
  const catalogue = controls();
  assert.equal(new Set(catalogue.map(({ id }) => id)).size, 169);
  for (const control of catalogue) assert.ok(control.title && control.why && control.remedy, control.id);
  const declared = [...types().matchAll(/^\s*\| "([AD][1-6]-[A-Z]\d+)";?$/gm)].map(([, id]) => id);
  assert.deepEqual(catalogue.map(({ id }) => id), declared);
});

test("the rules for files and the steps are named, each with words to act on", () => {
  assert.deepEqual(intakeRules().map(({ id }) => id), ["IN-1", "IN-2", "IN-3", "IN-4", "IN-5"]);
  for (const rule of intakeRules()) assert.ok(rule.title && rule.why && rule.remedy, rule.id);
  assert.deepEqual(steps()[0], { step: "A1", title: "Attributed roster" });
  assert.equal(steps().length, 12);
});

test("progress is told, and what a listener throws is thrown on", () => {
  const { contract, asOf, files } = read("A1/sample");
  const heard = [];
  check(contract, asOf, files, { onProgress: (progress) => heard.push(progress) });
  const { doneBytes, totalBytes } = heard.at(-1);
  assert.equal(doneBytes, totalBytes);
  const onProgress = () => {
    throw new Error("enough");
  };
  assert.throws(() => check(contract, asOf, files, { onProgress }), /^Error: enough$/);
});

test("a question that cannot be asked says what is wrong and where", () => {
  const { contract, asOf, files } = read(names[0]);
  const refused = (ask, code, message) => assert.throws(ask, { name: "TieoutError", code, message });
  refused(() => check("contract = 1", asOf, files), "contract", /line 1/);
  refused(() => check(contract, "2031-01-01T09:00", files), "misuse", /2031-01-01/);
  refused(() => check(contract, new Date(), files), "argument", /`asOf`/);
  refused(() => check(contract, asOf, [{ name: "roster.csv", bytes: "text" }]), "argument", /`files\[0\]`/);
  refused(() => check(contract, asOf, [{ ...files[0], dataset: "rooster" }]), "argument", /“rooster”/);
  refused(() => check(contract, asOf, files, { onProgress: 1 }), "argument", /`onProgress`/);
  refused(() => check(contract, asOf, files, { mapping: "column = 1" }), "mapping", /line 1/);
  refused(() => build("A7", contract, asOf, files), "argument", /“A7”/);
});

test("the engine imports nothing that reaches a network", async () => {
  for (const file of ["tieout.wasm", "tieout.fast.wasm", "payers.wasm"]) {
    const module = await WebAssembly.compile(readFileSync(join(home, "node_modules/tieout", file)));
    const imports = WebAssembly.Module.imports(module).map(({ name }) => name);
    assert.deepEqual(imports.filter((name) => /fetch|request|socket|beacon|worker|navigator|location|eval|import/i.test(name)), [], file);
  }
});

function types() {
  return readFileSync(join(home, "node_modules/tieout/glue.d.ts"), "utf8");
}
