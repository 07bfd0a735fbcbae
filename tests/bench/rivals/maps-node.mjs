// The JavaScript rival in a Node process of its own: folder and task in, counts and clocks out.

const started = performance.now();
const { readFileSync } = await import("node:fs");
const { count } = await import("./maps.mjs");

const [folder, task] = process.argv.slice(2);
const ready = performance.now();
const text = (name) => readFileSync(`${folder}/${name}.csv`, "utf8");
const texts = { payer: text("payer_attribution"), register: text("authorization_register"), roster: text("roster") };
const counts = count(texts, JSON.parse(task));
const run_ms = performance.now() - ready;
console.log(JSON.stringify({ counts, start_ms: ready - started, run_ms, peak_mb: process.resourceUsage().maxRSS / 1024 }));
