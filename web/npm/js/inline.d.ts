// The types of `tieout/inline`.
export * from "./engine.js";

/** Starts the engine that is part of the script. Nothing is fetched. */
export default function init(): Promise<void>;

/** The engine, compiled, to be handed to the workers of `tieout/worker`. */
export function wasm(): Promise<WebAssembly.Module>;

/**
 * What reads payers' own formats, compiled, to be handed to `tieout/payers` or to the workers of `tieout/worker`. It is a
 * further script, which is loaded when it is first asked for; nothing is fetched.
 */
export function payers(): Promise<WebAssembly.Module>;

/** What opens workbooks and archives, likewise, to be handed to `tieout/spreadsheets` or to the element. */
export function sheets(): Promise<WebAssembly.Module>;

/** The script of such a worker, to be handed to them likewise. The page's policy must then allow `worker-src blob:`. */
export function thread(): Blob;
