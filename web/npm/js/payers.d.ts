// The types of `tieout/payers`.
import type { Wasm } from "./engine.js";

/**
 * Starts the module that reads payers' own formats, once, whoever asks and however often; the questions of this page's
 * engine then take such files as any other. After a failure it can be tried again.
 *
 * Without an argument it is fetched from the file `payers.wasm` beside the script. In Node, in the workers of
 * `tieout/worker` and in the element it is started by itself where such a file is given.
 */
export default function init(wasm?: Wasm | Promise<Wasm>): Promise<void>;

/** Starts the module from bytes or a compiled module, at once. */
export function initSync(wasm: BufferSource | WebAssembly.Module): void;
