/**
 * Plants random faults in pilots, asks both checkers, and prints where they disagree, with the fewest faults that show it.
 *
 * `TIEOUT_BIN=… node fuzz.mjs [--cases 2000] [--seed 1] [--build] [--cells] [--show 3] [--keep FOLDER] [--only A2] [--except PATTERN]
 * [--tables TABLE,…] [--avoid TABLE.COLUMN,…] [BASE…]`; a BASE is a folder with a contract, its files and its instant.
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { BUILD } from "./build.mjs";
import { digestOf } from "./check.mjs";
import { buildDifferences, differences, expectations, misshapen } from "./compare.mjs";
import { Refused } from "./contract.mjs";
import { readCsv, writeCsv } from "./csv.mjs";
import { makeFault } from "./fault.mjs";
import { headerOf } from "./pilot-common.mjs";
import { makePilot, VARIANT_NAMES } from "./pilot.mjs";
import { Random } from "./random.mjs";
import { check } from "./report.mjs";
import { withFaults } from "./plant.mjs";
import { hasRival, rivalBuild, rivalReport, writeCase } from "./rival.mjs";
import { Run } from "./run.mjs";
import { pilotOf } from "./schema.mjs";
import { TABLES } from "./tables.mjs";

const { values: options, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    show: { type: "string", default: "3" },
    only: { type: "string" },
    except: { type: "string" },
    tables: { type: "string" },
    avoid: { type: "string", default: "" },
    keep: { type: "string" },
    cells: { type: "boolean", default: false },
    build: { type: "boolean", default: false },
  },
});

const FILES = { attribution: "payment_assurance", diversion: "settlement_file" };
const groups = new Map();
const outcomes = new Map();
let refusals = 0;

const first = Number(options.seed);
for (let seed = first; seed < first + Number(options.cases); seed += 1) {
  const { name, pilot, faults } = makeCase(seed);
  const found = disagreements(pilot, faults, true);
  for (const about of new Set(found.map((difference) => difference.about))) {
    if (options.only && !about.startsWith(options.only)) continue;
    if (options.except && new RegExp(options.except).test(about)) continue;
    const group = groups.get(about) ?? [];
    groups.set(about, group);
    const isShown = group.length < Number(options.show);
    group.push(isShown ? shrunk(seed, name, pilot, faults, about) : null);
  }
}
tell();

/** The base pilot and the faults of a seed. */
function makeCase(seed) {
  const random = new Random(seed);
  const name = random.pick(folders.length > 0 ? folders : VARIANT_NAMES);
  const pilot = baseOf(name, random.between(1, 12));
  const only = options.tables?.split(",") ?? [];
  const faults = [];
  for (let left = random.between(1, 5); left > 0; left -= 1) faults.push(makeFault(random, pilot, only));
  const isAvoided = ({ dataset, column }) => options.avoid.split(",").includes(`${dataset}.${column}`);
  return {
    name,
    pilot: { ...pilot, isDigestKept: random.chance(0.2) },
    faults: faults.filter((fault) => !isAvoided(fault)),
  };
}

function baseOf(name, seed) {
  const key = `${name} ${seed}`;
  baseOf.made ??= new Map();
  if (!baseOf.made.has(key)) baseOf.made.set(key, folders.length > 0 ? readBase(name) : asBase(makePilot(name, seed)));
  return baseOf.made.get(key);
}

function asBase({ contract, asOf, tables }) {
  const made = {};
  for (const [dataset, rows] of Object.entries(tables)) {
    made[dataset] = { header: headerOf(dataset), rows: rows.map((cells, id) => ({ id, cells })) };
  }
  return { contract, asOf, tables: made, ...termsOf(contract) };
}

/** A folder with contract.toml, the CSV files and the instant, in `as-of` or in case.toml. */
function readBase(folder) {
  const read = (name) => readFileSync(join(folder, name), "utf8");
  const asOf = existsSync(join(folder, "as-of"))
    ? read("as-of").trim()
    : /as_of\s*=\s*"([^"]+)"/.exec(read("case.toml"))[1];
  const tables = {};
  for (const file of readdirSync(folder).filter((name) => TABLES[name.replace(/\.csv$/, "")])) {
    const [head, ...lines] = readCsv(read(file));
    const header = head.cells.map((name) => name.toLowerCase());
    const cellsOf = (line) => Object.fromEntries(header.map((name, at) => [name, line.cells[at] ?? ""]));
    tables[file.replace(/\.csv$/, "")] = { header, rows: lines.map((line, id) => ({ id, cells: cellsOf(line) })) };
  }
  const contract = read("contract.toml");
  return { contract, asOf, tables, ...termsOf(contract) };
}

/** The words and the numbers of a contract: what a cell may say by mistake. */
function termsOf(contract) {
  const found = (pattern) => [...new Set(contract.match(pattern).map((term) => term.replaceAll('"', "")))];
  return { words: found(/"[A-Za-z][\w-]*"/g), numerals: found(/"\d+(\.\d+)?"|(?<== )\d+(?!\d*-)/g) };
}

/** The files of a faulty pilot; a statement that named the file's digest names the new one, unless it is kept. */
function filesOf(pilot, base) {
  const text = (dataset) => {
    const { header, rows, isLoud } = pilot.tables[dataset];
    const written = writeCsv(
      header,
      rows.map((row) => row.cells),
    );
    return pilot.silent.has(dataset)
      ? ""
      : isLoud
        ? written.replace(/^.*/, (head) => ` ${head.toUpperCase()}`)
        : written;
  };
  const file = FILES[Object.keys(FILES).find((name) => pilot.contract.includes(`pilot = "${name}"`))];
  if (!base.isDigestKept && pilot.tables[file]) {
    const [was, is] = [base.tables, pilot.tables].map((tables) =>
      tables[file]
        ? digestOf(
            writeCsv(
              tables[file].header,
              tables[file].rows.map((row) => row.cells),
            ),
          )
        : "",
    );
    for (const { cells } of pilot.tables.statements?.rows ?? [])
      if (cells.evidence_digest === was) cells.evidence_digest = is;
  }
  return Object.fromEntries(
    Object.keys(pilot.tables).map((dataset) => [dataset, { text: text(dataset), digest: digestOf(text(dataset)) }]),
  );
}

/** Every difference between the two checkers on the pilot with the faults. */
function disagreements(base, faults, isCounted = false) {
  const pilot = withFaults(base, faults);
  const files = filesOf(pilot, base);
  if (hasRival) writeCase({ ...pilot, files });
  const theirs = hasRival ? rivalReport(pilot.asOf) : null;
  let run;
  let ours;
  try {
    run = new Run(pilot.contract, pilot.asOf, files);
    ours = check(run);
  } catch (error) {
    if (error instanceof Refused) {
      refusals += 1;
      return theirs && !theirs.refused ? [{ about: "refused by ours", ours: error.message, theirs: "ran" }] : [];
    }
    return theirs?.refused ? [] : [{ about: "ours breaks", ours: error.stack, theirs: "" }];
  }
  if (isCounted) countOutcomes(ours);
  if (theirs === null) return [];
  if (theirs.refused) return [{ about: "refused by theirs", ours: "ran", theirs: theirs.refused }];
  const cells = options.cells ? expectations(ours, theirs) : [];
  return [
    ...misshapen(theirs),
    ...differences(ours, theirs),
    ...cells,
    ...(options.build ? builds(run, pilot.asOf) : []),
  ];
}

function builds(run, asOf) {
  return Object.keys(BUILD)
    .filter((step) => pilotOf(step) === run.contract.pilot)
    .flatMap((step) => {
      let ours;
      try {
        ours = BUILD[step](run);
      } catch {
        return []; // a table that it needs is absent, or a cell is empty
      }
      const theirs = rivalBuild(step, asOf);
      const lacksTable = /could not be read|was not given/.test(theirs.refused);
      return lacksTable ? [] : buildDifferences(step, ours, theirs);
    });
}

/** The fewest of the faults that still show a difference about the same thing. */
function shrunk(seed, name, pilot, faults, about) {
  const shows = (some) => disagreements(pilot, some).filter((difference) => difference.about === about);
  let left = faults;
  for (const fault of faults) {
    const fewer = left.filter((other) => other !== fault);
    if (shows(fewer).length > 0) left = fewer;
  }
  const [difference] = shows(left);
  if (options.keep) {
    const faulty = withFaults(pilot, left);
    writeCase(
      { ...faulty, files: filesOf(faulty, pilot) },
      join(options.keep, `${about.replaceAll(" ", "-")}-${seed}`),
    );
  }
  return { seed, name, faults: left, ...difference };
}

function countOutcomes({ steps }) {
  for (const { id, outcome } of steps.flatMap((step) => step.controls)) {
    const count = outcomes.get(id) ?? {};
    outcomes.set(id, count);
    count[outcome] = (count[outcome] ?? 0) + 1;
  }
}

function tell() {
  for (const [about, group] of [...groups].sort((a, b) => a[0].localeCompare(b[0]))) {
    console.log(`\n## ${about}: ${group.length} cases`);
    for (const shown of group.filter((entry) => entry !== null)) {
      const { seed, name, faults, ours, theirs } = shown;
      console.log(`seed ${seed} (${name})`);
      for (const fault of faults) console.log(`  fault  ${JSON.stringify(fault)}`);
      console.log(`  ours   ${ours}\n  theirs ${theirs}`);
    }
  }
  const quiet = [...outcomes].filter(([, count]) => !count.failed).map(([id]) => id);
  console.log(`\n${options.cases} cases, ${refusals} refused by ours, ${groups.size} kinds of disagreement`);
  console.log(`controls that never failed: ${quiet.join(" ") || "none"}`);
}
