// What a browser has to fetch of the npm package, as brotli sends it: files, and the scripts that these begin with.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

/** Of each use of the package what it fetches before it can begin, and what that may weigh in kB. */
export const uses = {
  "the engine": { fetches: ["index.js", "tieout.wasm"], most: 350 },
  "the engine in workers": { fetches: ["worker.js", "thread.js", "tieout.wasm"], most: 350 },
  "the element": { fetches: ["element.js", "thread.js", "element.wasm", "tieout.wasm"], most: 500 },
  "payers' own formats, once one is given": { fetches: ["payers.wasm"], most: 175 },
  "workbooks and archives, once one is given": { fetches: ["spreadsheets.js", "sheets.wasm"], most: 475 },
};

/** How many kB some files of a folder weigh, with every script that they import at once. */
export function weight(folder, files) {
  const seen = new Set();
  const fetched = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!file.endsWith(".js")) return;
    const imports = readFileSync(join(folder, file), "utf8").matchAll(/\b(?:from|import)\s*["']\.\/([^"']+)["']/g);
    for (const [, imported] of imports) fetched(imported);
  };
  files.forEach(fetched);
  return [...seen].reduce((sum, file) => sum + brotliCompressSync(readFileSync(join(folder, file))).length, 0) / 1000;
}
