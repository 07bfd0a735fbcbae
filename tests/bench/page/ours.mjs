// The npm package, in a worker: the whole step, from the same File objects.

import { converse } from "./conversation.mjs";

export async function start(task) {
  const ask = await converse(new URL("ours-worker.mjs", import.meta.url), { task });
  return {
    count: async (files) => (await ask({ files })).counts,
    wasmBytes: async () => (await ask({ howMuchMemory: true })).wasmBytes,
  };
}
