// Workbooks and archives in Node: the module is read from disk beside this file.
import { readFileSync } from "node:fs";
import init from "./spreadsheets.js";

await init(readFileSync(new URL("./sheets.wasm", import.meta.url)));

export * from "./spreadsheets.js";
export { default } from "./spreadsheets.js";
