// The programs that every element of a page shares: the engine in its workers, the panel, and what opens workbooks. None is loaded before it is needed.
import { compile } from "./compile.js";
import { once } from "./once.js";
import * as panels from "./panel.js";
import { start } from "./start.js";

let given = {};
let engine;

/** What the steps and the rules are called, asked for once. */
export let sharedCatalogue = once(catalogued);
/** The panel's program. */
export let panelProgram = once(begun);

/** Says where the programs come from. It is asked for when the first element needs one. */
export function configure(sources) {
  given = { ...given, ...sources };
  [engine, sharedCatalogue, panelProgram] = [undefined, once(catalogued), once(begun)];
}

/** The engine that all elements ask. */
export function sharedEngine() {
  const { engine: wasm, payers, thread } = given;
  return (engine ??= start({ wasm: asked(wasm), payers, thread }));
}

async function catalogued() {
  const asked = sharedEngine();
  const [steps, intake, controls] = [await asked.steps(), await asked.intakeRules(), await asked.controls()];
  return { steps, rules: [...intake, ...controls] };
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
