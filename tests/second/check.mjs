/** `node check.mjs CONTRACT INSTANT FOLDER`: prints the report of a folder of CSV files. */

import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { check } from "./report.mjs";
import { Run } from "./run.mjs";
import { TABLES } from "./tables.mjs";

export const digestOf = (text) => `sha256:${createHash("sha256").update(text).digest("hex")}`;

/** The files of a folder that are named as a table is. */
function readFolder(folder) {
  const files = {};
  for (const dataset of Object.keys(TABLES)) {
    const path = join(folder, `${dataset}.csv`);
    if (!existsSync(path)) continue;
    const text = readFileSync(path, "utf8");
    files[dataset] = { text, digest: digestOf(text) };
  }
  return files;
}

if (process.argv[1]?.endsWith("check.mjs")) {
  const [contract, asOf, folder] = process.argv.slice(2);
  const run = new Run(readFileSync(contract, "utf8"), asOf, readFolder(folder));
  console.log(JSON.stringify(check(run), null, 1));
}
