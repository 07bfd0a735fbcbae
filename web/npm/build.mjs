#!/usr/bin/env node
// Makes the npm package as it is published, in web/npm/pkg, and its tarball beside it. It never changes what the core says.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const root = fileURLToPath(new URL("../../", import.meta.url));
const here = join(root, "web/npm");
const pkg = join(here, "pkg");
const env = { ...process.env, PATH: [join(root, "tests/node_modules/.bin"), process.env.PATH].join(delimiter) };

// What the compiler is told to emit and every current browser has. Named one by one: with all features
// on, the optimizer writes imports that browsers refuse.
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

function run(command, args, options = {}) {
  return execFileSync(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "inherit"], encoding: "utf8", ...options });
}

const metadata = JSON.parse(run("cargo", ["metadata", "--format-version=1", "--no-deps", "--locked"]));
const crate = metadata.packages.find(({ name }) => name === "tieout-wasm");
const raw = join(metadata.target_directory, "wasm32-unknown-unknown/release/tieout_wasm.wasm");
const wasm = join(pkg, "tieout_bg.wasm");

run("cargo", ["build", "--release", "--locked", "--target=wasm32-unknown-unknown", "--package=tieout-wasm", "--lib"]);
rmSync(pkg, { recursive: true, force: true });
mkdirSync(pkg);
run("wasm-bindgen", [raw, "--target=web", `--out-dir=${pkg}`, "--out-name=tieout"]);
// A function that was kept apart on purpose, so that a browser can replace it between two calls, stays apart.
run("wasm-opt", [wasm, "-O3", "--one-caller-inline-max-function-size=20", ...features.map((feature) => `--enable-${feature}`), `--output=${wasm}`]);
rmSync(join(pkg, "tieout_bg.wasm.d.ts"));

for (const file of ["node.js", "README.md"]) copyFileSync(join(here, file), join(pkg, file));
copyFileSync(join(root, "LICENSE"), join(pkg, "LICENSE"));
const manifest = {
  name: "tieout",
  version: crate.version,
  description: "Reconciles the records of a value-based care pilot with their sources and names every difference.",
  license: crate.license,
  type: "module",
  engines: { node: ">=20" },
  types: "./tieout.d.ts",
  exports: {
    ".": { types: "./tieout.d.ts", node: "./node.js", default: "./tieout.js" },
    "./tieout_bg.wasm": "./tieout_bg.wasm",
  },
  files: ["node.js", "tieout.js", "tieout.d.ts", "tieout_bg.wasm"],
  sideEffects: ["./node.js"],
};
writeFileSync(join(pkg, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
const [{ filename }] = JSON.parse(run("npm", ["pack", "--json", "--loglevel=error"], { cwd: pkg }));

const kilobytes = (bytes) => `${Math.round(bytes / 1000)} kB`;
const engine = readFileSync(wasm);
console.log(
  `web/npm/pkg/${filename}: ${kilobytes(statSync(join(pkg, filename)).size)};`,
  `engine ${kilobytes(engine.length)}, ${kilobytes(brotliCompressSync(engine).length)} as brotli`,
);
