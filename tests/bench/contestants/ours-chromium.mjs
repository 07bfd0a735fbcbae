// Tieout's npm package in a worker of a page: what a user of the page waits for.

import { inChromium } from "../harness/chromium.mjs";

export { buildPackage as build } from "../harness/package.mjs";

export const name = "Tieout, Chromium";

export const run = (job) => inChromium("ours", job);
