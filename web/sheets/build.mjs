#!/usr/bin/env node
// Makes the module that opens and writes workbooks, in web/sheets/pkg: a script, its types and the WebAssembly, for size.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pkg = join(root, "web/sheets/pkg");
const tools = [join(root, "target/tools/bin"), join(root, "tests/node_modules/.bin")];
const env = { ...process.env, PATH: [...tools, process.env.PATH].join(delimiter) };

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

function run(command, args) {
  return execFileSync(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" });
}

const { target_directory: target } = JSON.parse(run("cargo", ["metadata", "--format-version=1", "--no-deps", "--locked"]));
const raw = join(target, "wasm32-unknown-unknown/sheets/tieout_sheets.wasm");
const wasm = join(pkg, "tieout_sheets_bg.wasm");

run("cargo", ["build", "--profile=sheets", "--locked", "--target=wasm32-unknown-unknown", "--package=tieout-sheets"]);
rmSync(pkg, { recursive: true, force: true });
run("wasm-bindgen", [raw, "--target=web", `--out-dir=${pkg}`, "--out-name=tieout_sheets"]);
run("wasm-opt", [wasm, "-Oz", ...features.map((feature) => `--enable-${feature}`), `--output=${wasm}`]);
rmSync(join(pkg, "tieout_sheets_bg.wasm.d.ts"));

const kilobytes = (bytes) => `${Math.round(bytes / 1000)} kB`;
const module = readFileSync(wasm);
console.log(`web/sheets/pkg: ${kilobytes(module.length)}, ${kilobytes(brotliCompressSync(module).length)} as brotli`);
