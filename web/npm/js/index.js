// The package where there is no Node: in a browser, bundled or not. The engine is a file of its own beside this one.
import start from "./engine.js";

export * from "./engine.js";

export default (wasm = new URL("./tieout.wasm", import.meta.url)) => start(wasm);
