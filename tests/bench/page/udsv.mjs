// uDSV and JavaScript Maps, in a worker.

import { converse } from "./conversation.mjs";

export async function start(task) {
  const ask = await converse(new URL("udsv-worker.mjs", import.meta.url), { task });
  return {
    count: async (files) => (await ask({ files })).counts,
    wasmBytes: () => 0,
  };
}
