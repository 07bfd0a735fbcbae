// The programs that every element of a page shares: the engine in its workers, the panel, and what opens workbooks. None is loaded before it is needed.
import { compile } from "./compile.js";
import * as panels from "./panel.js";
import { start } from "./worker.js";

let given = {};
let engine, catalogue, panel;

/** Says where the programs come from. It is asked for when the first element needs one. */
export function configure(sources) {
  given = { ...given, ...sources };
  [engine, catalogue, panel] = [];
}

/** The engine that all elements ask. */
export function sharedEngine() {
  const { engine: wasm, thread } = given;
  return (engine ??= start({ wasm: asked(wasm), thread }));
}

/** What the steps and the rules are called, asked for once. */
export function sharedCatalogue() {
  catalogue ??= catalogued(sharedEngine()).catch((cause) => {
    catalogue = undefined;
    throw cause;
  });
  return catalogue;
}

async function catalogued(asked) {
  const [steps, intake, controls] = [await asked.steps(), await asked.intakeRules(), await asked.controls()];
  return { steps, rules: [...intake, ...controls] };
}

/** The panel's program. After a failure it can be tried again. */
export function panelProgram(stopped) {
  panel ??= begun(stopped).catch((cause) => {
    panel = undefined;
    throw cause;
  });
  return panel;
}

async function begun(stopped) {
  const { element: wasm = new URL("./element.wasm", import.meta.url) } = given;
  const module = await compile(asked(wasm), "element.wasm");
  await panels.default({ module_or_path: module });
  panels.onStop(stopped);
  return panels.Panel;
}

/** What takes workbooks and archives apart. */
export async function spreadsheets() {
  const module = await import("./spreadsheets.js");
  await module.default(asked(given.sheets));
  return module;
}

/** A program as it was given, or as whoever gave it gives it now. */
const asked = (source) => (typeof source === "function" ? Promise.resolve().then(source) : source);
