/** Both checkers judge random faulty pilots alike: every state, every outcome and every finding. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const fuzz = fileURLToPath(new URL("fuzz.mjs", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL("../../target", import.meta.url));
const program = join(target, "debug/tieout");

/** Contracts that one of them refuses are left out: the second one reads contracts, but does not judge them. */
test("400 pilots with random faults are judged alike", () => {
  const args = [fuzz, "--cases", "400", "--seed", "1", "--cells", "--except", "refused"];
  const env = { ...process.env, TIEOUT_BIN: process.env.TIEOUT_BIN ?? program };
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^400 cases, .*, 0 kinds of disagreement$/m, stdout);
});
