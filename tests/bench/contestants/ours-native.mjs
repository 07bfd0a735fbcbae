// Tieout's command line: files, the whole step, every finding as JSON; the clock is that of the whole process.

import { join } from "node:path";

import { ofReport } from "../harness/counts.mjs";
import { inMeasuredProcess } from "../harness/native.mjs";
import { cargo, program } from "../harness/places.mjs";

export const name = "Tieout, native";

export const build = () => cargo("tieout", "--package", "tieout", "--features", "cli");

export function run({ folder, paths, task }) {
  const args = ["check", "--contract", join(folder, "contract.toml"), "--as-of", task.asOf, "--json", ...paths];
  const { output, wall_ms, cpu_ms, peak_mb } = inMeasuredProcess(program("tieout"), args, { accepts: [0, 1] });
  return { counts: ofReport(output, task), start_ms: 0, run_ms: wall_ms, cpu_ms, peak_mb };
}
