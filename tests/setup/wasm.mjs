// How a WebAssembly module is made outside of Trunk: with the project's own tools, for what every current browser has.
import { execFileSync } from "node:child_process";
import { env, root } from "./shell.mjs";

// Named one by one: with all features on, the optimizer writes imports that browsers refuse.
const features = [
  "bulk-memory",
  "bulk-memory-opt",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
  "simd",
];

/** What the optimizer is told that it may emit. */
export const emitted = features.map((feature) => `--enable-${feature}`);

/** Runs a tool and gives what it prints; a tool that fails ends the build. */
export function tool(command, args, options = {}) {
  return execFileSync(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "inherit"], encoding: "utf8", ...options });
}
