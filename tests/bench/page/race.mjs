// The starting line: every contestant gets the same File objects, and its clock runs from then until it has counted.
//
// A contestant is a module with `start(task)`, which resolves to a runner once its engine is up. Loading the module's own
// text is not timed; starting the engine is, on its own clock.

let runner;

globalThis.getReady = async (name, task) => {
  const { start } = await import(`./${name}.mjs`);
  const before = performance.now();
  runner = await start(task);
  return { start_ms: performance.now() - before };
};

globalThis.race = async () => {
  const files = new Map([...document.querySelector("#files").files].map((file) => [file.name, file]));
  const ready = performance.now();
  const counts = await runner.count(files);
  const run_ms = performance.now() - ready;
  return { counts, run_ms, wasm_mb: (await runner.wasmBytes()) / 2 ** 20 };
};
