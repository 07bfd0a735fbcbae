// Payers' own formats in Node: the module is read from disk beside this file.
import { readFileSync } from "node:fs";
import { initSync } from "./payers.js";

export { initSync } from "./payers.js";

export default async (wasm = readFileSync(new URL("./payers.wasm", import.meta.url))) => initSync(await wasm);
