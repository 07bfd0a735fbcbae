// polars, in an environment of its own below Cargo's target folder. Its clock starts when
// Python has imported it; what came before is its start.

import { existsSync } from "node:fs";
import { join } from "node:path";

import { inProcess } from "../harness/native.mjs";
import { bench, prepared, rivals } from "../harness/places.mjs";

export const name = "polars, native";

const python = join(bench, "polars/bin/python");

export function build() {
  if (!existsSync(python)) prepared("python3", "-m", "venv", join(bench, "polars"));
  prepared(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", join(rivals, "requirements.txt"));
}

export function run({ folder, task }) {
  const { output, wall_ms } = inProcess(python, [join(rivals, "polars_count.py"), folder, task.day, ...task.codes]);
  return { ...output, start_ms: wall_ms - output.run_ms };
}
