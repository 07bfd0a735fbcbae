// The element for pages that may fetch nothing: engine and panel are part of the script. The worker's script is still a file of its own.
import { compile } from "./compile.js";
import { configure } from "./element.js";
import { panelPacked } from "./element-packed.js";
import { wasm } from "./inline.js";
import { unpacked } from "./unpack.js";

export * from "./element.js";

configure({ engine: wasm, element: () => compile(unpacked(panelPacked), "element.wasm") });
