// A portal's script: it may fetch what the frame may not, and hands over both programs compiled.
const compiled = (name) => WebAssembly.compileStreaming(fetch(new URL(`../tieout/${name}`, import.meta.url)));
const programs = Promise.all([compiled("tieout.wasm"), compiled("element.wasm")]);

addEventListener("message", async ({ source, origin, data }) => {
  if (origin !== location.origin || data !== "programs") return;
  const [engine, element] = await programs;
  source.postMessage({ engine, element }, origin);
});
