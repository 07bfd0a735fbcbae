// The npm package as it is published, made once for all who race with it.

import { prepared } from "./places.mjs";

let isBuilt = false;

export function buildPackage() {
  if (isBuilt) return;
  prepared("node", "web/npm/build.mjs");
  isBuilt = true;
}
