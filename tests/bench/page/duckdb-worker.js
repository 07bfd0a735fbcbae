// DuckDB's own worker, unchanged, and beside it one answer: how large its wasm memory has grown.

(() => {
  const made = [];
  const { Memory } = WebAssembly;
  WebAssembly.Memory = function (descriptor) {
    const memory = new Memory(descriptor);
    made.push(memory);
    return memory;
  };
  WebAssembly.Memory.prototype = Memory.prototype;
  self.addEventListener("message", (event) => {
    if (event.data.howMuchMemory !== true) return;
    event.stopImmediatePropagation();
    event.ports[0].postMessage(Math.max(...made.map((memory) => memory.buffer.byteLength)));
  });
})();
importScripts("/tests/node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js");
