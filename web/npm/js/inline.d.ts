// The types of `tieout/inline`.
export * from "./engine.js";

/** Starts the engine that is part of the script. Nothing is fetched. */
export default function init(): Promise<void>;

/** The engine, compiled, to be handed to the workers of `tieout/worker`. */
export function wasm(): Promise<WebAssembly.Module>;

/** The script of such a worker, to be handed to them likewise. The page's policy must then allow `worker-src blob:`. */
export function thread(): Blob;
