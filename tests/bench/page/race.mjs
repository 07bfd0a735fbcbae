// The starting line: every contestant gets the same File objects, and its clock runs from then until it has counted.
//
// A contestant is a module with `start(task)`, which resolves to a runner once its engine is up. Loading the module's own
// text is not timed; starting the engine is, on its own clock.

globalThis.race = async (name, task) => {
  const { start } = await import(`./${name}.mjs`);
  const files = new Map([...document.querySelector("#files").files].map((file) => [file.name, file]));
  const before = performance.now();
  const runner = await start(task);
  const ready = performance.now();
  const counts = await runner.count(files);
  const done = performance.now();
  return { counts, start_ms: ready - before, run_ms: done - ready, wasm_mb: (await runner.wasmBytes()) / 2 ** 20 };
};
