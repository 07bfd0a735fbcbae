// One size of the race: its files, made by the generator, and the question about them.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

import { bench, cargo, program } from "./places.mjs";
import { ofAnswers } from "./counts.mjs";

const TABLES = [
  "payer_attribution", "case_management", "authorization_register", "local_nominations", "staff", "confirmations", "roster",
];
const AS_OF = "2026-03-09T17:00:00-04:00";

/** Builds the program that makes the files. */
export const buildGenerator = () => cargo("sample", "--package", "tieout-tests");

/** Makes the files of so many people, unless the same generator made them before. */
export function prepare(size) {
  const generator = program("sample");
  const folder = join(bench, String(size));
  const answers = join(folder, "answers.json");
  if (!existsSync(answers) || statSync(answers).mtimeMs < statSync(generator).mtimeMs) {
    execFileSync(generator, ["--participants", String(size), "--out", folder], { stdio: "inherit" });
  }
  const contract = readFileSync(join(folder, "contract.toml"), "utf8");
  return {
    size,
    folder,
    paths: TABLES.map((name) => join(folder, `${name}.csv`)),
    planted: ofAnswers(JSON.parse(readFileSync(answers, "utf8"))),
    task: {
      contract,
      asOf: AS_OF,
      day: AS_OF.slice(0, 10),
      codes: [...contract.matchAll(/^\[\[exclusion_codes\]\]\ncode = "([^"]+)"/gm)].map((match) => match[1]),
    },
  };
}
