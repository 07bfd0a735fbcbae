// SheetJS in a worker: the file into the text of its sheet.

import { converse } from "./conversation.mjs";

export async function start() {
  const ask = await converse(new URL("sheetjs-worker.mjs", import.meta.url), { start: true });
  return { count: async (files) => (await ask({ file: [...files.values()][0] })).counts, wasmBytes: async () => 0 };
}
