// DuckDB-WASM in its own worker of a page.

import { inChromium } from "../harness/chromium.mjs";

export const name = "DuckDB-WASM, Chromium";

export const run = (job) => inChromium("duckdb", job);
