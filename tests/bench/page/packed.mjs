// Tieout's module for workbooks, in a worker: the file into the text of its sheet.

import { converse } from "./conversation.mjs";

export async function start() {
  const ask = await converse(new URL("packed-worker.mjs", import.meta.url), { start: true });
  return {
    count: async (files) => (await ask({ file: [...files.values()][0] })).counts,
    wasmBytes: async () => (await ask({ howMuchMemory: true })).wasmBytes,
  };
}
