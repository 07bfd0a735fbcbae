// uDSV and JavaScript Maps in a worker of a page.

import { inChromium } from "../harness/chromium.mjs";

export const name = "uDSV + Maps, Chromium";

export const run = (job) => inChromium("udsv", job);
