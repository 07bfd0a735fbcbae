// The packed package, installed as anybody would, and the committed cases to ask it about. It never sees the sources.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

export const cases = join(root, "tests/cases");

/** A folder in which the package is installed, and how an entry of it is imported there. */
export function installed() {
  const home = mkdtempSync(join(tmpdir(), "tieout-"));
  after(() => rmSync(home, { recursive: true, force: true }));
  const pkg = join(root, "web/npm/pkg");
  const tarball = readdirSync(pkg).find((name) => name.endsWith(".tgz"));
  assert.ok(tarball, "there is no package yet: node web/npm/build.mjs");
  writeFileSync(join(home, "package.json"), '{ "private": true }');
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", "--loglevel=error", join(pkg, tarball)], { cwd: home });
  const entry = (name) => {
    const door = join(home, `${name.replace("/", "-")}.mjs`);
    writeFileSync(door, `export * from "${name}";\n${name === "tieout/worker" ? "" : `export { default } from "${name}";\n`}`);
    return import(pathToFileURL(door));
  };
  return { home, entry };
}

const about = ["README.md", "answers.json", "case.toml", "contract.toml", "mapping.toml", "report.json"];

/** A case as it is committed: every file of its folder that does not tell about it is one that was given. */
export function read(name) {
  const bytes = (file) => readFileSync(join(cases, name, file));
  const inside = readdirSync(join(cases, name));
  return {
    contract: bytes("contract.toml"),
    asOf: /^as_of = "(.*)"$/m.exec(bytes("case.toml"))[1],
    files: inside.filter((file) => !about.includes(file)).map((file) => ({ name: file, bytes: bytes(file) })),
    options: inside.includes("mapping.toml") ? { mapping: bytes("mapping.toml") } : {},
    report: bytes("report.json").toString(),
  };
}
