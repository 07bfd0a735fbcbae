// The package for those who cannot serve a file: engine and worker are part of the script. Nothing is fetched.
import start from "./engine.js";
import { compile } from "./compile.js";
import { threadScript, wasmPacked } from "./packed.js";

export * from "./engine.js";

export default () => start(wasm());

let compiled;

/** The engine, compiled once. */
export function wasm() {
  compiled ??= compile(unpacked());
  return compiled;
}

/** The worker's script, where it cannot be served either. */
export const thread = () => new Blob([threadScript], { type: "text/javascript" });

function unpacked() {
  const bytes = Uint8Array.from(atob(wasmPacked), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
}
