// The package for those who cannot serve a file: engine and worker are part of the script. Nothing is fetched.
import start from "./engine.js";
import { compile } from "./compile.js";
import { once } from "./once.js";
import { threadScript, wasmPacked } from "./packed.js";
import { unpacked } from "./unpack.js";

export * from "./engine.js";

export default () => start(wasm());

/** The engine, compiled once. */
export const wasm = once(() => compile(unpacked(wasmPacked)));

/** What reads payers' own formats, compiled once: a further script, which is loaded when it is first asked for. */
export const payers = once(async () => compile(unpacked((await import("./payers-packed.js")).payersPacked), "payers.wasm"));

/** What opens workbooks and archives, likewise. */
export const sheets = once(async () => compile(unpacked((await import("./sheets-packed.js")).sheetsPacked), "sheets.wasm"));

/** The worker's script, where it cannot be served either. */
export const thread = () => new Blob([threadScript], { type: "text/javascript" });
