/** The other checker: the command in TIEOUT_BIN, run on a case that is written to a folder in memory. */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCsv } from "./csv.mjs";

const command = process.env.TIEOUT_BIN;
export const hasRival = command !== undefined;

const home = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
const folder = mkdtempSync(join(home, "second-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

export function writeCase({ contract, asOf, files }, into = folder) {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(join(into, "files"), { recursive: true });
  writeFileSync(join(into, "contract.toml"), contract);
  writeFileSync(join(into, "as-of"), asOf);
  for (const [dataset, { text }] of Object.entries(files)) writeFileSync(join(into, "files", `${dataset}.csv`), text);
}

/** Its report on the case that was written, or `{ refused }`. */
export function rivalReport(asOf) {
  const done = spawnSync(command, ["check", "--json", ...terms(asOf), join(folder, "files")], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (done.status === 0 || done.status === 1) return JSON.parse(done.stdout);
  return { refused: `${done.status}: ${done.stderr.trim()}` };
}

/** The rows that it builds for a step, or `{ refused }`. */
export function rivalBuild(step, asOf) {
  const out = join(folder, "out.csv");
  const done = spawnSync(command, ["build", step, ...terms(asOf), "--out", out, join(folder, "files")], {
    encoding: "utf8",
  });
  if (done.status !== 0) return { refused: `${done.status}: ${done.stderr.trim()}` };
  const [header, ...lines] = readCsv(readFileSync(out, "utf8"));
  return lines.map(({ cells }) => Object.fromEntries(header.cells.map((name, at) => [name, cells[at] ?? ""])));
}

const terms = (asOf) => ["--contract", join(folder, "contract.toml"), "--as-of", asOf];
