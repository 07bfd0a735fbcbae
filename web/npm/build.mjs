#!/usr/bin/env node
// Makes the npm package as it is published, in web/npm/pkg, and its tarball beside it. It never changes what the core says.
import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { constants, gzipSync } from "node:zlib";
import { root } from "../../tests/setup/shell.mjs";
import { optimized, tool as run } from "../../tests/setup/wasm.mjs";
import { uses, weight } from "../../tests/setup/weight.mjs";

const here = join(root, "web/npm");
const pkg = join(here, "pkg");
const module = createRequire(join(root, "tests/package.json"));

const into = (file, text) => writeFileSync(join(pkg, file), text);
const from = (file) => readFileSync(join(pkg, file));

const metadata = JSON.parse(run("cargo", ["metadata", "--format-version=1", "--no-deps", "--locked"]));
const crate = metadata.packages.find(({ name }) => name === "tieout-wasm");

engine();
payers();
sheets();
scripts();
element();
schemas();
manifest();
pack();

/** The engine, once small for what is fetched and once fast for what is read from disk, and the code that translates for both. */
function engine() {
  rmSync(pkg, { recursive: true, force: true });
  mkdirSync(pkg);
  compile("release", "wasm", "glue");
  optimize("glue", "tieout.fast.wasm");
  const [glue, types] = [from("glue.js"), from("glue.d.ts")];
  compile("small", "wasm", "glue");
  optimize("glue", "tieout.wasm");
  if (!glue.equals(from("glue.js")) || !types.equals(from("glue.d.ts"))) throw new Error("the small engine and the fast one are not asked alike");
  rmSync(join(pkg, "glue_bg.wasm.d.ts"));
  // What is below is how the engine is started, for which the package has its own words.
  const [declared] = from("glue.d.ts").toString().split("export type InitInput");
  into("glue.d.ts", `/// <reference lib="esnext.disposable" />\n${declared.trimEnd()}\n`);
}

/** The module for payers' own formats, which is fetched only when it is needed: small rather than fast. */
function payers() {
  compile("small", "payers", "payers-glue", "--no-typescript");
  optimize("payers-glue", "payers.wasm");
}

/** The module for workbooks and archives, which is fetched only when it is needed. */
function sheets() {
  run("node", ["web/sheets/build.mjs"]);
  const built = join(root, "web/sheets/pkg/tieout_sheets");
  copyFileSync(`${built}_bg.wasm`, join(pkg, "sheets.wasm"));
  // Which file it is read from, the package says.
  const script = readFileSync(`${built}.js`, "utf8");
  into("sheets.js", script.replace(/new URL\('tieout_sheets_bg.wasm', import.meta.url\)/, "undefined"));
  const [declared] = readFileSync(`${built}.d.ts`, "utf8").split("export type InitInput");
  into("sheets.d.ts", `${declared.trimEnd()}\n`);
}

/** A crate as a module that is not optimized yet, and its script, minified: nobody reads what a tool has written. */
function compile(profile, crate, name, ...more) {
  run("cargo", ["build", `--profile=${profile}`, "--locked", "--target=wasm32-unknown-unknown", `--package=tieout-${crate}`, "--lib"]);
  const raw = join(metadata.target_directory, `wasm32-unknown-unknown/${profile}/tieout_${crate}.wasm`);
  run("wasm-bindgen", [raw, "--target=web", "--omit-default-module-path", `--out-dir=${pkg}`, `--out-name=${name}`, ...more]);
  into(`${name}.js`, minified(from(`${name}.js`).toString(), { minifyIdentifiers: true }));
}

function optimize(name, file) {
  const bound = join(pkg, `${name}_bg.wasm`);
  run("wasm-opt", [bound, ...optimized, `--output=${join(pkg, file)}`]);
  rmSync(bound);
}

/** The scripts, of which the worker's is one file, and the ones that hold what elsewhere are files. */
function scripts() {
  take(join(here, "js"));
  const bundled = { entryPoints: [join(pkg, "thread.js")], bundle: true, format: "esm", minify: true, charset: "utf8" };
  module("esbuild").buildSync({ ...bundled, allowOverwrite: true, outfile: join(pkg, "thread.js") });
  for (const name of ["payers", "sheets"]) into(`${name}-packed.js`, `export const ${name}Packed = "${packed(`${name}.wasm`)}";\n`);
  into("packed.js", `export const wasmPacked = "${packed("tieout.wasm")}";\nexport const threadScript = ${JSON.stringify(from("thread.js").toString())};\n`);
}

/** The scripts of a folder without what only their readers need, and its types as they are. */
function take(folder) {
  for (const file of readdirSync(folder)) {
    if (file.endsWith(".js")) into(file, minified(readFileSync(join(folder, file), "utf8")));
    else copyFileSync(join(folder, file), join(pkg, file));
  }
}

function minified(script, more) {
  return module("esbuild").transformSync(script, { minifyWhitespace: true, minifySyntax: true, charset: "utf8", ...more }).code;
}

/** A file as text that a script can hold. */
function packed(file) {
  return gzipSync(from(file), { level: constants.Z_BEST_COMPRESSION }).toString("base64");
}

/** The custom element: its panel as a second module, its scripts, and its style, which is the page's in a shadow root. */
function element() {
  compile("small", "element", "panel", "--no-typescript");
  optimize("panel", "element.wasm");
  into("element-packed.js", `export const panelPacked = "${packed("element.wasm")}";\n`);
  take(join(root, "web/element/js"));
  const sheets = ["show/style/tokens", "show/style/things", "show/style/answer", "element/style/element"];
  const css = sheets.map((sheet) => readFileSync(join(root, `web/${sheet}.css`), "utf8")).join("\n");
  // Within a page of somebody else's, the root is the element, and what a rem is, the element says.
  const own = css.replaceAll(":root", ":host").replace(/(?<![\w.-])(\d*\.?\d+)rem(?![^{;]*\{)/g, "calc($1 * var(--rem))");
  const { code } = module("esbuild").transformSync(own, { loader: "css", minify: true });
  into("element-style.js", `export const style = ${JSON.stringify(code)};\n`);
}

/** The schemas of what goes in and of what comes out. */
function schemas() {
  const contract = run("cargo", ["run", "--quiet", "--locked", "--package=tieout", "--features=cli", "--", "schema"]);
  into("contract.schema.json", contract);
  const text = JSON.stringify(JSON.stringify(JSON.parse(contract)));
  into("schema.js", `const text = ${text};\n\nexport const contractSchema = () => JSON.parse(text);\n`);
  const { createGenerator } = module("ts-json-schema-generator");
  const options = { path: join(pkg, "glue.d.ts"), type: "Report", topRef: false, skipTypeCheck: true, additionalProperties: false };
  into("report.schema.json", `${JSON.stringify(createGenerator(options).createSchema("Report"), null, 2)}\n`);
}

function manifest() {
  const entry = (name, more = {}) => ({ types: `./${name}.d.ts`, ...more, default: `./${name}.js` });
  const described = {
    name: "tieout",
    version: crate.version,
    description: "Reconciles the records of a value-based care pilot with their sources and names every difference.",
    license: crate.license,
    type: "module",
    engines: { node: ">=20" },
    exports: {
      ".": entry("index", { node: "./node.js" }),
      "./slim": entry("engine"),
      "./inline": entry("inline"),
      "./worker": entry("worker", { node: "./worker.node.js" }),
      "./payers": entry("payers", { node: "./payers.node.js" }),
      "./spreadsheets": entry("spreadsheets", { node: "./spreadsheets.node.js" }),
      "./element": entry("element"),
      "./element/inline": entry("element-inline"),
      "./element.wasm": "./element.wasm",
      "./thread.js": "./thread.js",
      "./tieout.wasm": "./tieout.wasm",
      "./tieout.fast.wasm": "./tieout.fast.wasm",
      "./payers.wasm": "./payers.wasm",
      "./sheets.wasm": "./sheets.wasm",
      "./contract.schema.json": "./contract.schema.json",
      "./report.schema.json": "./report.schema.json",
    },
    sideEffects: ["./element.js", "./element-inline.js", "./node.js", "./spreadsheets.node.js", "./thread.js", "./thread.node.js"],
  };
  into("package.json", `${JSON.stringify(described, null, 2)}\n`);
}

function pack() {
  copyFileSync(join(here, "README.md"), join(pkg, "README.md"));
  cpSync(join(here, "reference"), join(pkg, "reference"), { recursive: true });
  copyFileSync(join(root, "LICENSE"), join(pkg, "LICENSE"));
  const [{ filename }] = JSON.parse(run("npm", ["pack", "--json", "--loglevel=error"], { cwd: pkg }));
  const kilobytes = (bytes) => `${Math.round(bytes / 1000)} kB`;
  const told = Object.entries(uses).map(([use, { fetches }]) => `${use} ${Math.round(weight(pkg, fetches))} kB`);
  console.log(`web/npm/pkg/${filename}: ${kilobytes(statSync(join(pkg, filename)).size)}; as brotli: ${told.join("; ")}`);
}
