// The JavaScript rival in a Node process of its own: folder and task in, counts and clocks out.

const started = performance.now();
const { readFileSync } = await import("node:fs");
const { count } = await import("./maps.mjs");

const [folder, task] = process.argv.slice(2);
const [ready, used] = [performance.now(), process.cpuUsage()];
const text = (name) => readFileSync(`${folder}/${name}.csv`, "utf8");
const texts = { payer: text("payer_attribution"), register: text("authorization_register"), roster: text("roster") };
const counts = count(texts, JSON.parse(task));
const run_ms = performance.now() - ready;
const { user, system } = process.cpuUsage(used);
const cpu_ms = (user + system) / 1e3;
console.log(JSON.stringify({ counts, start_ms: ready - started, run_ms, cpu_ms, peak_mb: process.resourceUsage().maxRSS / 1024 }));
