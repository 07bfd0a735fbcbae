// A run in a browser that was started for it and has nothing cached, with the highest memory that its page's process had.

import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

import { serve } from "../../setup/serve.mjs";
import { env, root } from "./places.mjs";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const PATIENCE_MS = 600_000;

/** Hands the job's files to one of the page's contestants. */
export async function inChromium(contestant, job) {
  const server = await serve(root);
  const browser = await chromium.launch({ executablePath: env.CHROMIUM, args: FLAGS });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(`${server.url}tests/bench/page/index.html`);
    await page.setInputFiles("#files", job.paths);
    const { start_ms } = await page.evaluate(([name, task]) => globalThis.getReady(name, task), [contestant, job.task]);
    const session = await browser.newBrowserCDPSession();
    const used = await cpuTime(session);
    const ran = await Promise.race([
      page.evaluate(() => globalThis.race()),
      new Promise((_, refuse) => setTimeout(refuse, PATIENCE_MS, new Error(`${contestant} took too long`)).unref()),
    ]);
    const cpu_ms = ((await cpuTime(session)) - used) * 1e3;
    if (errors.length) throw new Error(errors.join("\n"));
    return { ...ran, start_ms, cpu_ms, peak_mb: await peakOfPage(session) };
  } finally {
    await browser.close();
    server.close();
  }
}

/** The high-water mark of the renderer, as the kernel counts it: text, JavaScript heap and wasm memory together. */
async function peakOfPage(session) {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const peaks = processInfo
    .filter((process) => process.type === "renderer")
    .map((process) => readFileSync(`/proc/${process.id}/status`, "utf8").match(/VmHWM:\s+(\d+)/))
    .map((match) => (match ? Number(match[1]) / 1024 : 0));
  return Math.max(...peaks);
}

/** The seconds that all of the browser's processes have computed so far: pages, workers, and whoever reads files for them. */
async function cpuTime(session) {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return processInfo.reduce((sum, process) => sum + process.cpuTime, 0);
}
