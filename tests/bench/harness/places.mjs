// Where things are. Nothing is written outside Cargo's target folder.

import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";

import { env, root } from "../../setup/shell.mjs";

export { env, root };

const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");

export const bench = join(target, "bench");
export const rivals = join(root, "tests/bench/rivals");

/** Runs a command of the preparations, whose output nobody needs unless it fails. */
export function prepared(program, ...args) {
  execFileSync(program, args, { cwd: root, env, stdio: ["ignore", "ignore", "inherit"] });
}

/** Builds a program of the workspace in release mode. */
export const cargo = (name, ...args) => prepared("cargo", "build", "--quiet", "--release", "--locked", "--bin", name, ...args);

/** Where such a program is. */
export const program = (name) => join(target, "release", name);
