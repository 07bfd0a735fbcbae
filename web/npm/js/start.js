// The engine in workers of a page, as it is started.
import { Engine } from "./asking.js";
import { Crew } from "./crew.js";

export function start({ wasm, payers, thread, workers = navigator.hardwareConcurrency ?? 2 } = {}) {
  const given = async () => (wasm === undefined ? new URL("./tieout.wasm", import.meta.url) : wasm);
  const givenPayers = async () => (typeof payers === "function" ? payers() : (payers ?? new URL("./payers.wasm", import.meta.url)));
  return new Engine(new Crew({ hire: () => hired(thread), wasm: given, size: workers }), givenPayers);
}

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
