// The package off the main thread, where there is no Node.
import { Engine, Pilot } from "./asking.js";
import { Crew } from "./crew.js";

export { Pilot };
export { contractSchema } from "./schema.js";

export function start({ wasm, thread, workers = navigator.hardwareConcurrency ?? 2 } = {}) {
  const given = async () => (wasm === undefined ? new URL("./tieout.wasm", import.meta.url) : wasm);
  return new Engine(new Crew({ hire: () => hired(thread), wasm: given, size: workers }));
}

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

/** A worker from its own script, from another address, from a Blob, or as the caller makes it. */
function hired(thread) {
  const worker = made(thread);
  return {
    post: (message, handedOver) => worker.postMessage(message, handedOver),
    hear(said, failed) {
      worker.addEventListener("message", ({ data }) => said(data));
      worker.addEventListener("messageerror", () => failed("a message could not be read"));
      worker.addEventListener("error", (event) => failed(event.message ?? "its script could not be loaded"));
    },
    end: () => worker.terminate(),
  };
}

function made(thread) {
  if (thread === undefined) return new Worker(new URL("./thread.js", import.meta.url), { type: "module", name: "tieout" });
  if (typeof thread === "function") return thread();
  if (!(thread instanceof Blob)) return new Worker(thread, { type: "module", name: "tieout" });
  const address = URL.createObjectURL(thread);
  const worker = new Worker(address, { type: "module", name: "tieout" });
  worker.addEventListener("message", () => URL.revokeObjectURL(address), { once: true });
  return worker;
}
