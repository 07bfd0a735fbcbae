// Workbooks and archives, taken apart into files that the engine reads. Nothing of it is fetched before it is first asked.
import * as glue from "./sheets.js";
import { compile } from "./compile.js";
import { once } from "./once.js";
import { refusal } from "./refusal.js";

/** Starts the module, once; it is started by itself from the package's own file where nobody has. */
const init = once(async (wasm = new URL("./sheets.wasm", import.meta.url)) => {
  await glue.default({ module_or_path: await compile(wasm, "sheets.wasm") });
});
export default init;

export const isPacked = asked((head) => glue.isPacked(head));

export const write = asked((sheets) => glue.write(sheets));

export const unpack = asked(async (name, bytes, { onProgress } = {}) => {
  // A part is known by the digest of the file that it came in, as on the command line.
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return glue.unpack(name, bytes, onProgress).map((part) => ({ name, digest, ...part }));
});

function asked(question) {
  return async (...given) => {
    await init();
    try {
      return await question(...given);
    } catch (cause) {
      throw refusal("argument", cause.message, cause);
    }
  };
}
