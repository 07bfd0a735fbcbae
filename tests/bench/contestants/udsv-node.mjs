// uDSV and JavaScript Maps in Node.

import { join } from "node:path";

import { inProcess } from "../harness/native.mjs";
import { rivals } from "../harness/places.mjs";

export const name = "uDSV + Maps, Node";

export function run({ folder, task }) {
  return inProcess(process.execPath, [join(rivals, "maps-node.mjs"), folder, JSON.stringify(task)]).output;
}
