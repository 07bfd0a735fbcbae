// The element for pages that may fetch nothing: every program is part of a script. The worker's script is still a file of its own.
import { compile } from "./compile.js";
import { configure } from "./element.js";
import { panelPacked } from "./element-packed.js";
import { payers, sheets, wasm } from "./inline.js";
import { unpacked } from "./unpack.js";

export * from "./element.js";

configure({ engine: wasm, payers, sheets, element: () => compile(unpacked(panelPacked), "element.wasm") });
