// The types of `tieout`.
import type { Wasm } from "./engine.js";

export * from "./engine.js";

/**
 * Starts the engine, once, whoever asks and however often. After a failure it can be tried again.
 *
 * Without an argument it is fetched from the file `tieout.wasm` beside the script; `tieout.fast.wasm` is larger and takes half the time. In Node it has been started already.
 */
export default function init(wasm?: Wasm | Promise<Wasm>): Promise<void>;
