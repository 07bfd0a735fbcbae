#!/usr/bin/env node
// Makes the module that opens and writes workbooks, in web/sheets/pkg: a script, its types and the WebAssembly, for size.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { root } from "../../tests/setup/shell.mjs";
import { optimized, tool as run } from "../../tests/setup/wasm.mjs";

const pkg = join(root, "web/sheets/pkg");

const { target_directory: target } = JSON.parse(run("cargo", ["metadata", "--format-version=1", "--no-deps", "--locked"]));
const raw = join(target, "wasm32-unknown-unknown/small/tieout_sheets.wasm");
const wasm = join(pkg, "tieout_sheets_bg.wasm");

run("cargo", ["build", "--profile=small", "--locked", "--target=wasm32-unknown-unknown", "--package=tieout-sheets"]);
rmSync(pkg, { recursive: true, force: true });
run("wasm-bindgen", [raw, "--target=web", `--out-dir=${pkg}`, "--out-name=tieout_sheets"]);
run("wasm-opt", [wasm, ...optimized, `--output=${wasm}`]);
rmSync(join(pkg, "tieout_sheets_bg.wasm.d.ts"));

const kilobytes = (bytes) => `${Math.round(bytes / 1000)} kB`;
const module = readFileSync(wasm);
console.log(`web/sheets/pkg: ${kilobytes(module.length)}, ${kilobytes(brotliCompressSync(module).length)} as brotli`);
