// Starts the fast engine, as Tieout's own page does, checks the files, and reads the five counts off the report.

import { ofReport } from "../harness/counts.mjs";
import { answer } from "./conversation.mjs";

let engine, exports, task;

answer(async (message) => {
  if (message.task) {
    task = message.task;
    engine = await import("/web/npm/pkg/glue.js");
    exports = await engine.default({ module_or_path: "/web/npm/pkg/tieout.fast.wasm" });
    return {};
  }
  if (message.howMuchMemory) return { wasmBytes: exports.memory.buffer.byteLength };
  const files = await Promise.all([...message.files].map(([name, file]) => opened(name, file)));
  return { counts: ofReport(engine.check(task.contract, task.asOf, files), task) };
});

/** The file's bytes, and the digest that the browser takes of them beside other work. */
async function opened(name, file) {
  const buffer = await file.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", buffer));
  return { name, bytes: new Uint8Array(buffer), digest };
}
