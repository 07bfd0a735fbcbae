// Payers' own formats: what of the engine only their files need. Nothing of it is fetched before it is started.
import * as glue from "./payers-glue.js";
import { compile } from "./compile.js";
import { once } from "./once.js";
import { useReader } from "./reader.js";

/** Starts the module, once, whoever asks and however often. After a failure it can be tried again. */
export default once(async (wasm = new URL("./payers.wasm", import.meta.url)) => {
  await glue.default({ module_or_path: await compile(wasm, "payers.wasm") });
  useReader(glue.read);
});

/** Starts the module from bytes or a compiled module, at once. */
export function initSync(wasm) {
  glue.initSync({ module: wasm });
  useReader(glue.read);
}
