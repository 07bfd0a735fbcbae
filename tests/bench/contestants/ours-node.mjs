// Tieout's npm package in Node, in a process of its own. Run by Node with a folder and a task, this file is that process.

import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { ofReport } from "../harness/counts.mjs";
import { inProcess } from "../harness/native.mjs";
import { root } from "../harness/places.mjs";

export { buildPackage as build } from "../harness/package.mjs";

export const name = "Tieout, Node";

const self = fileURLToPath(import.meta.url);

export function run({ paths, task }) {
  return inProcess(process.execPath, [self, JSON.stringify({ paths, task })]).output;
}

async function race({ paths, task }) {
  const started = performance.now();
  const engine = await import(pathToFileURL(join(root, "web/npm/pkg/node.js")));
  const [ready, used] = [performance.now(), process.cpuUsage()];
  const files = paths.map((path) => ({ name: basename(path), bytes: readFileSync(path) }));
  const counts = ofReport(engine.check(task.contract, task.asOf, files), task);
  const run_ms = performance.now() - ready;
  const { user, system } = process.cpuUsage(used);
  const cpu_ms = (user + system) / 1e3;
  return { counts, start_ms: ready - started, run_ms, cpu_ms, peak_mb: process.resourceUsage().maxRSS / 1024 };
}

if (process.argv[1] === self) console.log(JSON.stringify(await race(JSON.parse(process.argv[2]))));
