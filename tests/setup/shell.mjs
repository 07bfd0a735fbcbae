// How a command is run: in the project's root, with the project's tools first on the path, and nothing hidden.
import { spawn, spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Tools of the project's own, beside whatever the machine has. */
export const toolRoot = join(root, "target/tools");

export const env = {
  ...process.env,
  CARGO_TERM_COLOR: process.env.CARGO_TERM_COLOR ?? (process.stdout.isTTY ? "always" : "never"),
  PATH: [join(toolRoot, "bin"), join(root, "tests/node_modules/.bin"), process.env.PATH].join(delimiter),
};

const windows = process.platform === "win32";

/** What a command prints, or null where it cannot be run. */
export function ask(command, ...args) {
  const { status, stdout } = spawnSync(command, args, { cwd: root, env, encoding: "utf8", shell: windows });
  return status === 0 ? stdout.trim() : null;
}

/** Runs a command, shows what it says, and gives its exit code and its text. */
export function run([command, ...args], { cwd = root, extraEnv = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...env, ...extraEnv }, stdio: ["ignore", "pipe", "pipe"], shell: windows });
    let text = "";
    const hear = (to) => (chunk) => {
      text += chunk;
      if (!quiet) to.write(chunk);
    };
    child.stdout.on("data", hear(process.stdout));
    child.stderr.on("data", hear(process.stderr));
    child.on("error", (error) => resolve({ code: 127, text: `${command}: ${error.message}\n` }));
    child.on("close", (code) => resolve({ code: code ?? 1, text: stripVTControlCharacters(text) }));
  });
}

/** Says what is being done and, afterwards, how long it took. */
export async function announced(what, usually, work) {
  console.log(`\n── ${what} (usually ${usually})`);
  const start = Date.now();
  const result = await work();
  console.log(`── ${what}: ${duration(Date.now() - start)}`);
  return result;
}

export function duration(ms) {
  const seconds = Math.round(ms / 1000);
  return seconds < 100 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
