// WebAssembly as it may be given, compiled. It asks the network only for an address that it is given.
import { refusal } from "./refusal.js";

/** A compiled module, from an address, a response, bytes or a module, or from a promise of one. */
export async function compile(given, file = "tieout.wasm") {
  try {
    const wasm = await given;
    if (wasm instanceof WebAssembly.Module) return wasm;
    if (typeof wasm === "string" || wasm instanceof URL) return await compileResponse(await fetch(wasm));
    return await (wasm instanceof Response ? compileResponse(wasm) : WebAssembly.compile(wasm));
  } catch (cause) {
    const mend = `Give the address of ${file}, a Response, its bytes or a WebAssembly.Module, and allow 'wasm-unsafe-eval' in the page's policy.`;
    throw refusal("engine", `${file} could not be loaded: ${cause?.message ?? cause}. ${mend}`, cause);
  }
}

async function compileResponse(response) {
  if (!response.ok) throw new Error(`${response.url} was answered with ${response.status}`);
  // A server that calls it something else than application/wasm is no reason to stop: it takes a little longer.
  const streams = response.headers.get("Content-Type")?.startsWith("application/wasm");
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}
