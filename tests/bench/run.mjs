#!/usr/bin/env node
// The benchmark: Tieout and its rivals on the same files, in the same run, counting the same things (harness/counts.mjs).
// Its table has ratios, never times, since the machine is shared; it fails where anybody counts otherwise than was planted.
//
//   node tests/bench/run.mjs [--sizes 10000,100000,1000000] [--runs 5] [--only ours-native,polars-native]
//                            [--as-built]  race what an earlier run built
//                            [--write]     put the table into the README

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { ensure } from "../setup/tools.mjs";
import { mustEqual } from "./harness/counts.mjs";
import { buildGenerator, prepare } from "./harness/job.mjs";
import { root } from "./harness/places.mjs";
import { howToRead, table, writeBetween } from "./harness/table.mjs";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000,100000,1000000" },
    runs: { type: "string", default: "5" },
    only: { type: "string" },
    "as-built": { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
await ensure("wasm-bindgen-cli", "node modules", "chromium");
const contestants = await gather(values.only?.split(","));
if (!values["as-built"]) {
  buildGenerator();
  for (const contestant of Object.values(contestants)) contestant.build?.();
}
const races = new Map();
for (const size of values.sizes.split(",").map(Number)) {
  races.set(size, await race(prepare(size), Number(values.runs)));
}

const names = Object.fromEntries(Object.entries(contestants).map(([id, { name }]) => [id, name]));
const result = `${table(races, names)}\n\n${howToRead(values.runs)}`;
console.log(result);
if (values.write) writeBetween(join(root, "README.md"), "bench", result);

async function gather(only) {
  const ids = readdirSync(new URL("contestants", import.meta.url)).map((file) => file.replace(/\.mjs$/, ""));
  const stranger = only?.find((id) => !ids.includes(id));
  if (stranger) throw new Error(`nobody is called ${stranger}; there are ${ids.join(", ")}`);
  const chosen = ids.filter((id) => only?.includes(id) ?? true);
  return Object.fromEntries(await Promise.all(chosen.map(async (id) => [id, await import(`./contestants/${id}.mjs`)])));
}

/** Everybody once a round, each round from another start and in the other direction, so that nobody has one predecessor. */
async function race(job, runs) {
  const ids = Object.keys(contestants);
  const rounds = new Map(ids.map((id) => [id, []]));
  for (let round = 0; round < runs; round += 1) {
    const order = [...ids.slice(round % ids.length), ...ids.slice(0, round % ids.length)];
    for (const id of round % 2 ? order.reverse() : order) {
      const ran = await contestants[id].run(job);
      mustEqual(`${contestants[id].name} (${job.size} people)`, ran.counts, job.planted);
      rounds.get(id).push(ran);
      const took = `${Math.round(ran.start_ms)} + ${Math.round(ran.run_ms)} ms`;
      console.error(`${job.size} people, round ${round + 1} of ${runs}: ${id} counted as planted, ${took}`);
    }
  }
  return rounds;
}
