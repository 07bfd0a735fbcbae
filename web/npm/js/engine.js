// The engine and the questions that it answers. It finds nothing by itself: whoever starts it brings its WebAssembly.
import * as glue from "./glue.js";
import { compile } from "./compile.js";
import { once } from "./once.js";
import { refusal } from "./refusal.js";

export { Pilot } from "./glue.js";
export { contractSchema } from "./schema.js";

export const check = asked("check");
export const build = asked("build");
export const read = asked("read");
export const whyTier = asked("whyTier");
export const controls = asked("controls");
export const intakeRules = asked("intakeRules");
export const steps = asked("steps");
export const recognize = asked("recognize");

let isReady = false;

/** Starts the engine, once, whoever asks and however often. After a failure it can be tried again. */
export default once(async (wasm) => {
  if (!isReady) await glue.default({ module_or_path: await compile(wasm) });
  isReady = true;
});

/** Starts the engine from bytes or a compiled module, at once. */
export function initSync(wasm) {
  glue.initSync({ module: wasm });
  isReady = true;
}

function asked(question) {
  return (...given) => {
    if (isReady) return glue[question](...given);
    throw refusal("engine", `\`${question}\` was asked before the engine was started. Write \`await init()\` first: it is the default export.`);
  };
}
