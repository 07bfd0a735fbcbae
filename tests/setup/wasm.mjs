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

/** How the optimizer is run, and what it is told that it may emit. */
export const optimized = [
  "-O2",
  // A function that was kept apart on purpose, so that a browser can replace it between two calls, stays apart; and those
  // that are alike lie side by side. Either makes the module compress better than a smaller one does.
  "--one-caller-inline-max-function-size=20",
  "--reorder-functions-by-name",
  ...features.map((feature) => `--enable-${feature}`),
];

/** Runs a tool and gives what it prints; a tool that fails ends the build. */
export function tool(command, args, options = {}) {
  return execFileSync(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "inherit"], encoding: "utf8", ...options });
}
