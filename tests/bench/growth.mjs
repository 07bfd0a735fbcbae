#!/usr/bin/env node
// How Tieout grows: a whole attribution pilot, all its tables and all six steps, at several sizes, natively and in Chromium.
// There is no rival here; what is shown is that a row costs the same time and memory however many there are. It fails where
// the findings are not as many as were planted.
//
//   node tests/bench/growth.mjs [--native 10000,100000,1000000] [--chromium 20000,200000] [--runs 3]
//                               [--as-built]  measure what an earlier run built
//                               [--write]     put the table into the README

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { ensure } from "../setup/tools.mjs";
import * as chromium from "./contestants/ours-chromium.mjs";
import * as native from "./contestants/ours-native.mjs";
import { buildGenerator } from "./harness/job.mjs";
import { bench, program, root } from "./harness/places.mjs";
import { median, writeBetween } from "./harness/table.mjs";

const { values } = parseArgs({
  options: {
    native: { type: "string", default: "10000,100000,1000000" },
    chromium: { type: "string", default: "20000,200000" },
    runs: { type: "string", default: "3" },
    "as-built": { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const AS_OF = "2026-03-20T17:00:00-04:00";
const ENCOUNTERS_EACH = 3;
const CLAIMS_EACH = 5;

await ensure("wasm-bindgen-cli", "node modules", "chromium");
if (!values["as-built"]) for (const build of [buildGenerator, native.build, chromium.build]) build();

const lines = [
  "| people | rows | files | where | time a row | peak memory | memory a byte of file |",
  "| ---: | ---: | ---: | --- | ---: | ---: | ---: |",
];
for (const [door, where] of [[native, "native"], [chromium, "Chromium"]]) {
  const sizes = values[where.toLowerCase()].split(",").filter(Boolean).map(Number);
  let smallest;
  for (const size of sizes) {
    const job = prepare(size);
    const ran = [];
    for (let round = 0; round < Number(values.runs); round += 1) ran.push(await measured(door, job));
    const time = median(ran.map((one) => one.run_ms)) / job.rows;
    const peak = median(ran.map((one) => one.wasm_mb ?? one.peak_mb));
    smallest ??= time;
    const whole = (number) => Math.round(number).toLocaleString("en-US");
    lines.push(
      `| ${whole(size)} | ${whole(job.rows)} | ${whole(job.megabytes)} MB | ${where} | ${(time / smallest).toFixed(2)} | ` +
        `${whole(peak)} MB | ${(peak / job.megabytes).toFixed(2)} |`,
    );
  }
}
const rounds = values.runs === "1" ? "in one run" : `the median of ${values.runs} runs`;
const table = `${lines.join("\n")}\n\n${[
  "A whole attribution pilot: all its tables, six steps, three encounters and five claims a person. Time a row is that of the",
  `first line of the same place taken as 1, ${rounds}. Memory is the process's natively and WebAssembly's in`,
  "Chromium, at its peak, the files' own bytes among it. The findings are as many as were planted, or the benchmark fails.",
  "`node tests/bench/growth.mjs --write` makes this table.",
].join("\n")}`;
console.log(table);
if (values.write) writeBetween(join(root, "README.md"), "growth", table);

/** Makes the files of so many people, unless the same generator made them before. */
function prepare(size) {
  const generator = program("sample");
  const folder = join(bench, `pilot-${size}`);
  const answers = join(folder, "answers.json");
  if (!existsSync(answers) || statSync(answers).mtimeMs < statSync(generator).mtimeMs) {
    const counts = ["--participants", size, "--encounters", ENCOUNTERS_EACH, "--claims", CLAIMS_EACH].map(String);
    execFileSync(generator, ["--pilot", "attribution", ...counts, "--out", folder], { stdio: "inherit" });
  }
  const paths = readdirSync(folder).filter((name) => name.endsWith(".csv")).map((name) => join(folder, name));
  return {
    size,
    folder,
    paths,
    megabytes: paths.reduce((sum, path) => sum + statSync(path).size, 0) / 2 ** 20,
    rows: paths.reduce((sum, path) => sum + linesBelowHeader(path), 0),
    planted: JSON.parse(readFileSync(answers, "utf8")).length,
    task: { contract: readFileSync(join(folder, "contract.toml"), "utf8"), asOf: AS_OF, counts: "findings" },
  };
}

function linesBelowHeader(path) {
  return Number(execFileSync("wc", ["-l", path], { encoding: "utf8" }).trim().split(" ")[0]) - 1;
}

async function measured(door, job) {
  const ran = await door.run(job);
  if (ran.counts.findings !== job.planted) {
    throw new Error(`${door.name} (${job.size} people) has ${ran.counts.findings} findings; ${job.planted} were planted`);
  }
  console.error(`${job.size} people: ${door.name} found what was planted, ${Math.round(ran.run_ms)} ms`);
  return ran;
}
