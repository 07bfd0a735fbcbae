#!/usr/bin/env node
// The two ways to run the project: `node run.mjs app` and `node run.mjs test [group…]`. It needs Node 20 and Rust, nothing else.
import { join } from "node:path";
import { spawn } from "node:child_process";
import { buildPage, groups, pageIsFresh } from "./tests/setup/groups.mjs";
import { announced, duration, root, run } from "./tests/setup/shell.mjs";
import { serve } from "./tests/setup/serve.mjs";
import { ensure } from "./tests/setup/tools.mjs";

const usage = `
  node run.mjs app [port]       opens the page with its sample pilot
  node run.mjs test [group…]    runs every test, or those of ${Object.keys(groups).join(", ")}
`;

const [command, ...rest] = process.argv.slice(2);
if (command === "app") await app(Number(rest[0] ?? 8321));
else if (command === "test" && rest.every((name) => name in groups)) await test(rest.length > 0 ? rest : Object.keys(groups));
else {
  console.error(usage);
  process.exit(2);
}

async function app(port) {
  await ensure("trunk", "wasm-bindgen-cli", "node modules");
  if (!pageIsFresh()) await must("Building the page", "3 min the first time, 30 s later", buildPage);
  const dist = join(root, "dist");
  const { url } = await serve(dist, port).catch(() => serve(dist));
  const sample = `${url}#sample`;
  console.log(`\nThe page, with its sample pilot: ${sample}\nStop it with Ctrl+C.`);
  open(sample);
}

async function test(names) {
  const start = Date.now();
  const tally = { passed: 0, failed: 0 };
  const failures = [];
  for (const name of names) {
    const { needs, checks } = groups[name];
    await ensure(...needs);
    for (const check of checks()) {
      const { code, text } = await announced(`${name}: ${check.what}`, check.usually, () => run(check.command));
      const excused = code !== 0 && check.excuse?.(text);
      if (excused) console.log(excused);
      const failed = code !== 0 && !excused;
      const counted = check.count?.(text) ?? { passed: code === 0 ? 1 : 0, failed: 0 };
      tally.passed += counted.passed;
      tally.failed += failed ? Math.max(counted.failed, 1) : 0;
      if (failed) failures.push(`${name}: ${check.what}, by ${check.command.join(" ")}`);
      // What is tested next would be an earlier build.
      if (failed && check.builds) break;
    }
  }
  console.log(`\n── All of it: ${duration(Date.now() - start)}`);
  for (const failure of failures) console.log(`failed  ${failure}`);
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  process.exit(tally.failed === 0 ? 0 : 1);
}

async function must(what, usually, command) {
  const { code } = await announced(what, usually, () => run(command));
  if (code !== 0) process.exit(code);
}

/** Opens the browser where there is a desktop; elsewhere the address has been printed. */
function open(url) {
  const opener = { darwin: ["open", url], win32: ["cmd", "/c", "start", url] }[process.platform] ?? ["xdg-open", url];
  const desktop = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (desktop) spawn(opener[0], opener.slice(1), { stdio: "ignore", detached: true }).on("error", () => {}).unref();
}
