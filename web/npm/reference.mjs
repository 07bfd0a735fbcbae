#!/usr/bin/env node
// Writes the reference of the package from its declarations, or with `--check` says whether it is fresh. It knows no question itself.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const kept = join(here, "reference");
const tools = createRequire(new URL("../../tests/package.json", import.meta.url));
const load = (name) => import(pathToFileURL(tools.resolve(name)));

const isCheck = process.argv.includes("--check");
const out = isCheck ? mkdtempSync(join(tmpdir(), "tieout-reference-")) : kept;
await write(out);
if (isCheck) {
  const texts = (folder) => readdirSync(folder).sort().map((file) => [file, readFileSync(join(folder, file), "utf8")]);
  const isFresh = JSON.stringify(texts(out)) === JSON.stringify(texts(kept));
  rmSync(out, { recursive: true });
  if (!isFresh) {
    console.error("web/npm/reference is not what the declarations say. Write it anew: node web/npm/build.mjs && node web/npm/reference.mjs");
    process.exitCode = 1;
  }
}

/** One page an entry of the package, and one that leads to them. */
async function write(folder) {
  const { Application } = await load("typedoc");
  const app = await Application.bootstrapWithPlugins({
    name: "tieout",
    entryPoints: ["index", "worker", "inline", "engine", "element", "payers", "spreadsheets"].map((entry) => join(here, "pkg", `${entry}.d.ts`)),
    tsconfig: join(here, "reference.tsconfig.json"),
    out: folder,
    plugin: [tools.resolve("typedoc-plugin-markdown")],
    outputFileStrategy: "modules",
    hidePageHeader: true,
    hideBreadcrumbs: true,
    readme: "none",
    disableSources: true,
    excludePrivate: true,
    // What every element of HTML has is told elsewhere.
    excludeExternals: true,
    sort: ["source-order"],
    logLevel: "Error",
  });
  await app.generateOutputs(await app.convert());
}
