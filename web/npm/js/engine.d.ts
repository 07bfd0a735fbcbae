// The types of `tieout/slim`. What the engine itself declares is written from the Rust types.
export * from "./glue.js";

/** The engine's WebAssembly as it may be given: its address, a response that has it, its bytes, or the compiled module. */
export type Wasm = string | URL | Response | BufferSource | WebAssembly.Module;

/**
 * Starts the engine, once, whoever asks and however often. After a failure it can be tried again.
 *
 * `tieout/slim` knows no address, so that the WebAssembly has to be given; it is the package's file `tieout.wasm`.
 */
export default function init(wasm: Wasm | Promise<Wasm>): Promise<void>;

/** Starts the engine from bytes or a compiled module, at once. */
export function initSync(wasm: BufferSource | WebAssembly.Module): void;

/** The JSON Schema of the contract file, with which editors complete and check it. It needs no engine. */
export function contractSchema(): Record<string, unknown>;
