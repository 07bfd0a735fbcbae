// The package for those who cannot serve a file: engine and worker are part of the script. Nothing is fetched.
import start from "./engine.js";
import { compile } from "./compile.js";
import { threadScript, wasmPacked } from "./packed.js";
import { unpacked } from "./unpack.js";

export * from "./engine.js";

export default () => start(wasm());

let compiled;

/** The engine, compiled once. */
export function wasm() {
  compiled ??= compile(unpacked(wasmPacked));
  return compiled;
}

/** The worker's script, where it cannot be served either. */
export const thread = () => new Blob([threadScript], { type: "text/javascript" });
