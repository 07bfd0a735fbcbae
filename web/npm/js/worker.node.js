// The package off the main thread, in Node.
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { Engine, Pilot } from "./asking.js";
import { Crew } from "./crew.js";

export { Pilot };

export function start({
  wasm = new URL("./tieout.fast.wasm", import.meta.url),
  payers = new URL("./payers.wasm", import.meta.url),
  thread,
  workers = availableParallelism(),
} = {}) {
  const crew = new Crew({ hire: () => hired(thread), wasm: () => fromDisk(wasm), size: workers });
  return new Engine(crew, async () => fromDisk(typeof payers === "function" ? await payers() : payers));
}

const fromDisk = async (wasm) => (wasm instanceof URL && wasm.protocol === "file:" ? readFile(wasm) : wasm);

let common;
const engine = () => (common ??= start());

export const check = (...given) => engine().check(...given);
export const build = (...given) => engine().build(...given);
export const open = (...given) => engine().open(...given);
export const read = (...given) => engine().read(...given);
export const whyTier = (...given) => engine().whyTier(...given);
export const controls = (...given) => engine().controls(...given);
export const intakeRules = (...given) => engine().intakeRules(...given);
export const steps = (...given) => engine().steps(...given);
export const recognize = (...given) => engine().recognize(...given);
export const checkAll = (...given) => engine().checkAll(...given);
// Only an editor asks for it, so that nobody else fetches it.
export const contractSchema = async () => (await import("./schema.js")).contractSchema();

/** A worker from its own script, from another file, or as the caller makes it. It holds the process up only while it works. */
function hired(thread = new URL("./thread.node.js", import.meta.url)) {
  const worker = typeof thread === "function" ? thread() : new Worker(thread);
  return {
    post: (message, handedOver) => worker.postMessage(message, handedOver),
    hear(said, failed) {
      worker.on("message", said);
      worker.on("error", ({ message }) => failed(message));
      worker.on("messageerror", ({ message }) => failed(message));
    },
    rest: (isResting) => (isResting ? worker.unref() : worker.ref()),
    end: () => void worker.terminate(),
  };
}
