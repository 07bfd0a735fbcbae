#!/usr/bin/env node
// The benchmark of workbooks: ours and a rival's reader turn the same .xlsx into text, in a worker of a page, in the same
// rounds. It fails where the two texts do not say the same.
//
//   node tests/bench/sheets.mjs [--rows 100000] [--runs 3]
//                               [--as-built]  race what an earlier run built
//                               [--write]     put the table into the README

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { ensure } from "../setup/tools.mjs";
import { run } from "../setup/shell.mjs";
import { inChromium } from "./harness/chromium.mjs";
import { bench, prepared, rivals, root } from "./harness/places.mjs";
import { median, writeBetween } from "./harness/table.mjs";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "100000" },
    runs: { type: "string", default: "3" },
    "as-built": { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
await ensure("wasm-bindgen-cli", "node modules", "chromium");
if (!existsSync(join(rivals, "node_modules"))) await run(["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], { cwd: rivals });
if (!values["as-built"]) prepared("node", "web/sheets/build.mjs");

const rows = Number(values.rows);
const expected = { lines: rows + 1, cells: 13 * (rows + 1), sum: (rows * (rows - 1)) / 2 };
const job = { paths: [await workbook()], task: {} };
const rounds = { packed: [], sheetjs: [] };
for (let round = 0; round < Number(values.runs); round += 1) {
  const order = Object.keys(rounds);
  for (const name of round % 2 ? order.reverse() : order) {
    const ran = await inChromium(name, job);
    if (JSON.stringify(ran.counts) !== JSON.stringify(expected)) {
      throw new Error(`${name} read ${JSON.stringify(ran.counts)}, and ${JSON.stringify(expected)} was written`);
    }
    rounds[name].push(ran);
    console.error(`round ${round + 1} of ${values.runs}: ${name}, ${Math.round(ran.start_ms)} + ${Math.round(ran.run_ms)} ms, ${Math.round(ran.peak_mb)} MB`);
  }
}

const ratio = (figure) => median(rounds.packed.map((ours, round) => figure(ours) / figure(rounds.sheetjs[round]))).toFixed(2);
const peak = (name) => Math.round(median(rounds[name].map(({ peak_mb }) => peak_mb))).toLocaleString("en-US");
const table = [
  "| rows | columns | Tieout beside | time | with the start | peak memory |",
  "| ---: | ---: | --- | ---: | ---: | ---: |",
  `| ${rows.toLocaleString("en-US")} | 13 | SheetJS 0.18.5, Chromium | ${ratio((r) => r.run_ms)} | ${ratio((r) => r.run_ms + r.start_ms)} | ${peak("packed")} : ${peak("sheetjs")} MB |`,
].join("\n");
const reading =
  `An .xlsx of texts, days and numbers into the text of its sheet, read as above, in a worker: the median of ${values.runs} rounds. ` +
  "Tieout also measures the file before it opens it. `node tests/bench/sheets.mjs --write` makes this table.";
console.log(`${table}\n\n${reading}`);
if (values.write) writeBetween(join(root, "README.md"), "sheets", `${table}\n\n${reading}`);

/** A roster of so many people, made once: ids, words, days, amounts. */
async function workbook() {
  const path = join(bench, `sheets-${rows}.xlsx`);
  if (existsSync(path)) return path;
  const pkg = join(root, "web/sheets/pkg");
  const { initSync, write } = await import(join(pkg, "tieout_sheets.js"));
  initSync({ module: readFileSync(join(pkg, "tieout_sheets_bg.wasm")) });
  const forms = ["text", "text", "date", "date", "text", "text", "number", "number", "text", "text", "text", "text", "number"];
  const columns = forms.map((form, place) => ({ name: `column ${place + 1}`, form }));
  const day = (number) => new Date(Date.UTC(2024, 0, 1 + (number % 800))).toISOString().slice(0, 10);
  const row = (_, number) => [
    `P${String(number).padStart(8, "0")}`, `M${(number * 7919) % 1000003}`, day(number), day(number * 3), ["active", "pending", "denied"][number % 3],
    ["medicaid", "medicare"][number % 2], `${number % 997}.${String(number % 100).padStart(2, "0")}`, String(number % 120),
    `S-${number % 300}`, ["chronic", "smi", "idd", "sud"][number % 4], `County ${number % 40}`, `note ${number}`, String(number),
  ];
  mkdirSync(bench, { recursive: true });
  writeFileSync(path, write([{ name: "roster", columns, rows: Array.from({ length: rows }, row) }]));
  return path;
}
